import { pieceStart } from "./budget-factors.ts";
import type { Span } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** A sum that is told as what a year comes to behind what a month of it does, and the words that name the year. */
export interface YearName {
  /** Where the sum begins. */
  sum: number;
  name: Span;
}

/** 第一年租金为, 2026年度服务费：, at the head of a piece. */
const YEAR =
  /^\s*((?:第[一二三四五六七八九十\d]{1,2}个?(?:租约|租赁|合同|服务|协议)?年|首年|次年|(?:19|20)\d{2}\s*年)(?:度)?(?:的?(?:租金|房租|租赁费|物业(?:管理)?费|服务费|管理费|维护费|使用费|费用|价款|经费|报酬))?)(?=[\p{Script=Han}（(：:，,\d\s])(?!\s*\d{1,2}\s*月)/u;
/** ，年租金, ，全年租金合计为: whose sum it is stands before. */
const OF_YEAR =
  /[，,；;、（(：:]\s*(?:即|共|合|折合)?(?:全年度?|本年度?|当年|年度?|一年)(?:的?(?:租金|房租|租赁费|物业(?:管理)?费|服务费|管理费|维护费|使用费|费用|价款|总额|总价))?(?:合计|共计|小计|总计|总额|共|计)?(?:为|是|[：:])?\s*(?:人民币)?[¥￥]?\s*$/u;
const BY_TIME = /每个?[月季]|[月季]度?(?:租金|服务费|管理费|物业费|费用|租)|[/／]月/;
const FEWEST = 2;

/**
 * 第一年租金为每月18,600元，年租金223,200元；第二年…: the sums of years that are told behind what a month of theirs costs. None
 * where but one year is told so, or two bear one name.
 */
export function yearNames(text: string): YearName[] {
  if (!/年/.test(text) || !BY_TIME.test(text)) return [];
  const sums = findSums(text);
  const named = sums.flatMap((sum, index) => nameOfYear(text, sums, index, sum) ?? []);
  const words = new Set(named.map(({ name }) => text.slice(name.start, name.end)));
  return named.length >= FEWEST && words.size === named.length ? named : [];
}

function nameOfYear(text: string, sums: readonly MoneySum[], index: number, sum: MoneySum): YearName | null {
  const rate = sums[index - 1];
  if (!rate) return null;
  const stop = pieceStart(text, sum.start);
  const from = stop + behindNumber(text.slice(stop));
  const year = YEAR.exec(text.slice(from, rate.start));
  const isTold =
    rate.start > from &&
    BY_TIME.test(text.slice(from, sum.start)) &&
    OF_YEAR.test(text.slice(rate.end, sum.start));
  if (!year || !isTold) return null;
  const start = from + year[0].indexOf(year[1]);
  return { sum: sum.start, name: { start, end: start + year[1].length } };
}
