import type { Flow, FlowCell, FlowParagraph, FlowTable } from "../model/flow.ts";
import { changedGlyph, type NormalText } from "../model/normal-text.ts";
import { type Box, unionOfBoxes } from "../model/place.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import { remembered } from "../model/remembered.ts";
import { concatTexts, sliceText } from "./evidence.ts";
import { afterWidestGap, emOf } from "./layout.ts";

/** A table of more rows than this lists things; it isn't a form of labels and values. */
const LONGEST_FORM = 20;

/**
 * What labels and dates are looked for in, in reading order: every paragraph, and each label with the value beside it,
 * put together with a colon: of form-like tables, and of forms without rules.
 */
export const passagesOf = remembered((flow: Flow): readonly NormalText[] =>
  flow.flatMap((part, at) => {
    if (part.kind === "table") return formPairs(part);
    const next = flow[at + 1];
    const own = [part.content, ...bracketedLabel(part.content), ...spacedLabel(part.content, next)];
    if (next?.kind !== "paragraph" || !isBeside(part, next)) return own;
    const pair = LABEL.test(part.content.text) ? [withColon(part.content, next.content)] : [];
    return [...own, ...splitLabel(part.content, next.content), ...pair];
  }),
);

/** 项目名称, 甲方, 签订日期, 委托人（甲方） */
const LABEL =
  /^\s*\p{Script=Han}[\p{Script=Han}\s]{1,9}(?:[（(]\s*\p{Script=Han}{1,4}\s*[）)])?\s*[：:]?\s*$/u;
const SPREAD =
  /^(?:[甲乙丙丁]方|(?:合同|协议|项目|采购|招标|工程|课题)(?:编[号码]|名称|地点)|编[号码]|签[订署约](?:日期|时间|地点)|(?:委托|受托|采购|发包|承包|供应)[方人])$/;

/** 合　同　编　|　号 X: a label spread over the room of a longer one, whose last character stands as near to its value. */
function splitLabel(left: NormalText, right: NormalText): NormalText[] {
  const end = right.text.length - right.text.trimStart().length + 1;
  const label = `${left.text}${right.text.slice(0, end)}`.replace(/\s/g, "");
  if (!SPREAD.test(label) || right.text.length === end) return [];
  const whole = concatTexts([left, sliceText(right, 0, end)]);
  const tidy = concatTexts(
    [...whole.text].flatMap((char, at) => (char.trim() === "" ? [] : [sliceText(whole, at, at + 1)])),
  );
  return [withColon(tidy, sliceText(right, end, right.text.length))];
}

/** 【租用方】某公司: a label in brackets of its own, and what follows it on its line. */
function bracketedLabel(whole: NormalText): NormalText[] {
  const [said, label] =
    /^\s*[【［[]\s*(\p{Script=Han}{2,8})\s*[】］\]]\s*(?=[^\s：:])/u.exec(whole.text) ?? [];
  if (!said) return [];
  const from = whole.text.indexOf(label);
  return [
    withColon(sliceText(whole, from, from + label.length), sliceText(whole, said.length, whole.text.length)),
  ];
}

/** 项目名称    X: a label that a gap parts from its value, where other lines have a colon. */
function spacedLabel(whole: NormalText, next: Flow[number] | undefined): NormalText[] {
  const at = afterWidestGap(whole, LONGEST_LABEL);
  const label = whole.text.slice(0, at).trim();
  if (!SPACED_LABEL.test(label)) return [];
  const value = sliceText(whole, at, whole.text.length);
  const more = next?.kind === "paragraph" && standsBelow(next.content, value) ? [next.content] : [];
  return [withColon(sliceText(whole, 0, at), concatTexts([value, ...more]))];
}

