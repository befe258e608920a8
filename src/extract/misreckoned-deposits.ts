import type { Problem } from "../model/finding.ts";
import type { Flow, FlowTable } from "../model/flow.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { readCount } from "./schedule-term-parts.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_SO_MANY_MONTHS = {
  zh: "不是所写月数的月租金，请核对原件",
  en: "isn't what so many months' rent come to; check the page",
};

/** 押金为两个月租金，即|: how many months' rent the sum behind is. */
const OF_MONTHS =
  /(?<![第\d])([一二两三四五六1-6])个月(?:的)?(?:房?租金?|月租)[^，。；\d]{0,6}[，,（(]?\s*(?:即|计|共|为)?(?:人民币|[：:¥￥\s])*$/;
/** 月租金7,200元, 每月36,500元. */
const BY_MONTH = /(?:每个?月|月租|月(?:租|服务|管理|物业|承包)(?:金|费))[^，。；\d]{0,8}$/;
const BY_MONTH_BEHIND = /^\s*[/／]\s*每?个?月/;
const MONTHS_OF_YEAR = 12;

/** Problems for sums told as so many months' rent (押金为两个月租金，即14,000元) that no rent told by the month or the year comes to. */
export function findMisdeposited(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  const texts = findClauses(flow)
    .filter(isProse)
    .map(({ part }) => part.content);
  const rents = texts.flatMap(({ text }) =>
    findSums(text).flatMap((sum) => {
      const fen = fenOf(sum) ?? 0;
      const before = text.slice(0, sum.start);
      const isOfMonth = BY_MONTH.test(before) || BY_MONTH_BEHIND.test(text.slice(sum.end));
      if (isOfMonth) return [fen];
      return /年(?:租金?|承包费)?[^，。；\d]{0,6}$/.test(before) ? [fen / MONTHS_OF_YEAR] : [];
    }),
  );
  rents.push(...flow.flatMap((part) => (part.kind === "table" ? numbersOf(part) : [])));
  if (rents.length === 0) return [];
  return texts.flatMap((content) =>
    findSums(content.text).flatMap((sum) => {
      const months = readCount(OF_MONTHS.exec(content.text.slice(0, sum.start))?.[1] ?? "");
      const fen = fenOf(sum);
      const isIt = months !== null && rents.some((rent) => Math.abs(rent * months - (fen ?? 0)) < 100);
      return months === null || fen === null || isIt || standsAt(content, known, sum)
        ? []
        : [notUnderstood(content, sum, NOT_SO_MANY_MONTHS)];
    }),
  );
}

/** Every number of a table as a sum in fen, whatever it is of: 月租金 of the first year may be one. */
const numbersOf = ({ cells }: FlowTable): number[] =>
  cells.flatMap(({ content }) => {
    const number = readPlainNumber(content.text);
    return number ? [Number(number.value.units) * 10 ** (2 - number.value.scale)] : [];
  });
