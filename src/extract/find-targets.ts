import type { Target } from "../model/table.ts";
import { CLAUSE_END, clauseBefore, clauseStart, comparisonIn } from "./find-targets-clause.ts";
import { shareComparisons } from "./find-targets-join.ts";
import { maskOtherNumbers } from "./find-targets-mask.ts";
import { readNumber, shareUnit } from "./find-targets-number.ts";
import { periodOf } from "./find-targets-period.ts";
import {
  BEHIND,
  BEHIND_PERIOD,
  COMPARISON,
  CONDITION_UNIT,
  IDLE_UNIT,
  NUMBER,
  OTHER_PERIOD,
  TIME_UNIT,
  TRAILING,
  UNIT,
} from "./find-targets-words.ts";

/**
 * The measurable targets a standard sets, left to right; prose without a counted number sets none.
 *
 * | text | targets |
 * | --- | --- |
 * | 不少于2场, 至少2场, 2场以上, ≥2场 | at-least 2 场 |
 * | 不超过3个工作日, 3个工作日内 | at-most 3 个工作日 |
 * | 覆盖率100%, 达到95%, 2场活动 | equal: the stated figure is the goal; 达到95%以上 is at-least |
 * | 2-3次 | at-least 2 次, at-most 3 次 |
 * | 每季度至少1次, 1次/季度, 一年两次 | per quarter, quarter, year |
 * | 全年8场，每场20人 | per year; per nothing, as 每场 is no period |
 *
 * A period counts for the numbers of its own clause, and for the next one when its clause has none.
 * `unit` is as printed; 3万人 is 30000 人, 3万元 stays 3 万元; a number alone in its clause has unit "".
 */
export function findTargets(text: string): Target[] {
  const masked = maskOtherNumbers(text);
  const found = findCounts(masked);
  const spans = found.map((count, index) => describe(text, masked, count, found[index - 1]));
  shareComparisons(masked, spans);
  return spans.flatMap(toTargets(text));
}

/** A number with its unit: `[start, end)` in the text; `upTo` is the upper end of a range. */
export interface Count {
  start: number;
  end: number;
  value: number;
  upTo: number | null;
  unit: string;
  /** 200余人: more than the number says. */
  isMore: boolean;
}

/** A target as told: where its words begin and end. */
export interface Span extends Count {
  comparison: Target["comparison"] | null;
  per: Target["per"];
  rawStart: number;
  rawEnd: number;
}

const COUNT = new RegExp(
  `(?<number>${NUMBER})(?:\\s*(?:-|~|—|至|到)\\s*(?<upTo>${NUMBER}))?\\s*(?<myriad>万(?!元))?(?<more>余|多)?\\s*(?<half>个半(?=小时|月))?(?:(?<unit>${UNIT})|[（(](?<boxed>${UNIT})[）)])?`,
  "gu",
);

function findCounts(masked: string): Count[] {
  const counts: Count[] = [];
  for (const match of masked.matchAll(COUNT)) {
    const {
      number = "",
      upTo,
      myriad,
      more,
      half,
      boxed = "",
      unit = boxed,
    } = match.groups as Record<string, string | undefined>;
    const start = match.index;
    const share = shareUnit(number);
    const end = start + (share ? number.length : match[0].trimEnd().length);
    const scale = myriad ? 10000 : 1;
    const value = readNumber(number);
    const last = upTo === undefined ? null : readNumber(upTo);
    if (value === null) continue;
    const count: Count = {
      start,
      end,
      value: value * scale + (half ? 0.5 : 0),
      upTo: last === null ? null : last * scale,
      unit: share ?? (unit || labelledUnit(masked.slice(0, start))),
      isMore: more !== undefined || /满$/.test(masked.slice(0, start)),
    };
    if (isTarget(masked, count, /^\d/.test(number))) counts.push(count);
  }
  return counts;
}

/** The unit that a label tells before a bare number: 满意率（%）：≥95. */
function labelledUnit(before: string): string {
  return LABELLED.exec(before)?.[1] ?? "";
}

const LABELLED = new RegExp(`[（(](${UNIT})[）)]\\s*[:：]?\\s*(?:${COMPARISON.source})?\\s*$`, "u");

