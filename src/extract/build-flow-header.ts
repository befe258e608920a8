import type { FlowCell } from "../model/flow.ts";
import { coverOf } from "./grid.ts";

/** What a column of a table is commonly called; only the last word counts. */
const HEADER_WORD =
  /(?:序号|编号|项目|名称|内容|类别|类型|分类|大项|细项|小项|事项|子项|指标值?|标准|要求|目标值?|金额|[单总合]价|小计|合计|数量|单位|规格|型号|品牌|备注|说明|描述|[占比]比|比[例重]|百分比|权重|分值|得分|满分|评分|扣分|时间|日期|期限|周期|频[次率]|次数|人[数员次]|职[务称责位]|岗位|姓名|性别|年龄|学历|专业|资格|证书|电话|联系方式|价[格款钱]|做法|品名|产品|险种|费用?|薪酬|工资|社保|经费|预算|价格|价款|税[率额]|依据|方[式法案]|成[果效]|条件|节点|阶段|期[数次]|范围|对象|服务|任务|措施|形式|责任人|负责人|完成情况|部门|地[点址]|用途|科目|明细|月份|年[度份]|工种|[级等]别|等级|产出|维度|板块|领域|模块|参数|材料|调整[前后]|变更[前后]|原合同|现合同|增减[额数]?|差额|情况|款项|账号|开户行)(?:[（(][^（）()]*[）)])?$/;

const LONGEST_WORD = 14;
const DEEPEST_HEADER = 4;
const MOSTLY = 0.6;

/**
 * How many rows at a table's top name its columns: a title row over all columns, then a header of one to four levels.
 * Judged by content: short words without figures, most of them names of columns, or unlike all that stands below.
 * A list of pairs (项目名称 | …, 采购单位 | …) has no header.
 */
export function countHeaderRows(cells: readonly FlowCell[], rowCount: number, columnCount: number): number {
  const cover = coverOf(cells, rowCount, columnCount);
  const titleRows = countTitleRows(cover, columnCount);
  if (titleRows >= rowCount) return 0;
  const depth = depthOf(cover, titleRows);
  const end = titleRows + depth;
  if (depth > DEEPEST_HEADER || end >= rowCount) return isHeaderOnly(cover, titleRows, depth) ? depth : 0;
  const header = distinct(cover.slice(titleRows, end).flat());
  const body = cover.slice(end);
  if (arePairs(cover.slice(titleRows))) return 0;
  const words = header.filter(isShortWords);
  // A misread bracket may look like a figure in a word or two of a header that names its columns plainly.
  if (words.length < header.length) return words.length >= MOSTLY * header.length && isNamed(words) ? end : 0;
  if (isNamed(header) || contrasts(header, body)) return end;
  return 0;
}

/** Whether most of the words name columns, whatever stands below. */
export function looksLikeHeader(row: readonly (FlowCell | null)[]): boolean {
  const cells = distinct(row);
  return cells.every(isShortWords) && cells.every(({ content }) => content.text !== "") && isNamed(cells);
}

/** Whether a first row could be a header for its looks alone: all short words, none empty, none with a figure. */
export function couldBeHeader(
  row: readonly (FlowCell | null)[],
  body: readonly (FlowCell | null)[][],
): boolean {
  const cells = distinct(row);
  const isWords = cells.every((cell) => isShortWords(cell) && cell.content.text !== "");
  return isWords && contrasts(cells, body);
}

function countTitleRows(cover: readonly (FlowCell | null)[][], columnCount: number): number {
  if (columnCount < 2) return 0;
  let rows = 0;
  while (rows < Math.min(2, cover.length)) {
    const first = cover[rows][0];
    if (!first || first.columnSpan < columnCount || first.rowSpan > 1) break;
    if (first.content.text === "" || first.content.text.length > 40 || /[。；]/.test(first.content.text))
      break;
    rows += 1;
  }
  return rows;
}

