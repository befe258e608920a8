import { readAmount, readQuantity } from "./figures/index.ts";
import type { MoneySum } from "./money-sums.ts";

/** 全年36,000元，三年|: a year's sum, and how many years the next one is of. */
const YEARS =
  /(?:全年|每年|一年|年(?:度)?\p{Script=Han}{1,4})[^，。；\d]{0,4}?(?:人民币|[¥￥\s])*(\d[\d,]*(?:\.\d+)?(?:万?元))[，,、]\s*([两二三四五六七八九十]{1,2}|\d{1,2})年[^，。；\d第]{0,8}$/u;

/** 全年36,000元，三年108,000元: whether a sum is what a year's sum right before it comes to in so many years, to the fen. */
export function isSumOfYears(text: string, { start, digits }: MoneySum): boolean {
  const said = YEARS.exec(text.slice(0, start));
  if (!said || !digits?.fen) return false;
  const [, sum, years] = said;
  const year = readAmount(sum, "元")?.fen ?? Number.NaN;
  const count = Number(readQuantity(`${years}个`)?.value ?? Number.NaN);
  return count > 1 && year * count === digits.fen;
}

const OF_YEAR =
  /每年度?$|^每?年度?(?:租金|租赁费|承包费|承包款|服务费|管理费|费用?|价款|金额|经费)(?:标准)?$/;
const YEARS_TOLD =
  "(?<![第\\d])(?:[两二三四五六七八九十]{1,2}|\\d{1,2})年(?:期)?(?:租金|租赁费|承包费|承包款|服务费|管理费|费用?)?(?:总?共|[为计是：:]*(?:人民币|[¥￥\\s])*\\d)";
const ALL_YEARS = new RegExp(`^[^。；]*(?:合计|共计|总计|总[价额费]|一共|${YEARS_TOLD})`);
/** 全年60,000元，合计: may be of several costs, and not of years. */
const OF_WHOLE_YEAR = /全年(?:租金|费用?)?$/;
const YEARS_BEHIND = new RegExp(`^[，,、]\\s*${YEARS_TOLD}`);

/** 每年48万元，三年合计144万元: whether a sum is a year's, and one of all years follows; a year's is the total where none does. */
export function isOfOneYear(words: string, text: string, { start, end }: MoneySum): boolean {
  const before = text.slice(0, start).replace(/(?:人民币|[¥￥\s])+$/, "");
  const behind = text.slice(end);
  return (
    ((OF_YEAR.test(words) || OF_YEAR.test(before)) && ALL_YEARS.test(behind)) ||
    (OF_WHOLE_YEAR.test(before) && YEARS_BEHIND.test(behind))
  );
}
