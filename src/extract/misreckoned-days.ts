import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { findDays } from "./dates/read-day.ts";

const NOT_SO_LONG = {
  zh: "所写天数与起止日期不符，请核对原件",
  en: "the days told aren't those between the two dates; check the page",
};

/** 工期90天, 共30日: how long all of it lasts; 30天内 and 60个工作日 tell something else. */
const LASTS =
  /(?:工期|期限|租期|服务期|展期|[共总合]计?|历时|为期|计)(?:为|是|[：:])?\s*(\d{1,4})\s*(?:个)?(?:日历|自然)?[天日](?!历?(?:之?内|以内|前|后|起|止)|[上下]午)/g;
/** Days that are counted by other rules. */
const ELSE = /工作日|除去|除外|扣除|顺延|有效|实际|上学|上课|供餐|开放|节假日|周末|每[周月天日]|停/;
/** 至, 起至, 开工，至: from the one day to the other. */
const TO = /^[^。；;\d]{0,8}(?:至|到|—|–|-|~|～|止)[^。；;\d]{0,4}$|^[^。；;\d]{0,6}[，,][^。；;\d]{0,8}$/;
const DAY_MS = 86_400_000;

/** Problems for a count of days in a sentence with the two days it runs between, that it is neither with both of them nor with one. */
export function findMisdated(flow: Flow, _: Contents): Problem[] {
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther, isPayment }) => !isOther && !isPayment)
    .flatMap(({ part: { content } }) => {
      const { text } = content;
      return [...text.matchAll(LASTS)].flatMap((match): Problem[] => {
        const [from, to] = sentenceAround(text, match.index);
        const days = findDays(text.slice(from, to));
        const said = text.slice(from, to);
        const [first, last, more] = days;
        if (!first || !last || more || ELSE.test(said) || !TO.test(said.slice(first.end, last.start)))
          return [];
        const between = Math.round((Date.parse(last.value) - Date.parse(first.value)) / DAY_MS);
        const count = Number(match[1]);
        const span = { start: match.index, end: match.index + match[0].length };
        return between <= 0 || count === between || count === between + 1
          ? []
          : [notUnderstood(content, span, NOT_SO_LONG)];
      });
    });
}

function sentenceAround(text: string, at: number): [from: number, to: number] {
  const from = Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, at))) + 1;
  const length = text.slice(at).search(/[。；;]/);
  return [from, length < 0 ? text.length : at + length];
}
