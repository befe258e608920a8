import type { BudgetLine, Version } from "../model/agreement.ts";
import type { Message, Problem } from "../model/finding.ts";
import type { FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Text } from "../model/value.ts";
import { cellMoney } from "./budget-cells.ts";
import { findBudgetColumns } from "./budget-columns.ts";
import { findTypedColumns } from "./budget-columns-typed.ts";
import { notUnderstood, type Span, textAt } from "./budget-figures.ts";
import { foldTable } from "./budget-folded.ts";
import { readFormTotal, turnTable } from "./budget-forms.ts";
import { readVersion } from "./budget-version.ts";
import { BUDGET_NAME, PAYS } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { findColumnRoles } from "./column-roles.ts";
import { withHeader } from "./column-types.ts";
import { isOfGoals } from "./goal-tables.ts";
import { announcesPayments } from "./schedule-announces.ts";
import { isUnitUnclear, unitSaid } from "./table-unit.ts";
import { withoutTermRows } from "./term-rows.ts";

/** What a table says of one budget. */
export interface TableBudget {
  version: Version;
  name: Text | null;
  total: Money | null;
  totalInCapitals: Money | null;
  /** The total stated otherwise: by the month. */
  restatements: Money[];
  /** What a discount leaves of the total, told below it. */
  net: Money | null;
  /** Whether its sums are of a month: 月租金合计. */
  isByMonth?: boolean;
  /** What the row of its total calls it: 扫描费小计. */
  sumName?: Text | null;
  lines: BudgetLine[];
  problems: Problem[];
}

/**
 * The budgets a table states, one a version; none when it is another kind of table.
 * `above` is the paragraph before it, `totals` are the sums of budgets told before, in fen.
 */
export function readBudgetTable(
  clause: Clause<FlowTable>,
  { above, isNamed, totals }: { above: NormalText | null; isNamed: boolean; totals: readonly number[] },
): TableBudget[] {
  if (clause.isOther || (clause.isPayment && !clause.isBudget)) return [];
  const { version: said } = clause.turns[0];
  const upright = turnTable(clause.part) ?? withHeader(clause.part);
  const folded = foldTable(upright) ?? upright;
  const table = withoutTermRows(folded);
  if (findColumnRoles(table) || (said === "amended" && isOfChanges(table))) return [];
  const unit = unitSaid(table, above);
  if (isOfGoals(table, unit)) return [];
  const isOfPayments = above !== null && announcesPayments(above.text);
  const columns =
    findBudgetColumns(table, said, clause.isPayment) ??
    (isOfPayments
      ? null
      : findTypedColumns(table, said, {
          ...{ unit, totals, isAnnounced: announces(above), isPayment: clause.isPayment },
        }));
  const form = columns ? null : readFormTotal(table);
  if (form) {
    const { digits: total, capitals: totalInCapitals } = form;
    return [
      {
        version: said,
        name: null,
        total,
        totalInCapitals,
        restatements: [],
        net: null,
        lines: [],
        problems: [],
      },
    ];
  }
  if (!columns) return [];
  // 服务人数 | 月服务费 | 合同总价 before and after: of what is no term the one row left is the price.
  const isPriceAlone = table !== folded && table.rowCount - table.headerRows === 1;
  if (isPriceAlone) return columns.amounts.flatMap((each) => priceAlone(table, each, unit));
  const name = nameOf(table.title) ?? (isNamed && above && above.text.length <= 30 ? nameOf(above) : null);
  const isUnclear = isUnitUnclear(table, above);
  return columns.amounts
    .map((each) => {
      const own = isUnclear ? null : readVersion(table, columns, each, unit);
      const read = own ?? readInSomeUnit((tried) => readVersion(table, columns, each, tried), totals);
      const named = { ...read, name: each.isNamed ? nameOf(headerCell(table, each.amount)) : name };
      return own || totals.includes(read.total?.fen ?? 0) ? named : asUnread(named, table, NO_UNIT);
    })
    .map((read) =>
      (announces(above) && !PAYS.test(above?.text ?? "")) || !isOfMonths(read)
        ? read
        : asUnread(read, table, NO_PAYMENTS),
    )
    .filter(({ lines, problems }) => lines.length > 0 || problems.length > 0);
}

