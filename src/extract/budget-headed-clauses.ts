import type { Candidate } from "./budget-candidates.ts";
import type { Span } from "./budget-figures.ts";
import { nameInPiece } from "./budget-item-name.ts";
import { behindNumber } from "./clauses.ts";

/** 一包：, 2025年度：, 保洁服务（A区）：: what a paragraph tells the items of. */
const HEAD = /^\s*([^，。；：、:;\d\s（(][^，。；：、:;]{1,18}|\d{4}\s*年度?)[：:](?=\s*\S)/u;
/** 年度费用, 小计, 本包合计: the sum of them, by a word that any may bear, or by the head's own. */
const SUM_OF_ALL =
  /[，,。；;]\s*(?:以上)?(?:本|该|当)?(?:年度?|包|标段|期|季度?|项)?(?:费用|金额|价款)?(?:小计|合计|共计|(?<=[年本该]度?)(?:费用|金额|价款))(?:为|是|[：:])?\s*(?:人民币)?[¥￥]?\s*$/u;
const FEWEST = 2;

/**
 * The sums of a paragraph that tells the items of what it names at its head, and their sum at its end: the first item isn't called
 * by the head, and the sum is. A lone item's sum, told again, is left out.
 */
export function underHead(found: readonly Candidate[]): Candidate[] {
  const [first, last] = [found[0], found[found.length - 1]];
  if (found.length < FEWEST) return [...found];
  const { text } = first.clause.part.content;
  const number = behindNumber(text, first.clause.isCounted);
  const head = HEAD.exec(text.slice(number));
  if (!head) return [...found];
  const start = number + head[0].indexOf(head[1]);
  const name = { start, end: start + head[1].length };
  const before = text.slice(found[found.length - 2].sum.end, last.sum.start);
  if (!isSumOfAll(before, head[1])) return [...found];
  const isLone = found.length === FEWEST && first.fen === last.fen;
  return found.flatMap((each): Candidate[] => {
    if (each === first) return [renamed(each, itemName(each, number + head[0].length) ?? each.phrase.label)];
    return each !== last ? [each] : isLone ? [] : [{ ...renamed(each, name), isSum: true, isOfHead: true }];
  });
}

/** Words of summing up, behind the head's own or without them: 一包小计. */
function isSumOfAll(before: string, head: string): boolean {
  const at = before.lastIndexOf(head);
  return SUM_OF_ALL.test(at < 0 ? before : before.slice(0, at) + before.slice(at + head.length));
}

/** What the first item is called behind the head; null where its name stands there by itself. */
function itemName({ clause, phrase, sum, product }: Candidate, from: number): Span | null {
  if (phrase.label.start >= from) return null;
  const { text } = clause.part.content;
  const label = nameInPiece(text, phrase, { start: from, end: sum.start }, product?.start ?? null);
  return label.start >= from && label.end - label.start > 1 ? label : null;
}

const renamed = (candidate: Candidate, label: Span): Candidate => ({
  ...candidate,
  phrase: { ...candidate.phrase, label },
  name: candidate.clause.part.content.text.slice(label.start, label.end),
});
