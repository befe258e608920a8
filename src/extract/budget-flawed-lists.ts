import { wholeToDecimal } from "../model/decimal.ts";
import { looksMisread, looksMistyped } from "../model/looks-misread.ts";
import type { Candidate } from "./budget-candidates.ts";
import { numberOf, numberStyle, ordinalOf } from "./budget-lists.ts";
import { isProse } from "./clauses.ts";
import type { SumTree } from "./sum-trees.ts";

/** Fewer items are no list that a flaw could be told in. */
const FEWEST_ITEMS = 3;
/** By so much of it a total that its own list counts on to may miss its items. */
const MOST_OFF = 0.1;
/** 下浮5%后, 含其他费用: something beside the items makes such a total. */
const MADE_OTHERWISE = /下浮|优惠|折|让利|减免|抹零|扣除|另|其他|其它|预留|暂列|不可预见|上浮|乘|[×*]/;

/**
 * The items of a numbered list from its first on, one sum each, with the total that the list counts on to or that the next heading
 * begins with, where these don't come to it and one figure mistyped explains by how much, or for its own list where they nearly do.
 * None where what they miss it by is what some of them cost: those are no parts of it, by whatever words.
 */
export function numberedBeside(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const { text } = total.clause.part.content;
  if (MADE_OTHERWISE.test(text) || candidates[at - 1]?.clause === total.clause) return null;
  const style = styleOf(candidates[at - 1]);
  if (style === "") return null;
  const from = candidates.slice(0, at).findLastIndex((each) => !isItemLike(each, candidates[at - 1])) + 1;
  const items = candidates.slice(from, at);
  const isCounted = items.every((item, index) => countOf(item) === index + 1);
  if (items.length < FEWEST_ITEMS || !isCounted || items.some((item) => !isPlainItem(item))) return null;
  const isOwn =
    total.section === items[0].section &&
    (styleOf(total) === "" || (styleOf(total) === style && countOf(total) === items.length + 1));
  const isNext = total.section === items[0].section + 1 && total.isTotal;
  if (!isOwn && !isNext) return null;
  const gap = items.reduce((sum, { fen }) => sum + fen, 0) - total.fen;
  const isSlip = [[total.fen, total.fen + gap], ...items.map(({ fen }) => [fen, fen - gap])].some(
    ([seen, meant]) => meant > 0 && looksSlipped(seen, meant),
  );
  const isNear = isOwn && Math.abs(gap) <= MOST_OFF * total.fen;
  if (gap === 0 || (!isSlip && !isNear) || isSumOfSome(items, gap)) return null;
  return { at, parts: items.map((_, index) => ({ at: from + index, parts: [] })) };
}

const looksSlipped = (seen: number, meant: number): boolean => {
  const [a, b] = [wholeToDecimal(seen), wholeToDecimal(meant)];
  return looksMisread(a, b) || looksMisread(b, a) || looksMistyped(a, b);
};

const styleOf = (candidate: Candidate | undefined): string =>
  candidate ? numberStyle(numberOf(candidate.clause)) : "";

const countOf = ({ clause }: Candidate): number | null => ordinalOf(numberOf(clause));

const isItemLike = (candidate: Candidate, last: Candidate): boolean =>
  isProse(candidate.clause) &&
  candidate.section === last.section &&
  candidate.list === last.list &&
  candidate.list !== "";

const isPlainItem = ({ isAlone, isSum, isTotal, isOff, fen }: Candidate): boolean =>
  isAlone && !isSum && !isTotal && !isOff && fen > 0;

/** Most items whose choices are tried. */
const MOST_TRIED = 12;

/** Whether some of the items come to what all miss their total by. */
function isSumOfSome(items: readonly Candidate[], gap: number): boolean {
  if (gap < 0 || items.length > MOST_TRIED) return false;
  let sums = [0];
  for (const { fen } of items) sums = [...sums, ...sums.map((sum) => sum + fen)];
  return sums.includes(gap);
}

/** 上述三项小计: how many items right before it a subtotal sums up. */
const SUBTOTAL_OF =
  /([两二三四五六七八九十\d]{1,2})\s*个?[项类](?:费用|金额)?(?:小计|合计|共计)(?:为|是|[:：])?\s*(?:人民币)?[¥￥]?\s*$/;

/**
 * Lists that each have a subtotal below which tells how many items it sums up, and their total: where all sums come out, or all but
 * one of two or more. Null for anything else.
 */