function isTarget(masked: string, { start, end, unit }: Count, isDigits: boolean): boolean {
  const before = masked.slice(0, start);
  const after = masked.slice(end);
  if (/[A-Za-z\d.]$/.test(before) || /(?:每|第|近)(?:隔)?$/.test(before)) return false;
  if (/满$/.test(before) && (unit === "" || CONDITION_UNIT.test(unit) || /每满$/.test(before))) return false;
  const isCompared = comparisonIn(clauseBefore(before)) !== null || TRAILING.test(after);
  if (unit === "") return isDigits && isAlone(before, after);
  if (!isDigits && IDLE_UNIT.test(unit) && !isCompared) return false;
  if (TIME_UNIT.test(unit) && isInterval(before, after, unit)) return false;
  return !(/^[日时年]$/.test(unit) && !isCompared);
}

/** A number without a unit counts when nothing else stands in its clause but a comparison. */
function isAlone(before: string, after: string): boolean {
  const clause = clauseBefore(before);
  const rest = clause.replace(COMPARISON, "").trim();
  // 人均学时≥24, 受益人次不少于600: the word before says what is counted.
  if (COMPARED.test(clause) && (after.trim() === "" || CLAUSE_END.test(after[0]))) return true;
  return rest === "" && (after.trim() === "" || (clause.trim() !== "" && CLAUSE_END.test(after[0])));
}

const COMPARED = new RegExp(`(?:${COMPARISON.source})\\s*$`);

/** 两年一次: the time between two events is no target, nor is the period itself in 一年不少于2次. */
function isInterval(before: string, after: string, unit: string): boolean {
  if (/每(?:隔|满)?\s*$/.test(before)) return true;
  // 24小时内办结率: how soon is part of what the share is of.
  if (SHARE_WITHIN.test(after)) return true;
  if (!/^(?:年|周|天|个月|日|个?学期)$/.test(unit)) return false;
  // 五年内无重大安全事故: how long nothing is to happen.
  if (/^[之以]?内(?:无|未|没有|零)/.test(after)) return true;
  // 三年内孵化组织6个: the time is what the count is for.
  if (/^(?:年|个月|个?学期)$/.test(unit) && COUNT_WITHIN.test(after)) return true;
  return new RegExp(
    `^(?:内)?(?:${COMPARISON.source})?(?:开展|组织|举办)?\\s*(?:${NUMBER})\\s*(?:次|场|期|节|篇|份)`,
    "u",
  ).test(after);
}

const SHARE_WITHIN = /^[之以]?内\p{Script=Han}{1,6}率/u;
const COUNT_WITHIN = new RegExp(`^之?内\\p{Script=Han}{1,8}(?:${NUMBER})(?:${UNIT})`, "u");

function describe(text: string, masked: string, count: Count, previous: Count | undefined): Span {
  const from = Math.max(previous?.end ?? 0, clauseStart(masked, count.start, CLAUSE_END));
  const window = masked.slice(from, count.start);
  const before = comparisonIn(window);
  const behind = BEHIND.exec(masked.slice(count.end));
  const period = behind ? behind[0].length : 0;
  const trailing = TRAILING.exec(masked.slice(count.end + period));
  const isTrailed =
    trailing !== null &&
    (trailing[1] !== undefined || TIME_UNIT.test(count.unit) || !/^内/.test(trailing[2]));
  const trailed = isTrailed ? (trailing[1] ? "at-least" : "at-most") : null;
  const comparison = before?.comparison ?? trailed ?? (count.isMore ? "at-least" : null);
  const per = behind
    ? BEHIND_PERIOD[behind[1] as keyof typeof BEHIND_PERIOD]
    : TIME_UNIT.test(count.unit) && /[后前起末底初]$/.test(masked.slice(0, count.start))
      ? null
      : periodOf(text, masked, count, previous);
  return {
    ...count,
    comparison,
    per,
    rawStart: rawStartOf(text, from, before ? from + before.start : count.start, per),
    rawEnd: count.end + period + (isTrailed ? trailing[0].length : 0),
  };
}

/** Where the words of a target begin: at its comparison, or at a period that `per` has no name for (每半年). */
function rawStartOf(text: string, from: number, start: number, per: Target["per"]): number {
  const other = per === null ? OTHER_PERIOD.exec(text.slice(from, start)) : null;
  return other ? from + other.index : start;
}

const toTargets =
  (text: string) =>
  ({ comparison, value, upTo, unit, per, rawStart, rawEnd }: Span): Target[] => {
    const raw = text.slice(rawStart, rawEnd).trim();
    if (upTo === null) return [{ comparison: comparison ?? "equal", value, unit, per, raw }];
    return [
      { comparison: "at-least", value, unit, per, raw },
      { comparison: "at-most", value: upTo, unit, per, raw },
    ];
  };
