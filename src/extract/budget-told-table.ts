import type { Problem } from "../model/finding.ts";
import type { FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { type Draft, startDraft } from "./budget-drafts.ts";
import { headingOf } from "./budget-joined-tables.ts";
import { readBudgetTable, type TableBudget } from "./budget-table.ts";
import { isOfName, isSameSum } from "./budget-told-total.ts";
import { takeAsTotal } from "./budget-wholes.ts";
import type { Clause } from "./clauses.ts";
import { headerOf } from "./column-types.ts";

/** Adds what a table states to the budgets it is of; answers whether it lists a budget's lines: what was announced before it has been told then. */
export function addTable(
  drafts: Draft[],
  clause: Clause<FlowTable>,
  above: NormalText | null,
  isNamed: boolean,
  problems: Problem[],
): boolean {
  if (isOfStates(clause.part)) return false;
  const totals = drafts.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  const budgets = readBudgetTable(clause, { above, isNamed, totals });
  for (const read of budgets) {
    problems.push(...read.problems);
    if (read.lines.length === 0 && !read.total && !read.totalInCapitals) continue;
    if (isOfNoMoney(read, clause.part, above, totals)) continue;
    for (const draft of drafts) takeAsTotal(draft);
    const room = drafts.findLast((draft) => hasRoom(draft, read, isNamed));
    const draft = room ?? startDraft(drafts, read.version, clause.section, false);
    // 采购预算50,000元, told before the table: what there was to spend, and not what its lines come to.
    if (isOutsideFunds(draft) && (read.total?.fen ?? Infinity) < (draft.total?.fen ?? 0))
      Object.assign(draft, { total: null, isFunds: false });
    if (toldInPart(draft, read)) draft.lines = [];
    if (draft.lines.length === 0)
      draft.heading = read.sumName ?? headingOf(above) ?? headingOf(clause.part.title);
    if (!room) draft.caption = [above?.text, clause.part.title?.text].join("");
    draft.lines.push(...read.lines);
    draft.name ??= read.name;
    if (read.total && read.isByMonth && !draft.total) draft.ofMonth = read.total;
    else if (read.total) {
      if (draft.total) draft.restatements.push(read.total);
      else draft.total = read.total;
    }
    draft.restatements.push(...read.restatements);
    if (read.totalInCapitals) {
      if (draft.totalInCapitals) draft.restatements.push(read.totalInCapitals);
      else draft.totalInCapitals = read.totalInCapitals;
    }
    if (read.net) startDraft(drafts, read.version, clause.section, false).total = read.net;
  }
  return budgets.some(({ lines }) => lines.length > 0);
}

/** 采购预算50,000.00元, in digits alone and with no lines: what others set aside. */
const isOutsideFunds = ({ isFromOutside, lines, totalInCapitals }: Draft): boolean =>
  isFromOutside === true && lines.length === 0 && totalInCapitals === null;

/** 地块 | 面积 | 产量合计: plain numbers that no word calls money and that come to no total that is told. */
function isOfNoMoney(
  { total, lines }: TableBudget,
  table: FlowTable,
  above: NormalText | null,
  totals: readonly number[],
): boolean {
  const words = [
    above?.text ?? "",
    table.title?.text ?? "",
    ...table.cells.map(({ content }) => content.text),
  ];
  const sums = [...lines.map(({ amount }) => amount), ...(total ? [total] : [])];
  const isPlain = sums.every(({ raw }) => /^\d+$/.test(raw.trim()));
  const isKnown = totals.length === 0 || (total !== null && totals.includes(total.fen));
  return (
    isPlain && !isKnown && total !== null && !words.some((text) => /[元¥￥价费款薪资]|经费|预算/.test(text))
  );
}

/** A table's lines belong to the total told before them; where there are years or lots, to that of their own. */
function hasRoom(draft: Draft, read: TableBudget, isNamed: boolean): boolean {
  const isFull = read.lines.length > 0 && draft.lines.length > 0 && !toldInPart(draft, read);
  if (draft.version !== read.version || isFull) return false;
  if (!isNamed || isOfName(draft, read.name)) return true;
  return draft.name === null && isSameSum(draft, read.total);
}

/** 应急保障费由60,000元调整为72,000元，对照见附表: whether all lines told before a table are among its own, by what they come to and are called. */
const toldInPart = ({ lines, total, totalInCapitals }: Draft, read: TableBudget): boolean =>
  lines.length > 0 &&
  lines.length < read.lines.length &&
  read.total !== null &&
  read.total.fen === (total ?? totalInCapitals)?.fen &&
  lines.every(({ label, amount }) =>
    read.lines.some(
      (other) =>
        other.amount.fen === amount.fen &&
        (other.label.value.includes(label.value) || label.value.includes(other.label.value)),
    ),
  );

/** 文件 | 增减 | 执行后总价: what each paper made of the price, one after another, and no list of what makes it up. */
function isOfStates(table: FlowTable): boolean {
  const headers = Array.from({ length: table.columnCount }, (_, column) => headerOf(table, column));
  const isState = (header: string): boolean =>
    /(?:执行|变更|调整|增减|补充)后(?:的|累计)?(?:合同)?(?:总价|总额|总金额|合同价)/.test(header);
  const isChange = (header: string): boolean =>
    /^(?:本次)?(?:增减|变更|调整|变动)(?:额|金额|情况|数)?(?:[（(]|$)/.test(header);
  const papers = table.cells.filter(({ row, column }) => row >= table.headerRows && column === 0);
  const named = papers.filter(({ content }) => /合同|协议/.test(content.text) && !/费/.test(content.text));
  if (!named.some(({ content }) => /补充/.test(content.text))) return false;
  return headers.some(isState) && headers.some(isChange) && named.length * 2 > papers.length;
}