export function subtotalled(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const groups: SumTree[] = [];
  let open: number[] = [];
  let end = 0;
  for (let place = 0; place < at; place++) {
    const count = countIn(candidates[place]);
    if (count === null) {
      open.push(place);
      continue;
    }
    if (open.length < count || count < 2) return null;
    // What stands before a list that another follows is of nothing here.
    if (groups.length > 0 && open.length !== count) return null;
    groups.push({ at: place, parts: open.slice(-count).map((part) => ({ at: part, parts: [] })) });
    open = [];
    end = place;
  }
  if (groups.length < 2 || end !== at - 1) return null;
  const gaps = [
    groups.reduce((sum, { at: place }) => sum + candidates[place].fen, 0) - total.fen,
    ...groups.map(
      ({ at: place, parts }) =>
        parts.reduce((sum, part) => sum + candidates[part.at].fen, 0) - candidates[place].fen,
    ),
  ];
  return gaps.filter((gap) => gap !== 0).length <= 1 ? { at, parts: groups } : null;
}

/**
 * A total of lists that each stand in one paragraph behind their own sum and a colon (第一批小计…：住宿…；用餐…), and of single sums:
 * where all come out but one. Null for anything else.
 */
export function headed(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const parts: SumTree[] = [];
  for (let place = at - 1; place >= 0; ) {
    const { clause, sum, section } = candidates[place];
    if (section !== total.section || clause === total.clause) return null;
    const first = candidates.findIndex((each) => each.clause === clause);
    const head = candidates[first];
    if (first < place && !HEADS.test(clause.part.content.text.slice(head.sum.end))) return null;
    if (first === place && HEADS.test(clause.part.content.text.slice(sum.end))) return null;
    const own = Array.from({ length: place - first }, (_, index) => ({ at: first + 1 + index, parts: [] }));
    parts.unshift({ at: first, parts: own });
    place = first - 1;
  }
  const groups = parts.filter((part) => part.parts.length > 0);
  const fenOf = (trees: readonly SumTree[]): number =>
    trees.reduce((sum, tree) => sum + candidates[tree.at].fen, 0);
  const gaps = [
    fenOf(parts) - total.fen,
    ...groups.map((part) => fenOf(part.parts) - candidates[part.at].fen),
  ];
  const isWhole = groups.length > 1 && groups.every((part) => part.parts.length > 1);
  return isWhole && gaps.filter((gap) => gap !== 0).length <= 1 ? { at, parts } : null;
}

const HEADS = /^[）)]?\s*[：:]/;

/** By so much of it a subtotal that is wrong may miss its items. */
const MOST_OFF_SUBTOTAL = 0.35;

/** A tree with the items of the numbered list right above each subtotal (综合保障费小计) that they nearly come to, where none of them has a place in it: the subtotal is wrong then. */
export function withParts(candidates: readonly Candidate[], tree: SumTree): SumTree {
  const taken = new Set(placesIn(tree));
  return {
    ...tree,
    parts: tree.parts.map((part) =>
      isBareSubtotal(candidates, part) ? filled(candidates, part, taken) : part,
    ),
  };
}

const placesIn = ({ at, parts }: SumTree): number[] => [at, ...parts.flatMap(placesIn)];

const isBareSubtotal = (candidates: readonly Candidate[], { at, parts }: SumTree): boolean =>
  parts.length === 0 &&
  /小计/.test(candidates[at].clause.part.content.text.slice(0, candidates[at].sum.start));

function filled(candidates: readonly Candidate[], { at }: SumTree, taken: ReadonlySet<number>): SumTree {
  const last = candidates[at - 1];
  const from = candidates.slice(0, at).findLastIndex((each) => !isItemLike(each, last)) + 1;
  const items = candidates.slice(from, at);
  const isList =
    items.length > 1 &&
    last.section === candidates[at].section &&
    items.every(
      (item, index) => isPlainItem(item) && countOf(item) === index + 1 && !taken.has(from + index),
    );
  const gap = items.reduce((sum, { fen }) => sum + fen, 0) - candidates[at].fen;
  const isNear = Math.abs(gap) <= MOST_OFF_SUBTOTAL * candidates[at].fen && !isSumOfSome(items, gap);
  return { at, parts: isList && isNear ? items.map((_, index) => ({ at: from + index, parts: [] })) : [] };
}

function countIn({ clause, sum }: Candidate): number | null {
  const told = SUBTOTAL_OF.exec(clause.part.content.text.slice(0, sum.start))?.[1];
  return told ? ordinalOf(told.replace("两", "二")) : null;
}
