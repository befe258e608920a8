import type { Contents } from "../../src/model/record.ts";
import type { Money, Percent, Quantity, Text } from "../../src/model/value.ts";

/** A figure of an agreement that takes part in arithmetic, and the agreement with another one in its place. */
export interface Spot {
  name: string;
  figure: Money | Percent | Quantity | Text;
}

/** Every figure of an agreement that arithmetic concerns. */
export function figuresOf(contents: Contents): Spot[] {
  const spots: Spot[] = [];
  const note = (name: string, figure: Spot["figure"] | null): void => {
    if (figure) spots.push({ name, figure });
  };
  for (const budget of contents.budgets) {
    note("total", budget.total);
    note("capitals", budget.totalInCapitals);
    for (const restatement of budget.restatements) note("restatement", restatement);
    for (const line of budget.lines) {
      note("amount", line.amount);
      note("percent", line.percent);
      note("quantity", line.quantity);
      note("unitPrice", line.unitPrice);
    }
  }
  for (const schedule of contents.schedules) {
    note("schedule total", schedule.total);
    for (const instalment of schedule.instalments) {
      note("instalment", instalment.amount);
      note("instalment percent", instalment.percent);
    }
  }
  for (const table of contents.tables) {
    for (const cell of table.cells) if (/^\d+$/.test(cell.text.value)) note("cell", cell.text);
  }
  return spots;
}

/** A figure with one printed digit changed, `step` (1–9) up, wrapping; `position` counts from the first digit. */
export function changeDigit<F extends Spot["figure"]>(figure: F, position: number, step: number): F {
  if ("fen" in figure) {
    const printed = String(figure.fen / figure.precisionFen);
    const isCapitals = figure.precisionFen === 1 && figure.fen % 100 === 0;
    const digits = isCapitals ? String(figure.fen / 100) : printed;
    const scale = isCapitals ? 100 : figure.precisionFen;
    return { ...figure, fen: Number(changeIn(digits, position, step)) * scale, raw: `changed ${figure.raw}` };
  }
  if ("percent" in figure) return { ...figure, percent: changeIn(figure.percent, position, step) };
  return { ...figure, value: changeIn(figure.value, position, step) };
}

function changeIn(printed: string, position: number, step: number): string {
  const places = [...printed].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
  const at = places[position % places.length];
  const isLeading = at === 0 && places.length > 1 && printed[1] !== ".";
  let digit = (Number(printed[at]) + step) % 10;
  if (isLeading && digit === 0) digit = Number(printed[at]) === 9 ? 1 : 9;
  return printed.slice(0, at) + digit + printed.slice(at + 1);
}

/** The contents with one object replaced, wherever it stands. */
export function replaceIn<T>(whole: T, from: object, to: object): T {
  const visit = (value: unknown): unknown => {
    if (value === from) return to;
    if (Array.isArray(value)) return value.map(visit);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, visit(each)]));
  };
  return visit(whole) as T;
}
