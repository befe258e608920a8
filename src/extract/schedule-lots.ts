import type { Span } from "./budget-figures.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";
import type { Paid } from "./schedule-prose.ts";
import { readCount } from "./schedule-term-parts.ts";

/** How many of what a sum is paid for each of, and where that is told in its own words; null where they aren't counted. */
export interface PaidEach {
  count: number | null;
  told: Span[];
}

const LOT = "标段|标包|分包|包件";
/** 每标段支付…, 每个社区支付…, 每包支付…. */
const EACH = new RegExp(
  `[每各](?:个|一)?(${LOT}|包(?![括装])|片区|街道|社区|村|站点|门店|校区|楼栋|学校|车间)[^，。；\\d]{0,12}$`,
);
const IS_LOT = new RegExp(`^(?:${LOT})$`);
const NUMBER = "(\\d{1,2}|[一二两三四五六七八九十]{1,3})";

/**
 * 每标段支付100,000元，共两个标段: what each of several is paid, as often as there are of them, here or in the words before
 * (`lead`); null where the words before the sum tell nothing like it. Lots that are counted nowhere leave it open; other
 * things may be but one.
 */
export function paidEach(
  text: string,
  { from, at }: { from: number; at: number },
  lead = "",
): PaidEach | null {
  const unit = EACH.exec(text.slice(from, at))?.[1];
  if (!unit) return null;
  const counted = new RegExp(`(?<=[共分计为有，,；;。：:（(]\\s*|^)${NUMBER}\\s*个?${unit}`, "g");
  const matches = [...text.matchAll(counted)];
  const match = matches.find(({ index }) => index >= at) ?? matches[0];
  const count = readCount((match ?? [...lead.matchAll(counted)].at(-1))?.[1] ?? "");
  if (count === null && !IS_LOT.test(unit)) return null;
  return { count, told: match ? [{ start: match.index, end: match.index + match[0].length }] : [] };
}

/**
 * 每标段支付10万元，共两个标段，计20万元: how often the payment before is made whose sum a sum only is, as often as is told between; null for
 * any other sum. 每期72,360元，三期共217,080元: that may be all that tells it, where the words before the payment say 每.
 */
export function timesOfProduct(
  before: Paid | undefined,
  text: string,
  sums: readonly MoneySum[],
  index: number,
): number | null {
  const { start, digits, capitals } = sums[index];
  const between = text.slice(sums[index - 1]?.end ?? 0, start);
  const said = text.slice(0, sums[index - 1]?.start ?? 0);
  const { amount, occurrences } = before?.instalment ?? { amount: null, occurrences: 1 };
  const told = readCount(TOLD_BETWEEN.exec(between)?.[1] ?? "");
  const times = MERE_SUM.test(between) ? occurrences : told;
  const all = digits?.fen ?? capitals?.fen;
  const isKnown = occurrences > 1 ? times === occurrences : EACH_BEFORE.test(said);
  const isIt = amount !== null && times !== null && times > 1 && amount.fen > 0;
  return isIt && isKnown && amount.fen * times === all ? times : null;
}

const EACH_BEFORE = /每[期次笔批]?[^，。；\d]{0,4}$/;

/** 共9个月，每月36,300元，计326,700元: what all of them come to, right behind one. */
const MERE_SUM = /^[）)]?[，,（(]?\s*(?:共计?|合计|总计|小计|计|即)(?:支付|付款|为|人民币|[：:¥￥\s])*$/;
const TOLD_BETWEEN = new RegExp(
  `^[）)]?(?:的?标准)?(?:执行|支付|付款|结算|收取)?(?:[，,]每?[月季年]?[^，。；元]{1,12}前[^，。；元\\d]{0,4}[付缴交])?[，,（(]?\\s*(?:共计?|合计|分|计)?\\s*${NUMBER}\\s*个?(?:${LOT}|包|[次期笔批]|个?季度?|个?月|学期|半年|年度?|片区|街道|社区|村|站点|门店|校区|楼栋|学校|车间)` +
    "[，,]?\\s*(?:共计?|合计?|总计|小计|计|即)(?:支付|付款|拨付|付|为|人民币|[：:¥￥\\s])*$",
);

/** 超出人数按570.40元/人结算: what one costs, a small sum by a word for prices; 元/月 says how often a sum is paid. */
export const isPriceOfOne = (before: string, behind: string, sum: MoneySum): boolean =>
  /^\s*[/／]\s*(?!每?个?[月季年期次笔批])/.test(behind) &&
  /(?:按|单价|标准|超出)[^。；;]*$/.test(before) &&
  (fenOf(sum) ?? 0) < LARGE_FEN;
/** From 10,000 元 on a sum is a payment, whatever it is of. */
const LARGE_FEN = 1_000_000;
