import type { Budget, BudgetLine, Instalment, Schedule, Version } from "../../src/model/agreement.ts";
import type { Place } from "../../src/model/place.ts";
import type { Contents } from "../../src/model/record.ts";
import type { Indicator, Table } from "../../src/model/table.ts";
import type { Day, Money, Percent, Quantity, Reading, Text } from "../../src/model/value.ts";

let nextPlace = 0;

/** A place of its own for every figure, all on one page however many files share this, so that tests can tell where a finding points. */
export function somewhere(): Place {
  nextPlace += 1;
  const y = nextPlace * 20;
  return { pageNumber: 1, box: [100, y, 200, y + 18] };
}

const sure = () => ({ trust: "agreed" as const, confidence: 0.95, evidence: [somewhere()] });

export const text = (value: string): Text => ({ value, raw: value, ...sure() });
export const day = (value: string): Day => ({ value, raw: value, ...sure() });
export const percent = (printed: string): Percent => ({ percent: printed, raw: `${printed}%`, ...sure() });
export const quantity = (value: string, unit = "项"): Quantity => ({
  value,
  unit,
  raw: value + unit,
  ...sure(),
});

/** `2532911`, `1234.50` or `269.6万`: an amount as printed, with its precision. */
export function money(printed: string | number): Money {
  const match = /^(-?)(\d+)(?:\.(\d+))?(万?)$/.exec(String(printed));
  if (!match) throw new RangeError(`no amount: ${printed}`);
  const [, sign, whole, fraction = "", unit] = match;
  const places = (unit ? 6 : 2) - fraction.length;
  const precisionFen = 10 ** places;
  return {
    fen: Number(`${sign}${whole}${fraction}`) * precisionFen,
    precisionFen,
    raw: `${printed}元`,
    ...sure(),
  };
}

export const capitals = (yuan: number | string): Money => ({
  ...money(yuan),
  precisionFen: 1,
  raw: `大写${yuan}元整`,
});

/** A line: label, amount, share, and what else it states. */
export function line(
  label: string,
  amount: string | number,
  share: string | null = null,
  more: Partial<BudgetLine> = {},
): BudgetLine {
  return {
    label: text(label),
    parent: null,
    quantity: null,
    unitPrice: null,
    amount: money(amount),
    percent: share === null ? null : percent(share),
    ...more,
  };
}

export function budget(
  lines: BudgetLine[],
  total: string | number | null,
  more: Partial<Budget> = {},
): Budget {
  return {
    version: "original",
    name: null,
    total: total === null ? null : money(total),
    totalInCapitals: null,
    restatements: [],
    lines,
    ...more,
  };
}

export function instalment(amount: string | number | null, more: Partial<Instalment> = {}): Instalment {
  return {
    from: null,
    to: null,
    occurrences: 1,
    amount: amount === null ? null : money(amount),
    percent: null,
    condition: null,
    ...more,
  };
}

/** `monthly("2025-08", "2026-06", 224666)`: paid every month of a stretch. */
export function monthly(from: string, to: string, amount: string | number): Instalment {
  const months = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5));
  return instalment(amount, { from, to, occurrences: months(to) - months(from) + 1 });
}

export const schedule = (
  instalments: Instalment[],
  total: string | number | null = null,
  version: Version = "original",
): Schedule => ({ version, total: total === null ? null : money(total), instalments });

/** A table of plain rows; `headerRows` of them are its header. */
export function table(rows: string[][], headerRows = 1, title: string | null = null): Table {
  const cells = rows.flatMap((row, r) =>
    row.map((value, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, text: text(value) })),
  );
  const columnCount = rows[0]?.length ?? 0;
  return {
    id: "t1",
    title: title === null ? null : text(title),
    pageNumbers: [1],
    headerRows,
    rowCount: rows.length,
    columnCount,
    columnTypes: Array.from({ length: columnCount }, () => null),
    cells,
    joins: [],
  };
}

/** Rows of an indicator table: `[item, requirement, detail]`; equal neighbours are one merged cell. */
export function indicators(rows: [string, string, string][]): Indicator[] {
  const made: Indicator[] = [];
  rows.forEach(([item, requirement, detail], index) => {
    const before = made[index - 1];
    const isSameItem = before?.item.value === item;
    const isSame = isSameItem && before?.requirement.value === requirement;
    made.push({
      table: "t1",
      category: before?.category ?? text("服务"),
      item: isSameItem && before ? before.item : text(item),
      requirement: isSame && before ? before.requirement : text(requirement),
      detail: text(detail),
      standard: text("每年不少于1次"),
      targets: [],
    });
  });
  return made;
}

export function contents(parts: Partial<Contents> = {}): Contents {
  const agreement = {
    title: null,
    projectCode: null,
    projectName: null,
    parties: [],
    signedOn: null,
    term: null,
  };
  return { agreement, budgets: [], schedules: [], tables: [], indicators: [], problems: [], ...parts };
}

/** The figure as a page on which readers differ: its own value won, `saw` is what the other one read. */
export function disputed<F extends Money | Percent | Quantity | Day | Text>(
  figure: F,
  ...saw: (string | number)[]
): F {
  const own = "fen" in figure ? figure.fen : "percent" in figure ? figure.percent : figure.value;
  const readings: Reading[] = [
    { reader: "vote", raw: figure.raw, value: own, confidence: 0.6 },
    ...saw.map((value, index) => ({
      reader: `reader-${index}`,
      raw: rawOf(figure, value),
      value,
      confidence: 0.5,
    })),
  ];
  return { ...figure, trust: "doubtful", confidence: 0.6, readings };
}

function rawOf(figure: object, value: string | number): string {
  return "fen" in figure && typeof value === "number" ? `${value / 100}元` : String(value);
}
