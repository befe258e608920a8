import { wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import type { Contents } from "../model/record.ts";
import { MONTHS_OF_YEAR, pieceStart } from "./budget-factors.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { readQuantity } from "./figures/index.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_SO_OFTEN = {
  zh: "不是文中另一金额的相应倍数或平均数，请核对原件",
  en: "isn't the multiple or the mean of another sum that its words say; check the page",
};

/** ，折合每月, （每月, 即每平方米每月: between two sums of which one is the other so often. */
const FOR_EACH =
  /^(?:[/／][^，。；]{0,8})?[^，。；\d]{0,4}[，,（(]?\s*(即|折合|约?合|平均|相当于)?\s*(?:每个?[月年季天]度?|全年|每\p{Script=Han}{1,4}(?:每个?[月年])?)(?:的)?(?:租金|服务费|费用|为|是|计)*\s*(?:人民币)?[¥￥]?\s*$/u;
const OF_AREA = /每(?:平方米|㎡|平米|亩)[^，。；\d]{0,8}$/;
/** 已付5次，计510,000元. */
const SO_OFTEN =
  /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*(?:次|期|笔|个月|个?季度?|年)[，,、]?\s*(?:共计?|合计|计)\s*(?:人民币)?[¥￥]?\s*$/;
/** 77,580元（相当于两个月租金）. */
const AS_MUCH_AS =
  /^\s*[（(，,]?\s*(?:相当于|即|为)\s*(\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:个)?(?:月|年|季度?|期)的?(?:租金|服务费|费用|工资|管理费|租费)/;
const MOST_OFF = 0.2;
const ROUNDS = /约|左右/;

/** Problems for sums told as so many of another (已付5次，计510,000元), or as what comes to each month, which none told anywhere bears out. */
export function findMistimed(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const contents = findClauses(flow)
    .filter(isProse)
    .map(({ part: { content } }) => content);
  const told = contents.flatMap(({ text }) => findSums(text).map((sum) => fenOf(sum) ?? 0));
  const numbers = contents.flatMap(({ text }) =>
    [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([said]) => Number(said.replace(/,/g, ""))),
  );
  return contents.flatMap((content) => {
    const sums = findSums(content.text);
    return sums
      .filter(
        (sum, at) =>
          isNoMultiple(content.text, sum, told) ||
          (at > 0 && isNoShare(content.text, sums[at - 1], sum, numbers)) ||
          // 每月18,600元（按每平方米每月60元计），年租金…: what a bracket holds is passed over.
          sums.slice(Math.max(0, at - 2), at).some((month) => isNoYear(content.text, month, sum)),
      )
      .filter((sum) => !standsAt(content, known, sum))
      .map((sum) => notUnderstood(content, sum, NOT_SO_OFTEN));
  });
}

/** Whether a sum is said to be so many of another, and nearly is, but of none told. */
function isNoMultiple(text: string, sum: MoneySum, told: readonly number[]): boolean {
  const fen = fenOf(sum) ?? 0;
  const piece = /[^。；;]*$/.exec(text.slice(0, sum.start))?.[0] ?? "";
  // 每次102,000元，5次计…: judged beside its price.
  const before = /\d\s*元/.test(piece) ? null : SO_OFTEN.exec(piece)?.[1];
  const said = AS_MUCH_AS.exec(text.slice(sum.end))?.[1] ?? before;
  const times = said ? Number(readQuantity(`${said}个`)?.value ?? Number.NaN) : Number.NaN;
  if (!(times > 1) || fen === 0) return false;
  const others = told.filter((other) => other > 0 && other !== fen);
  const isIt = others.some((other) => Math.abs(other * times - fen) <= times);
  const isAgain = told.filter((other) => other === fen).length > 1;
  return !isIt && !isAgain && others.some((other) => isNear(fen, other * times));
}

/** Whether of two sums right beside each other, one for each of what the other is of, neither divides the other. */
function isNoShare(text: string, first: MoneySum, second: MoneySum, numbers: readonly number[]): boolean {
  const between = text.slice(first.end, second.start);
  const word = FOR_EACH.exec(between);
  const isArea = OF_AREA.test(text.slice(0, first.start)) && !OF_AREA.test(between);
  const [a, b] = [fenOf(first) ?? 0, fenOf(second) ?? 0];
  if (!word || !(word[1] || isArea) || a === 0 || b === 0 || ROUNDS.test(between)) return false;
  const [less, more] = a < b ? [first, second] : [second, first];
  const [one, all] = [Math.min(a, b), Math.max(a, b)];
  const half = Math.max(1, (less.digits?.precisionFen ?? 1) / 2);
  const slack = Math.max(1, (more.digits?.precisionFen ?? 1) / 2);
  const counts = [...numbers, Math.round(all / one)];
  // A price of one is set; what comes to each of many was rounded.
  const room = (count: number): number => slack + (less === second ? half * count : 1);
  return !counts.some((count) => count >= 1 && Math.abs(one * count - all) <= room(count));
}

/** 每月18,600元，年租金232,200元: whether a year is not so many whole months of the sum told right before it as what a month costs. */
function isNoYear(text: string, first: MoneySum, second: MoneySum): boolean {
  const between = text.slice(first.end, second.start);
  const before = text.slice(pieceStart(text, first.start), first.start);
  const [month, year] = [first.digits, second.digits];
  if (!month?.fen || !year?.fen || ROUNDS.test(before + between)) return false;
  if (!A_MONTH.test(before) || !A_YEAR.test(between)) return false;
  const times = Math.round(year.fen / month.fen);
  const slack = (year.precisionFen + times * month.precisionFen) / 2;
  const isWhole = times >= 1 && times <= MONTHS_OF_YEAR && Math.abs(times * month.fen - year.fen) <= slack;
  return !isWhole && year.fen > month.fen;
}

/** 每人每月 is a price of each of several. */
const A_MONTH =
  /(?:(?<!每[^，。；\d]{1,4})每个?月|月(?:租金|服务费|物业费|管理费|费用?))(?:的?(?:租金|服务费|物业费|管理费|费用?))?(?:为|是|按|[：:])?\s*(?:人民币)?[¥￥]?\s*$/;
/** Nothing but what the first sum is reckoned by stands between the two. */
const A_YEAR =
  /^\s*(?:[（(][^（）()]*[）)])?\s*[，,；;]\s*(?:即|共|合|折合)?(?:全年度?|年度?|一年)(?:的?(?:租金|服务费|物业费|管理费|费用|总额))?(?:合计|共计|小计|总计|共|计)?(?:为|是|[：:])?\s*(?:人民币)?[¥￥]?\s*$/;

function isNear(seen: number, meant: number): boolean {
  if (Math.abs(seen - meant) <= MOST_OFF * meant) return true;
  const [a, b] = [seen, Math.round(meant)].map((number) => wholeToDecimal(number));
  return looksSlipped(a, b);
}
