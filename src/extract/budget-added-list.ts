import { wholeToDecimal } from "../model/decimal.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { lineOf, moneyOf, nameBefore } from "./budget-added-costs.ts";
import type { Draft } from "./budget-drafts.ts";
import { textAt } from "./budget-figures.ts";
import { behindNumber, type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** 本次增加, 新增: right before what is added, in its piece. */
const ADDS = /(?:增加|新增|追加|增补|补充|核增|增项|加)[^，。；：\d]{0,14}$/;
const BY_MONTH = /(?:每个?月|月)[^，。；\d]{0,12}$/;
const FIRST = /(?:原|主|母)(?:合同|协议)?[^，。；\d]{0,10}$/;
const MOST_MONTHS = 120;

interface Found {
  clause: Clause<FlowParagraph>;
  sum: MoneySum;
}

/**
 * A table of what an amendment adds, its sum told as that (本次增加28,620元) and what was first agreed and is agreed now told apart:
 * the list is part of what is added, and that with the first sum the new total. One by the month, so many times of which are
 * added, is no list of it. In place.
 */
export function takeAddedList(drafts: readonly Draft[], clauses: readonly Clause[]): void {
  const [before, now] = (["original", "amended"] as const).map((version) =>
    drafts.find((draft) => draft.version === version && draft.name === null),
  );
  const was = before?.total ?? before?.totalInCapitals ?? null;
  if (!before || !now || !was) return;
  takeNewTotal(now, was.fen);
  const is = now.total ?? now.totalInCapitals;
  if (!is || is.fen <= was.fen) return;
  const addedFen = is.fen - was.fen;
  const isAdded = ({ fen }: Money): boolean => fen === addedFen;
  if (findSum(clauses, addedFen, ADDS)) {
    now.restatements = now.restatements.filter((each) => !isAdded(each));
    now.outdone = now.outdone.filter((each) => !isAdded(each));
  }
  dropSumOfAdded(now, addedFen);
  const list = [now, before].find((draft) => mayBeAdded(draft, was.fen, is.fen, clauses));
  if (!list) {
    if (now.lines.length === 0) now.lines = misaddedIn(clauses, was.fen, is.fen);
    return;
  }
  const sum = sumOf(topLines(list));
  const isMonthly = sum !== addedFen && isTimes(addedFen, sum);
  const moreFen = isMonthly ? addedFen : sum;
  const [first, more] = [findSum(clauses, was.fen, FIRST), findSum(clauses, moreFen, ADDS)];
  const own = first && told(first);
  const added = more && told(more);
  if (!own || !added) return;
  const parts = isMonthly
    ? []
    : list.lines.map((line) => ({ ...line, parent: line.parent ?? added.label.value }));
  now.lines = [own, added, ...parts];
  now.outdone = now.outdone.filter(({ fen }) => !now.lines.some(({ amount }) => amount.fen === fen));
  if (isMonthly) delete list.ofMonth;
  if (list === before) before.restatements = before.restatements.filter((each) => !isAdded(each));
  const isMore = ({ evidence }: Money): boolean => standsAt(more.clause.part.content, evidence, more.sum);
  before.lines = list === before ? [] : before.lines.filter(({ amount }) => !isMore(amount));
}

/** 原岗位182,000元，新增20,700元，本补充协议价款202,700元: what all that is added comes to stands among its parts. In place. */
function dropSumOfAdded(now: Draft, addedFen: number): void {
  const last = now.lines.at(-1);
  const rest = now.lines.slice(0, -1);
  const tops = rest.filter(({ parent }) => parent === null);
  if (last?.amount.fen === addedFen && tops.length > 1 && sumOf(tops) === addedFen) now.lines = rest;
}

/** 增项合计218,070元…。变更后合同总价为3,064,370元: what the list comes to was taken for the total, and what it makes with the first sum told again. In place. */
function takeNewTotal(now: Draft, wasFen: number): void {
  const added = now.total ?? now.totalInCapitals;
  if (!added || now.lines.length === 0 || sumOf(topLines(now)) !== added.fen) return;
  // Where its 大写 says otherwise both stay, to be judged.
  if (now.totalInCapitals && now.totalInCapitals.fen !== added.fen) return;
  const whole = now.restatements.find(
    ({ fen }) =>
      fen !== added.fen && fen > wasFen && (fen === wasFen + added.fen || isSlipped(wasFen + added.fen, fen)),
  );
  if (!whole) return;
  now.restatements = now.restatements.filter((each) => each !== whole && each.fen !== added.fen);
  Object.assign(now, { total: whole, totalInCapitals: null });
}

/** What was first agreed and what is added as lines, where one wrong digit keeps them from coming to the new total; none where they do, or aren't told. */
function misaddedIn(clauses: readonly Clause[], wasFen: number, isFen: number): Draft["lines"] {
  const first = findSum(clauses, wasFen, FIRST);
  const more = findSumBy(clauses, (fen) => isSlipped(wasFen + fen, isFen), ADDS);
  // Written out in 大写 as well, it is what is added as a whole, and no part of it.
  const isWhole = more?.sum.capitals?.fen === more?.sum.digits?.fen;
  const [own, added] = [first && told(first), more && isWhole ? told(more) : null];
  const isTold = findSum(clauses, isFen - wasFen, ADDS) !== null;
  return own && added && !isTold ? [own, added] : [];
}

const isSlipped = (fen: number, other: number): boolean =>
  fen !== other && looksSlipped(wholeToDecimal(fen), wholeToDecimal(other));

/** Whether a draft's lines come to what is added, to a month of it, or to a sum that one wrong digit keeps from being it. */
function mayBeAdded(draft: Draft, wasFen: number, isFen: number, clauses: readonly Clause[]): boolean {
  const sum = sumOf(topLines(draft));
  const whole = draft.version === "amended" ? isFen : wasFen;
  if (draft.lines.length === 0 || sum <= 0 || sum === whole) return false;
  const isMonthly = isTimes(isFen - wasFen, sum) && findSum(clauses, sum, BY_MONTH) !== null;
  // One wrong digit keeps the three sums from coming out: the total of the new list is judged then.
  const isSlip = draft.version === "amended" && isSlipped(wasFen + sum, isFen);
  return sum === isFen - wasFen || isMonthly || isSlip;
}

const isTimes = (all: number, one: number): boolean =>
  all % one === 0 && all / one > 1 && all / one <= MOST_MONTHS;

const findSum = (clauses: readonly Clause[], wanted: number, words: RegExp): Found | null =>
  findSumBy(clauses, (fen) => fen === wanted, words);

function findSumBy(clauses: readonly Clause[], isIt: (fen: number) => boolean, words: RegExp): Found | null {
  for (const clause of clauses) {
    if (!isProse(clause) || clause.isPayment) continue;
    const { text } = clause.part.content;
    const sum = findSums(text).find(
      ({ digits, start }) =>
        digits?.fen && isIt(digits.fen) && words.test(text.slice(0, start).replace(/[¥￥\s]|人民币/g, "")),
    );
    if (sum) return { clause, sum };
  }
  return null;
}

function told({ clause, sum }: Found): ReturnType<typeof lineOf> | null {
  const { content } = clause.part;
  const amount = moneyOf(content, sum);
  const name = nameBefore(content.text, behindNumber(content.text, clause.isCounted), sum.start);
  return amount && name.end > name.start ? lineOf(textAt(content, name), amount) : null;
}
