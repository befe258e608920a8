import { wholeMonthsBetween } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { findDays } from "./dates/read-day.ts";
import { readCount } from "./schedule-term-parts.ts";

const NOT_SO_LONG = {
  zh: "所写天数或月数与起止日期不符，请核对原件",
  en: "the days or months told aren't those between the two dates; check the page",
};

/** 工期90天, 共30日: how long all of it lasts; 30天内 and 60个工作日 tell something else. */
const LASTS =
  /(?:工期|期限|租期|服务期|展期|[共总合]计?|历时|为期|计)(?:为|是|[：:])?\s*(\d{1,4})\s*(?:个)?(?:日历|自然)?[天日](?!历?(?:之?内|以内|前|后|起|止)|[上下]午)/g;
/** 共计10个月: how many months all of it lasts. */
const LASTS_MONTHS =
  /(?:[共总合]计?|历时|为期|计|[，,（(])\s*(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个(?:自然)?月(?!的|之?[内前后]|以[内上])/g;
/** Days that are counted by other rules. */
const ELSE = /工作日|除去|除外|扣除|顺延|有效|实际|上学|上课|供餐|开放|节假日|周末|每[周月天日]|停/;
/** 至, 起至, 开工，至: from the one day to the other. */
const TO = /^[^。；;\d]{0,8}(?:至|到|—|–|-|~|～|止)[^。；;\d]{0,4}$|^[^。；;\d]{0,6}[，,][^。；;\d]{0,8}$/;
const DAY_MS = 86_400_000;

/** Problems for a count of days in a sentence with the two days it runs between, that it is neither with both of them nor with one. */
export function findMisdated(flow: Flow, { agreement: { term } }: Contents): Problem[] {
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther, isPayment }) => !isOther && !isPayment)
    .flatMap(({ part: { content } }) => {
      const { text } = content;
      const byDays = [...text.matchAll(LASTS)].filter((match) => {
        const days = daysBeside(text, match.index);
        const between = days ? Math.round((Date.parse(days[1]) - Date.parse(days[0])) / DAY_MS) : 0;
        return between > 0 && ![between, between + 1].includes(Number(match[1]));
      });
      const byMonths = [...text.matchAll(LASTS_MONTHS)].filter((match) => {
        const days = daysBeside(text, match.index);
        // Those of the agreement's own term are judged by a rule.
        if (!days || (days[0] === term?.from.value && days[1] === term.to.value)) return false;
        const months = wholeMonthsBetween(days[0], days[1]);
        return months !== null && months !== readCount(match[1]);
      });
      return [...byDays, ...byMonths].map(({ index, 0: said }) =>
        notUnderstood(content, { start: index, end: index + said.length }, NOT_SO_LONG),
      );
    });
}

/** The only two days of a sentence, from the one to the other; null where there are others, or days are counted otherwise. */
function daysBeside(text: string, at: number): [string, string] | null {
  const [from, to] = sentenceAround(text, at);
  const said = text.slice(from, to);
  const [first, last, more] = findDays(said);
  if (!first || !last || more || ELSE.test(said) || !TO.test(said.slice(first.end, last.start))) return null;
  return [first.value, last.value];
}

function sentenceAround(text: string, at: number): [from: number, to: number] {
  const from = Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const length = text.slice(at).search(/[。；;]/);
  return [from, length < 0 ? text.length : at + length];
}
