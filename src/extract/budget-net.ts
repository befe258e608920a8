import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

const TAKEN_OFF =
  /^(?:(?:减|扣减?)[：:]?)?(?:(?:经|按)?(?:双方)?协商(?:一致)?后?|(?:[甲乙供卖承][方包]|供应商|承包[人方]|服务[商方]|中标[人方]|受托[人方])|再|同意|给予|一次性|价格|金额|报价|商务)*(?:优惠|折扣|折让|让利|下浮|减免|抹零)(?:金额|价格|部分|款|额|了)?(?:[（(][^（）()]{1,12}[）)]|(?:率?为?[：:]?)?\d+(?:\.\d+)?[%％])?$/;
const NOT_THEIR_SUM = {
  zh: "优惠前的合计与各项之和不符，请核对原件",
  en: "the total before the discount isn't what the lines come to; check the page",
};

/** 设备折扣, 一次性优惠, 减免管理费: what may be taken off by its name, and may be a cost. */
const MAY_BE_TAKEN_OFF =
  /^(?:\p{Script=Han}{0,8}(?:抹去|抹除|抹掉|舍去|去掉|免收)零头|零头|(?:[甲乙供承][方包]人?|供应商|双方)?(?:同意|自愿)?(?:舍去|抹去|舍弃)|\p{Script=Han}{0,8}(?:优惠|折扣|折让|让利|下浮|减免|抹零)(?:金额|价格|部分|款|额|了)?|(?:减免|扣除|抵扣)\p{Script=Han}{1,8})$/u;

export const mayBeTakenOff = (label: string): boolean =>
  [MAY_BE_TAKEN_OFF, TAKEN_OFF].some((pattern) => pattern.test(label.replace(/\s/g, "")));

/**
 * 设备费6万元，安装费4万元，优惠1万元，合计9万元: lines that are taken off by their name count below zero where all come to the total
 * so, or where nothing else is said of them. One that the total is reached without has no place; one that it is reached with as a cost
 * is told, or, where its name leaves no doubt, taken off all the same, so that the sum is judged.
 */
export function takeDiscounts(draft: Draft): Problem[] {
  const wholeFen = (draft.total ?? draft.totalInCapitals)?.fen ?? null;
  const top = draft.lines.filter(({ parent }) => parent === null);
  const offs = top.filter(isPlainOff);
  if (wholeFen === null || offs.length === 0 || offs.length === top.length) return [];
  if (sumOf(top) === wholeFen) {
    const added = offs.filter((line) => !isTakenOff(line) && TAKES_OFF.test(line.label.value));
    draft.lines = draft.lines.map((line) =>
      isTakenOff(line) && offs.includes(line) ? belowZero(line) : line,
    );
    return added.map(({ label, amount }) => valueWithoutPlace(`${label.value}${amount.raw}`, amount, ADDED));
  }
  const sum = sumOf(top.filter((line) => !offs.includes(line)));
  if (sum === wholeFen) {
    draft.lines = draft.lines.filter((line) => !offs.includes(line));
    const without = offs.filter(({ label }) => !ALREADY.test(label.value.replace(/\s/g, "")));
    return without.map(({ label, amount }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, WITHOUT_IT),
    );
  }
  const taken = sum - sumOf(offs) === wholeFen ? offs : offs.filter(isTakenOff);
  draft.lines = draft.lines.map((line) => (taken.includes(line) ? belowZero(line) : line));
  return [];
}

/** 上述报价已优惠5,000元: the prices told are what it left. */
const ALREADY = /已(?:经)?(?:含|包含|扣除|减去|计入|考虑)?(?:优惠|折扣|折让|让利|下浮|减免|抹零)/;

const isPlainOff = ({ label, amount, unitPrice, percent }: BudgetLine): boolean =>
  amount.fen > 0 && unitPrice === null && percent === null && mayBeTakenOff(label.value);

/** 减免安装费: what is done; but 学费减免 may be what is borne for others. */
const TAKES_OFF = /^(?:减免|扣除|抵扣)/;

const ADDED = {
  zh: "此项按名称应从合计中减去，合计却加上了它，请核对原件",
  en: "by its name this is taken off, but the total is reached with it added; check the page",
};

const WITHOUT_IT = {
  zh: "此优惠未计入合计，合计由其余各项构成，请核对原件",
  en: "the total is reached without this discount; check the page",
};

/** Whether a line is what is taken off the sum of those before it. */
export const isTakenOff = ({ label }: Pick<BudgetLine, "label">): boolean => tellsTakenOff(label.value);
export const tellsTakenOff = (label: string): boolean => TAKEN_OFF.test(label.replace(/\s/g, ""));

/** A line that is taken off, below zero as it counts, whether or not it is printed so. */
export const belowZero = (line: BudgetLine): BudgetLine =>
  line.amount.fen > 0 ? { ...line, amount: { ...line.amount, fen: -line.amount.fen } } : line;

/** A problem where the total before something was taken off isn't what the lines come to: no rule compares the two. */
export function judgeGross(gross: Money, lines: readonly BudgetLine[]): Problem[] {
  const sum = lines
    .filter((line) => line.parent === null && !isTakenOff(line))
    .reduce((fen, { amount }) => fen + amount.fen, 0);
  return Math.abs(sum - gross.fen) < gross.precisionFen
    ? []
    : [valueWithoutPlace(gross.raw, gross, NOT_THEIR_SUM)];
}