/** A header is as deep as the cells that span its levels, or as its columns go on being parted. */
function depthOf(cover: readonly (FlowCell | null)[][], from: number): number {
  const top = distinct(cover[from]);
  let depth = Math.max(1, ...top.map(({ rowSpan }) => rowSpan));
  if (standsBesideBody(cover.slice(from, from + depth), top)) depth = 1;
  const isParted = (row: number): boolean =>
    distinct(cover[row] ?? []).some((cell) => cell.row === row && cell.columnSpan > 1);
  for (let level = 0; level < depth && depth <= DEEPEST_HEADER; level++) {
    const isLast = level === depth - 1;
    const next = distinct(cover[from + level + 1] ?? []);
    if (isLast && isParted(from + level) && next.length > 0 && next.every(isShortWords)) depth += 1;
  }
  return depth;
}

/** Whether a deep cell names the rows beside it as well (人员配置要求 upright at the left): below a column's single word something is told. */
function standsBesideBody(rows: readonly (FlowCell | null)[][], top: readonly FlowCell[]): boolean {
  return top.some(
    ({ column, rowSpan, columnSpan }) =>
      rowSpan === 1 &&
      columnSpan === 1 &&
      rows.slice(1).some((row) => {
        const below = row[column];
        return below && below.content.text !== "" && !isShortWords(below);
      }),
  );
}

function isHeaderOnly(cover: readonly (FlowCell | null)[][], from: number, depth: number): boolean {
  return depth === 1 && cover.length === from + 1 && cover[from].length > 1 && looksLikeHeader(cover[from]);
}

/** 2026年, 1月, 第1季度, Q1, 1-3月: what a column tells the figures of. */
const TIME =
  /20\d{2}年?|^\s*(?:第?\d季度|Q\d|第\d{1,2}(?:[季月]度?|期|个月)|\d{1,2}\s*(?:[-~～—至]\s*\d{1,2})?\s*月份?)|(?<=年)\s*\d{1,2}\s*月份?/g;

function isShortWords({ content: { text } }: FlowCell): boolean {
  // 年单价（元，含税）: a mark within brackets ends nothing.
  const outside = text.replace(/[（(][^（）()]*[）)]/g, "");
  if (/[。；！？，]/.test(outside)) return false;
  const words = outside.replace(TIME, "");
  return words.length <= LONGEST_WORD && !/[\d%¥]/.test(words);
}

function isNamed(cells: readonly FlowCell[]): boolean {
  const filled = cells.filter(({ content }) => content.text !== "");
  const named = filled.filter(({ content }) => HEADER_WORD.test(content.text));
  return filled.length > 1 && named.length >= filled.length / 2;
}

/** Whether most columns hold figures or long text below their word. */
function contrasts(header: readonly FlowCell[], body: readonly (FlowCell | null)[][]): boolean {
  const filled = header.filter(({ content }) => content.text !== "");
  const unlike = filled.filter(({ column, content }) => {
    const below = distinct(body.map((row) => row[column] ?? null)).filter((cell) => cell.content.text !== "");
    if (below.length === 0) return false;
    const figures = below.filter((cell) => /\d/.test(cell.content.text)).length;
    const length = below.reduce((sum, cell) => sum + cell.content.text.length, 0) / below.length;
    return figures >= 0.7 * below.length || length > 2.5 * content.text.length + 2;
  });
  return filled.length > 1 && unlike.length >= filled.length / 2;
}

const PAIR_LABEL =
  /(?:名称|编号|编码|代码|期限|日期|时间|地[点址]|总?金额|总价|合同价|单位|机构|电话|邮箱|联系人|联系方式|负责人|代表人?|方式|账号|开户行?|银行|内容|范围|性质|依据|来源|[甲乙丙]方|采购人|供应商|住所|公司)(?:[（(][^（）()]*[）)])?[：:]?$/;

/** Pairs of a label and its value: the first column holds labels all the way down. */
function arePairs(rows: readonly (FlowCell | null)[][]): boolean {
  const width = rows[0]?.length ?? 0;
  if (rows.length < 2 || (width !== 2 && width !== 4)) return false;
  const labels = rows.flatMap((row) => (row[0] ? [row[0].content.text] : []));
  const isParted = rows.every((row) => distinct(row).every((cell) => cell.rowSpan === 1));
  return (
    isParted &&
    PAIR_LABEL.test(labels[0]) &&
    labels.filter((text) => PAIR_LABEL.test(text)).length >= 0.6 * labels.length
  );
}

function distinct(cells: readonly (FlowCell | null)[]): FlowCell[] {
  return [...new Set(cells)].filter((cell) => cell !== null);
}
