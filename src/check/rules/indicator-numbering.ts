import type { Finding } from "../../model/finding.ts";
import type { Contents } from "../../model/record.ts";
import type { Indicator } from "../../model/table.ts";
import type { Text } from "../../model/value.ts";
import { causeOf } from "../cause.ts";
import { type ListNumber, listNumberToText, readListNumber, successorsOf } from "../numbering.ts";
import type { Rule, Verdict } from "../rule.ts";

/**
 * （1）（2）（3）… and （4.1）（4.2）… run without gap or repeat; so do the numbers of items and requirements.
 * A list may begin anew with a new merged cell before it.
 *
 * | details of one requirement | verdict |
 * | --- | --- |
 * | （1）（2）（3） | pass |
 * | （3）（4）（4.1）（4.2）（5） after （2） | pass |
 * | （1）（2）（4） | error: （3） is missing |
 * | （1）（2）（2） | error: （2） twice |
 */
export const indicatorNumbering: Rule = {
  id: "indicator-numbering",
  severity: "error",
  clause: { zh: "服务细项编号连续，不缺号、不重号", en: "detail numbers run without gap or repeat" },
  check: (contents) =>
    [...new Set(contents.indicators.map((row) => row.table))].flatMap((table) => judgeTable(contents, table)),
};

type Level = "category" | "item" | "requirement" | "detail";
const LEVELS: readonly Level[] = ["category", "item", "requirement", "detail"];

interface Entry {
  text: Text;
  number: ListNumber;
  /** Whether a merged cell before this one has changed since the entry before. */
  restarts: boolean;
}

function judgeTable(contents: Contents, table: string): Verdict[] {
  const rows = contents.indicators.filter((row) => row.table === table);
  return LEVELS.flatMap((level) => {
    const entries = entriesOf(rows, level);
    if (entries.length === 0) return [];
    const flaws = entries.flatMap((entry, index) => flawOf(entries[index - 1] ?? null, entry));
    const subject = rows[0][level].value;
    return flaws.length > 0 ? flaws : [{ outcome: "pass", version: null, subject, missing: [] }];
  });
}

/** The numbered cells of one column, each once; rows without a number break nothing. */
function entriesOf(rows: readonly Indicator[], level: Level): Entry[] {
  const before = LEVELS.slice(0, LEVELS.indexOf(level));
  const entries: Entry[] = [];
  let restarts = true;
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    const isSame = (each: Level): boolean => previous !== undefined && isSameCell(previous[each], row[each]);
    if (!before.every(isSame)) restarts = true;
    if (level !== "detail" && isSame(level)) return;
    const number = readListNumber(row[level].value);
    if (!number) return;
    entries.push({ text: row[level], number, restarts });
    restarts = false;
  });
  return entries;
}

/** Merged cells are repeated on every row with their places. */
function isSameCell(a: Text, b: Text): boolean {
  return a.value === b.value && JSON.stringify(a.evidence) === JSON.stringify(b.evidence);
}

function flawOf(previous: Entry | null, entry: Entry): Verdict[] {
  const isOtherList = previous !== null && previous.number.style !== entry.number.style;
  const allowed = successorsOf(isOtherList ? null : (previous?.number ?? null), entry.restarts);
  if (fits(entry.number, allowed)) return [];
  const expected = listNumberToText({ ...entry.number, parts: allowed[0] });
  const actual = listNumberToText(entry.number);
  const isRepeat = previous !== null && actual === listNumberToText(previous.number);
  const after = previous ? listNumberToText(previous.number) : "";
  const { cause, suggestion } = causeOfNumber(entry, allowed);
  const finding: Finding = {
    ruleId: "indicator-numbering",
    severity: "error",
    cause,
    version: null,
    subject: entry.text.value,
    expected,
    actual,
    difference: String(Math.abs((entry.number.parts.at(-1) ?? 0) - (allowed[0].at(-1) ?? 0))),
    formula: `${after} → ${expected}`,
    message: {
      zh: isRepeat
        ? `编号 ${actual} 重复，应为 ${expected}`
        : `编号 ${after} 之后是 ${actual}，应为 ${expected}`,
      en: isRepeat
        ? `number ${actual} stands twice; ${expected} was due`
        : `after ${after} comes ${actual}; ${expected} was due`,
    },
    suggestion,
    followsFrom: null,
    evidence: entry.text.evidence,
  };
  return [{ outcome: "fail", finding, equation: null, figures: [entry.text] }];
}

const fits = (number: ListNumber | null, allowed: readonly number[][]): boolean =>
  number !== null && allowed.some((parts) => parts.join(".") === number.parts.join("."));

function causeOfNumber({ text, number }: Entry, allowed: readonly number[][]) {
  const rivals = (text.readings ?? []).filter((reading) => reading.raw !== text.value);
  const suspect = { name: listNumberToText(number), raw: text.value, trust: text.trust, rivals };
  return causeOf<(typeof rivals)[number], typeof suspect>([suspect], (_, rival) =>
    fits(readListNumber(rival.raw), allowed) ? 1 : 0,
  );
}
