import type { Budget, BudgetLine, Schedule } from "../model/agreement.ts";
import type { Contents } from "../model/record.ts";
import type { RivalValue } from "../model/relation.ts";
import { rivalPrecisionFen } from "../model/relation-operand.ts";
import type { Table } from "../model/table.ts";
import type { Money, Percent, Quantity, Text, Trust } from "../model/value.ts";

/** What proof makes of a figure: its trust, and the reading that takes its place, null where its own stands. */
export interface Revision {
  trust: Trust;
  rival: RivalValue | null;
}

/** The contents with some figures revised; the readings that lost stay with them. */
export function reviseFigures(contents: Contents, revisions: ReadonlyMap<object, Revision>): Contents {
  if (revisions.size === 0) return contents;
  return {
    ...contents,
    budgets: contents.budgets.map((budget) => reviseBudget(budget, revisions)),
    schedules: contents.schedules.map((schedule) => reviseSchedule(schedule, revisions)),
    tables: contents.tables.map((table) => reviseTable(table, revisions)),
  };
}

type Revisions = ReadonlyMap<object, Revision>;

function reviseBudget(budget: Budget, revisions: Revisions): Budget {
  return {
    ...budget,
    total: budget.total && reviseMoney(budget.total, revisions),
    totalInCapitals: budget.totalInCapitals && reviseMoney(budget.totalInCapitals, revisions),
    restatements: budget.restatements.map((money) => reviseMoney(money, revisions)),
    lines: budget.lines.map((line) => reviseLine(line, revisions)),
  };
}

function reviseLine(line: BudgetLine, revisions: Revisions): BudgetLine {
  return {
    ...line,
    label: reviseText(line.label, revisions),
    quantity: line.quantity && reviseQuantity(line.quantity, revisions),
    unitPrice: line.unitPrice && reviseMoney(line.unitPrice, revisions),
    amount: reviseMoney(line.amount, revisions),
    percent: line.percent && revisePercent(line.percent, revisions),
  };
}

function reviseSchedule(schedule: Schedule, revisions: Revisions): Schedule {
  return {
    ...schedule,
    total: schedule.total && reviseMoney(schedule.total, revisions),
    instalments: schedule.instalments.map((instalment) => ({
      ...instalment,
      amount: instalment.amount && reviseMoney(instalment.amount, revisions),
      percent: instalment.percent && revisePercent(instalment.percent, revisions),
    })),
  };
}

function reviseTable(table: Table, revisions: Revisions): Table {
  return {
    ...table,
    cells: table.cells.map((cell) => ({ ...cell, text: reviseText(cell.text, revisions) })),
  };
}

function reviseMoney(money: Money, revisions: Revisions): Money {
  const revision = revisions.get(money);
  if (!revision) return money;
  const { trust, rival } = revision;
  if (!rival || typeof rival.reading !== "number") return { ...money, trust };
  const winner = money.readings?.find((reading) => reading.value === money.fen)?.raw ?? money.raw;
  const precisionFen = rivalPrecisionFen(rival.raw, winner, money.precisionFen);
  return { ...money, trust, ...switched(money, rival), fen: rival.reading, precisionFen };
}

function revisePercent(percent: Percent, revisions: Revisions): Percent {
  const revision = revisions.get(percent);
  if (!revision) return percent;
  const { trust, rival } = revision;
  return rival
    ? { ...percent, trust, ...switched(percent, rival), percent: String(rival.reading) }
    : { ...percent, trust };
}

function reviseQuantity(quantity: Quantity, revisions: Revisions): Quantity {
  const revision = revisions.get(quantity);
  if (!revision) return quantity;
  const { trust, rival } = revision;
  return rival
    ? { ...quantity, trust, ...switched(quantity, rival), value: String(rival.reading) }
    : { ...quantity, trust };
}

function reviseText(text: Text, revisions: Revisions): Text {
  const revision = revisions.get(text);
  if (!revision) return text;
  const { trust, rival } = revision;
  return rival
    ? { ...text, trust, ...switched(text, rival), value: String(rival.reading) }
    : { ...text, trust };
}

/** What was seen and how surely, by the reader that won. */
function switched(figure: Money | Percent | Quantity | Text, rival: RivalValue) {
  const reading = figure.readings?.find((each) => each.reader === rival.reader && each.raw === rival.raw);
  return { raw: rival.raw, confidence: reading?.confidence ?? figure.confidence };
}
