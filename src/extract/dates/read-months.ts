import { readChineseInteger } from "../figures/numerals.ts";

const NUMBER = String.raw`(\d{1,3}|[一二两三四五六七八九十廿壹贰叁肆伍陆柒捌玖拾]{1,4})`;
/** 12（十二）, 壹（1）. */
const AGAIN = String.raw`(?:[（(]\s*[\d一二两三四五六七八九十廿壹贰叁肆伍陆柒捌玖拾]{1,4}\s*[）)]\s*)?`;
const MONTHS = new RegExp(
  String.raw`${NUMBER}\s*${AGAIN}(个(?:自然|整)?月|个日历月|月(?=[。；，）)]|$))|(?<![\d第〇零一二三四五六七八九])${NUMBER}\s*${AGAIN}(?:个)?(?:周|整)?年(半)?(?![度级月内底初前中份]|\d)`,
  "g",
);
/** Words before a count that say it is the whole term's, and such that say it is something else's. */
const TOTAL =
  /(?:^\s*$|共计?|合计|总计|为期?|期限?[为是：:]?|计|时间|周期[为是：:]?|期间|[起始](?:算|计算?|开始)?\s*[，,]?|有效|即|[（(])\s*(?:共计?|为)?$/;
const OTHER =
  /(?:前|每|提前|届满前?|之后|后|第|逾期|超过|满|试用期|质保期?|保修期?|考核期?)(?:\s*[为是：:])?$/;

/** …至2026年1月14日，6个月。, …日止，历时6个月。: by a word for all of the time or none. */
const BEHIND_DAYS =
  /[至到—~～-]\s*(?:20\d{2}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日止?\s*(?:[，,（(]\s*(?:历时|为时|前后|总共|一共|整|服务期|工期|租期|合同期|履行期|期限)?)$/u;
/** 自2025年6月1日至2030年5月31日的60个月: all of the time between two days. */
const OF_DAYS = /[至到—~～-]\s*(?:20\d{2}\s*年)?\s*\d{1,2}\s*月\s*\d{1,2}\s*日止?的\s*$/;
const AT_END = /^\s*(?:[。；;，,）)]|$)/;
/** 在14个月内完成，自…起: how long it takes in all, its days behind it. */
const DONE_WITHIN = /^内(?:全部)?完成\s*[，,]\s*[自从]/;

/** 12个月，自2025年1月1日至…: all of the time whose days follow. */
const BEFORE_DAYS = /^\s*[，,（(]\s*(?:即\s*)?[自从]\s*\d{4}\s*[年./-]/;

/** A stated number of months, `[start, end)`. */
export interface FoundMonths {
  start: number;
  end: number;
  months: number;
}

/** Every count of months that says how long something lasts in all: 共计12个月, 为期两年, （24个月）. */
export function findMonthCounts(text: string): FoundMonths[] {
  return [...text.matchAll(MONTHS)].flatMap((match) => {
    const before = text.slice(0, match.index);
    if (before.trim() === "" && !/^[，,。；]|^$/.test(text.slice(match.index + match[0].length))) return [];
    const behind = text.slice(match.index + match[0].length);
    const isAll = TOTAL.test(before) || (BEHIND_DAYS.test(before) && AT_END.test(behind));
    const isDone = DONE_WITHIN.test(behind) && /在\s*$/.test(before);
    const isOfDays = OF_DAYS.test(before) && !/^\s*[内前后]/.test(behind);
    if (OTHER.test(before) || !(isAll || isDone || isOfDays || BEFORE_DAYS.test(behind))) return [];
    if (!isDone && /^\s*(?:前|内|后|以内|以上|一次|为一)/.test(behind)) return [];
    const months = match[1] === undefined ? toNumber(match[3]) * 12 + (match[4] ? 6 : 0) : toNumber(match[1]);
    if (months < 1 || months > 600) return [];
    return [{ start: match.index, end: match.index + match[0].length, months }];
  });
}

function toNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number(readChineseInteger(text) ?? 0n);
}
