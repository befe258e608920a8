import { rememberedByText } from "../model/remembered.ts";

/** A number at the head of an item's words, right before its name (3人工) or parted from it by a sign (3.人工). */
interface Head {
  number: number;
  isBare: boolean;
  /** What stands right behind it. */
  follower: string;
}

const HEAD = /^\s*(?:其中\s*[:：]?\s*)?(\d{1,2})\s*(?:([、.．）)])(?!\d)|(?=\p{Script=Han}))\s*(.)/u;
/** 20万元, 12月: no item's name begins so. */
const NO_NAME = /^[元万亿千百十角分年月日号时]/;

/**
 * For each item of a list whether the bare number at its head counts it (1台式机, 2层板, 3人工) or belongs to its name
 * (10台电脑, 40张桌子), which only the numbers of the items beside it can tell; null where it has none, or where they don't
 * tell: 1栋, 2栋, 3栋 may be either.
 */
export function countsItems(texts: readonly string[]): (boolean | null)[] {
  const heads = texts.map(headOf);
  const bare = heads.filter((head) => head?.isBare);
  const isAlike = bare.length > 1 && bare.every((head) => head?.follower === bare[0]?.follower);
  const counts: (boolean | null)[] = [];
  for (const [index, head] of heads.entries()) {
    const at = heads.slice(0, index).findLastIndex((each) => each !== null);
    const before = at >= 0 && counts[at] !== false ? (heads[at]?.number ?? null) : null;
    const behind = heads.slice(index + 1).find((each) => each !== null)?.number ?? null;
    counts.push(head?.isBare && !isAlike ? isNext(head.number, before, behind, at >= 0) : null);
  }
  return counts;
}

/** Whether a number goes on with the one before it, or begins to count; null where one number between wasn't read. */
function isNext(
  number: number,
  before: number | null,
  behind: number | null,
  isBehindOther: boolean,
): boolean | null {
  if (number === 1 ? behind === 2 : before === number - 1) return true;
  const mayCount = before === null ? number === 2 && !isBehindOther : before === number - 2;
  return mayCount ? null : false;
}

function headOf(text: string): Head | null {
  const match = HEAD.exec(text);
  if (!match || NO_NAME.test(match[3])) return null;
  return { number: Number(match[1]), isBare: match[2] === undefined, follower: match[3] };
}

/** The same of what begins at a place of a text, among all that begin behind a stop or a word that opens a list. */
export function countsAt(text: string, at: number): boolean | null {
  return countsOf(text).get(at) ?? null;
}

const countsOf = rememberedByText((text): ReadonlyMap<number, boolean | null> => {
  const starts = [...text.matchAll(BEGINS)].map(({ index, 0: sign }) => index + sign.length);
  const counts = countsItems(starts.map((start) => text.slice(start)));
  return new Map(starts.map((start, index) => [start, counts[index]]));
});

const BEGINS = /(?:[、；;：:。]|(?<!\d)[，,]|[，,](?!\d{3})|其中|包括|包含)\s*(?=\d{1,2}\s*\p{Script=Han})/gu;
