import type { Finding } from "../../model/finding.ts";
import type { Contents } from "../../model/record.ts";
import type { Indicator } from "../../model/table.ts";
import type { Text } from "../../model/value.ts";
import { causeOf } from "../cause.ts";
import { dueFor, fits, mayBeMisread, type Numbered } from "../misread-number.ts";
import { type ListNumber, listNumberToText, readListNumber } from "../numbering.ts";
import type { Rule, Verdict } from "../rule.ts";
import { judgeSerials } from "./serial-column.ts";

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
    [...new Set(contents.indicators.map((row) => row.table))].flatMap((table) => [
      ...judgeTable(contents, table),
      ...judgeSerials(contents, table),
    ]),
};

type Level = "category" | "item" | "requirement" | "detail";
const LEVELS: readonly Level[] = ["category", "item", "requirement", "detail"];

interface Entry extends Numbered {
  text: Text;
  before: Entry | null;
  /** How many cells without a number stand between. */
  skipped: number;
}

function judgeTable(contents: Contents, table: string): Verdict[] {
  const rows = contents.indicators.filter((row) => row.table === table);
  return LEVELS.flatMap((level) => {
    const entries = entriesOf(rows, level);
    const verdicts = entries.flatMap((entry) => judgeEntry(entry, entries));
    const subject = rows[0][level].value;
    const isFine = verdicts.length > 0 && verdicts.every((verdict) => verdict.outcome === "pass");
    return isFine ? [{ outcome: "pass", version: null, subject, missing: [] }] : notPassed(verdicts);
  });
}

const notPassed = (verdicts: readonly Verdict[]): Verdict[] =>
  verdicts.filter(({ outcome }) => outcome !== "pass");

/** The numbered cells of one column, each once. */
function entriesOf(rows: readonly Indicator[], level: Level): Entry[] {
  const outer = LEVELS.slice(0, LEVELS.indexOf(level));
  const last = new Map<ListNumber["style"], Entry>();
  const entries: Entry[] = [];
  let restarts = true;
  let skipped = 0;
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (!above || !outer.every((each) => isSameCell(above[each], row[each]))) restarts = true;
    // A cell merged over rows, or going on beyond a page break, is repeated with its places: it stands on paper once.
    if (above && isSameCell(above[level], row[level])) return;
    if (level !== "detail" && above?.[level].value === row[level].value) return;
    const number = readListNumber(row[level].value);
    if (!number) {
      skipped += 1;
      return;
    }
    const isOtherStyle = entries.at(-1)?.number.style !== number.style;
    const before = last.get(number.style) ?? null;
    const entry = { text: row[level], number, before, restarts: restarts || isOtherStyle, skipped };
    entries.push(entry);
    last.set(number.style, entry);
    restarts = false;
    skipped = 0;
  });
  return entries;
}

/** Merged cells are repeated on every row with their places. */
function isSameCell(a: Text, b: Text): boolean {
  return a.value === b.value && JSON.stringify(a.evidence) === JSON.stringify(b.evidence);
}

function judgeEntry(entry: Entry, all: readonly Entry[]): Verdict[] {
  const { text, number, skipped } = entry;
  const allowed = dueFor(entry);
  const subject = text.value;
  if (fits(number, allowed)) return [{ outcome: "pass", version: null, subject, missing: [] }];
  if (allowed.some((parts) => isFartherBy(skipped, parts, number.parts))) {
    const missing = [`${listNumberToText(number)}之前的编号`];
    return [{ outcome: "cannot-tell", version: null, subject, missing }];
  }
  return [fail(entry, allowed, mayBeMisread(entry, all))];
}

function fail(entry: Entry, allowed: readonly number[][], isUnsure: boolean): Verdict {
  const { text, number, before } = entry;
  const expected = listNumberToText({ ...number, parts: allowed[0] });
  const actual = listNumberToText(number);
  const after = before ? listNumberToText(before.number) : "";
  const isRepeat = actual === after;
  const { cause, suggestion } = causeOfNumber(entry, allowed);
  const finding: Finding = {
    ruleId: "indicator-numbering",
    severity: "error",
    ...(cause === "document" && isUnsure ? { cause: "unknown" as const, suggestion } : { cause, suggestion }),
    version: null,
    subject: text.value,
    expected,
    actual,
    difference: String(Math.abs((number.parts.at(-1) ?? 0) - (allowed[0].at(-1) ?? 0))),
    formula: `${after} → ${expected}`,
    message: {
      zh: isRepeat
        ? `编号 ${actual} 重复，应为 ${expected}`
        : `编号 ${after} 之后是 ${actual}，应为 ${expected}`,
      en: isRepeat
        ? `number ${actual} stands twice; ${expected} was due`
        : `after ${after} comes ${actual}; ${expected} was due`,
    },
    followsFrom: null,
    evidence: text.evidence,
  };
  return { outcome: "fail", finding, equation: null, figures: [text] };
}

/** Whether a number is the one due, but for cells in between whose numbers were not read. */
function isFartherBy(skipped: number, due: readonly number[], parts: readonly number[]): boolean {
  const gap = (parts.at(-1) ?? 0) - (due.at(-1) ?? 0);
  return gap > 0 && gap <= skipped && due.slice(0, -1).join(".") === parts.slice(0, -1).join(".");
}

/** Only what readers made of the number counts, not of the text after it. */
function causeOfNumber({ text, number }: Entry, allowed: readonly number[][]) {
  const readings = (text.readings ?? []).map((reading) => ({
    ...reading,
    number: readListNumber(reading.raw),
  }));
  const own = listNumberToText(number);
  const rivals = readings.filter(
    (reading) => reading.number === null || listNumberToText(reading.number) !== own,
  );
  const isClear = readings.length > 1 && rivals.length === 0;
  const suspect = { name: own, raw: text.value, trust: isClear ? ("agreed" as const) : text.trust, rivals };
  return causeOf<(typeof rivals)[number], typeof suspect>([suspect], (_, rival) =>
    fits(rival.number, allowed) ? 1 : 0,
  );
}