/** …委托服务项 | 目: whether a line begins right where a value above it does, and is no label itself. */
function standsBelow({ text, glyphs }: NormalText, value: NormalText): boolean {
  const [first, own] = [glyphs[0], value.glyphs[0]];
  if (!first || !own || first.pageNumber !== own.pageNumber || /[：:]/.test(text)) return false;
  const em = emOf(value.glyphs);
  const step = first.box[1] - value.glyphs[value.glyphs.length - 1].box[1];
  return Math.abs(first.box[0] - own.box[0]) < em && step > 0 && step < MOST_STEP * em;
}

/** In characters: how far below a value's line its next one stands. */
const MOST_STEP = 2.6;

const LONGEST_LABEL = 12;
const SPACED_LABEL =
  /^(?:项目|工程|课题|合同|协议|采购|服务|标的|签[订署约])(?:名称|编号|日期|时间|地点|期限)$/;

/** Whether a paragraph's first line stands at the right of another's, on the same height. */
function isBeside({ content: left }: FlowParagraph, { content: right }: FlowParagraph): boolean {
  const [a, b] = [left, right].map(firstLine);
  if (!a || !b || a.pageNumber !== b.pageNumber || b.box[0] <= a.box[2]) return false;
  const shared = Math.min(a.box[3], b.box[3]) - Math.max(a.box[1], b.box[1]);
  return 2 * shared > Math.min(a.box[3] - a.box[1], b.box[3] - b.box[1]);
}

function firstLine({ glyphs: [first, ...rest] }: NormalText): { pageNumber: number; box: Box } | null {
  if (!first) return null;
  const glyphs = [first, ...rest.filter(({ lineNumber }) => lineNumber === first.lineNumber)];
  return { pageNumber: first.pageNumber, box: unionOfBoxes(glyphs.map(({ box }) => box)) };
}

/** Where a value that begins at `from` ends at the latest: before the next wide gap on its line, or at the text's end. */
export function gapAfter(text: NormalText, from: number): number {
  const gap = 2.5 * emOf(text.glyphs.slice(from, from + 12));
  for (let index = from + 1; index < text.glyphs.length; index++) {
    const [before, glyph] = [text.glyphs[index - 1], text.glyphs[index]];
    if (before.lineNumber === glyph.lineNumber && glyph.box[0] - before.box[2] > gap) return index;
  }
  return text.text.length;
}

/** A stretch of a text without blanks, underscores and stray marks at its ends. */
export function tidySlice(text: NormalText, start: number, end: number): NormalText {
  let [from, to] = [start, end];
  while (from < to && /[\s_＿:：、，,.。；;—-]/.test(text.text[from])) from += 1;
  while (to > from && /[\s_＿:：、，,。；;]/.test(text.text[to - 1])) to -= 1;
  return sliceText(text, from, to);
}

function formPairs(whole: FlowTable): NormalText[] {
  if (whole.rowCount > LONGEST_FORM) return whole.cells.map(({ content }) => content);
  const table = { ...whole, cells: whole.cells.flatMap(withLabelParted) };
  const beside = (cell: FlowCell): FlowCell | undefined =>
    table.cells.find((other) => other.column === cell.column + cell.columnSpan && other.row === cell.row);
  const below = (cell: FlowCell): FlowCell | undefined =>
    table.cells.find(
      (other) =>
        other.row === cell.row + cell.rowSpan &&
        other.column === cell.column &&
        other.columnSpan === cell.columnSpan,
    );
  return table.cells.flatMap((cell) => {
    const next = beside(cell);
    // 甲方（盖章）： | 乙方（盖章）： with who they are below.
    const under = below(cell);
    if (under && isSideLabel(cell) && [next, beforeOf(table, cell)].some((one) => one && isSideLabel(one)))
      return [cell.content, withColon(cell.content, under.content)];
    // 甲方 | 单位名称 | X: what stands between them says what X is.
    const value = next && NAME_LABEL.test(next.content.text) ? (beside(next) ?? next) : next;
    const isLabel =
      value && cell.content.text.length > 1 && cell.content.text.length <= 14 && !isHeader(table, cell.row);
    return isLabel ? [cell.content, withColon(cell.content, value.content)] : [cell.content];
  });
}

/** 某集团公司　乙方 | 某科技公司: a cell whose last word labels the next one, as two, where no rule parts them. */
function withLabelParted(cell: FlowCell): FlowCell[] {
  const { text } = cell.content;
  const [, value = "", label = ""] = VALUE_AND_LABEL.exec(text) ?? [];
  if (label === "") return [cell];
  const at = text.lastIndexOf(label);
  const half = { ...cell, columnSpan: cell.columnSpan - 0.5 };
  return [
    { ...half, content: sliceText(cell.content, 0, value.length) },
    {
      ...half,
      column: cell.column + half.columnSpan,
      columnSpan: 0.5,
      content: sliceText(cell.content, at, text.length),
    },
  ];
}

const VALUE_AND_LABEL =
  /^(.*(?:公司|中心|局|委员会|院|校|所|站|厂|社|会|部|处|[\dA-Za-z]))\s*([乙丙丁]方|签[订署约]日期|(?:合同|协议|项目)(?:编号|名称))\s*$/su;

const isSideLabel = ({ content }: FlowCell): boolean => SIDE_LABEL.test(content.text);
const SIDE_LABEL = /^\s*[甲乙丙丁]\s*方\s*(?:[（(][^（）()：:]{1,8}[）)])?\s*[：:]\s*$/;
const beforeOf = (table: FlowTable, cell: FlowCell): FlowCell | undefined =>
  table.cells.find((other) => other.column + other.columnSpan === cell.column && other.row === cell.row);

/** 单位名称: a label, and never the name itself. */
export const NAME_LABEL = /^\s*(?:单\s*位|企\s*业|机\s*构|公\s*司)?\s*(?:名\s*称|全\s*称)\s*[：:]?\s*$/;

/** What a list of goods or costs has over its columns is no label of what stands beside it. */
const COLUMN_WORD = /^(?:序号|编号|数量|单价|单位|金额|合价|总价|小计|规格|型号|备注|占比|比例)/;
const isHeader = (table: FlowTable, row: number): boolean => {
  const cells = table.cells.filter((cell) => cell.row === row);
  const words = cells.filter(({ content }) => COLUMN_WORD.test(content.text.trim()));
  return words.length > 1 || isOverSums(table, cells);
};

/** 类别 | 项目名称 | 预算金额（元）: words alone, and below one that names a sum stands one. */
function isOverSums({ cells }: FlowTable, row: readonly FlowCell[]): boolean {
  const isNumber = ({ content }: FlowCell): boolean => readPlainNumber(content.text) !== null;
  const below = (cell: FlowCell): FlowCell[] =>
    cells.filter((other) => other.column === cell.column && other.row === cell.row + cell.rowSpan);
  return (
    !row.some(isNumber) &&
    row.some(
      (cell) => cell.column > 0 && SUM_WORD.test(cell.content.text.trim()) && below(cell).some(isNumber),
    )
  );
}

const SUM_WORD =
  /^[^\d：:]{0,12}(?:金\s*额|费\s*用|价\s*[格款]?|经\s*费|预\s*算|[小合]\s*计)$|[（(][百千万亿]?元[）)]$/;

function withColon(label: NormalText, value: NormalText): NormalText {
  const isMarked = /[：:]\s*$/.test(label.text);
  // The edge of two columns may run just before their colons, or amid one.
  const [own] = /^\s*[：:]/.exec(value.text) ?? [];
  if (own && isMarked) return concatTexts([label, sliceText(value, own.length, value.text.length)]);
  if (own || isMarked) return concatTexts([label, value]);
  const last = label.glyphs[label.glyphs.length - 1];
  const colon = changedGlyph(last, { raw: "" });
  return concatTexts([label, { text: "：", glyphs: [colon], rivals: [] }, value]);
}