/** The one sum of a column as a budget's total; none where it isn't read. */
function priceAlone(
  table: FlowTable,
  { version, amount }: { version: Version; amount: number },
  unit: string | null,
): TableBudget[] {
  const cell = table.cells.find(({ row, column }) => row === table.headerRows && column === amount) ?? null;
  const total = cellMoney(cell, unit ?? "元");
  const empty = { name: null, totalInCapitals: null, restatements: [], net: null, lines: [], problems: [] };
  return total ? [{ ...empty, version, total }] : [];
}

/** 本次变更金额合计, 净增加: what each change comes to, and no list of what the agreement then costs. */
const isOfChanges = (table: FlowTable): boolean =>
  table.cells.some(({ content }) =>
    /^(?:(?:本次|此次)(?:变更|增减|增加|调整|追加)(?:的)?(?:合同)?(?:金额|费用|价款)?|(?:变更|增减|增加|追加)(?:金额|费用|额))(?:合计|总计|共计)$|^净(?:增加?|减少?|增减)(?:额|金额|费用)?(?:合计)?$/.test(
      content.text.replace(/\s/g, ""),
    ),
  );

/** Whether most lines are months: they are when something is paid, by a header that was misread. */
function isOfMonths({ lines }: TableBudget): boolean {
  return lines.length > 2 && 2 * lines.filter(({ label }) => MONTH.test(label.value)).length > lines.length;
}

const MONTH = /^\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*月?份?\s*$|^\s*\d{4}[-./年]\d{1,2}\D?\s*$/;

/** A table whose unit was not made out, in the unit in which it comes to a total that was told before it. */
function readInSomeUnit<T extends Pick<TableBudget, "total">>(
  readIn: (unit: string) => T,
  totals: readonly number[],
): T {
  const tried = UNITS.map(readIn);
  return tried.find(({ total }) => total && totals.includes(total.fen)) ?? tried[0];
}

const UNITS = ["元", "万元", "千元"];

/** A table that is told not to be understood instead of being read. */
function asUnread<T extends TableBudget>(read: T, table: FlowTable, why: Message): T {
  const [{ content }] = table.cells;
  const problem = notUnderstood(content, { start: 0, end: content.text.length }, why);
  return {
    ...read,
    total: null,
    totalInCapitals: null,
    restatements: [],
    net: null,
    lines: [],
    problems: [...read.problems, problem],
  };
}

const NO_UNIT = {
  zh: "此表金额的单位未能辨认，表中金额未采用，请核对原件",
  en: "the unit of this table's sums wasn't made out, so that they are left out; check the page",
};
const NO_PAYMENTS = {
  zh: "此表按月列出金额，似为付款安排，但未能辨认，请核对原件",
  en: "this table lists sums by the month, as payments are, but wasn't made out; check the page",
};

/** 改造总价200000元，明细如下表: what stands below is what a sum is made up of. */
const announces = (above: NormalText | null): boolean =>
  above !== null &&
  /(?:价|费|款|经费|预算|金额|资金)[^。；]*(?:明细|分项|构成|组成|分配|安排|如下|下表)[^。；]{0,12}$/.test(
    above.text.replace(/[。；：:\s]+$/, ""),
  );

/** The header of a column that names a year or lot. */
function headerCell(table: FlowTable, column: number): NormalText | null {
  const cells = table.cells.filter(
    ({ row, column: from, columnSpan }) =>
      row < table.headerRows && from <= column && column < from + columnSpan,
  );
  return cells.find(({ content }) => BUDGET_NAME.test(content.text))?.content ?? null;
}

/** The year or lot that a title names. */
function nameOf(title: NormalText | null): Text | null {
  const named = title && BUDGET_NAME.exec(title.text);
  return named ? textAt(title, spanOf(named)) : null;
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });
