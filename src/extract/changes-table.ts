import type { Flow, FlowCell, FlowParagraph, FlowTable } from "../model/flow.ts";
import { changedGlyph, type NormalText } from "../model/normal-text.ts";
import { AFTER, BEFORE } from "./budget-columns-words.ts";
import { headerOf } from "./column-types.ts";
import { concatTexts, sliceText, trimText } from "./evidence.ts";

/** Columns of a table that says of each matter what it was and what became of it. */
interface Sides {
  matter: number;
  before: number;
  after: number;
}

const MATTER = /^(?:变更|调整|修改|修订)?(?:内容|事项|条款|条目|项目|要素|类别|对比项)(?:名称)?$/;
/** 序号 and 备注 tell nothing of what changed. */
const ASIDE = /^(?:序号|编号|备注|说明|依据|原因)$/;
/** 1,192,800, 12%, 23人, —: a figure by itself; a table of nothing else is a budget's. */
const FIGURE_ALONE = /^[¥￥]?[-+]?[\d,，.]+(?:\.\d+)?\s*[%％]?\p{Script=Han}{0,3}$|^[-—–/]*$/u;

/** 服务月数, 驻点社工（人）: counts and times, which no budget adds up with its costs. */
const OF_NO_MONEY =
  /(?:月数|天数|人数|数量|期限|日期?|时间|面积)$|[（(](?:人|名|个|个月|月|天|日|年|次|㎡|平方米|亩|台|套)[）)]$/;
/** 合同价（元）: the unit of what its row tells. */
const UNIT = /[（(](?:单位[：:])?(万?元)[）)]$/;

/**
 * A flow in which each row of a table that tells changes in words (变更内容 | 原合同 | 变更后) is a sentence, as clauses say the
 * same: 服务期限原为…，变更为…。
 */
export const withChangesTold = (flow: Flow): Flow =>
  flow.flatMap((part): Flow => (part.kind === "table" ? (sentencesOf(part) ?? [part]) : [part]));

function sentencesOf(table: FlowTable): FlowParagraph[] | null {
  const sides = sidesOf(table);
  if (!sides) return null;
  const rows = Array.from({ length: table.rowCount - table.headerRows }, (_, at) => at + table.headerRows);
  const told = rows.map((row) => {
    const at = (column: number): FlowCell | undefined =>
      table.cells.find((cell) => cell.row === row && cell.column === column && cell.columnSpan === 1);
    return [at(sides.matter), at(sides.before), at(sides.after)].map((cell) => cell?.content ?? null);
  });
  const whole = told.filter(
    (cells): cells is NormalText[] =>
      cells.every((cell) => cell !== null && bare(cell.text) !== "") &&
      /\p{Script=Han}/u.test(cells[0]?.text ?? ""),
  );
  const isSaid = (sides: readonly NormalText[]): boolean =>
    sides.some(({ text }) => !FIGURE_ALONE.test(bare(text)));
  // Counts beside prices make no list of costs where something is told in words as well.
  const isMixed = whole.some(([, ...cells]) => isSaid(cells)) && !isOfMoney(table, sides);
  const inWords = whole.filter(
    ([matter, ...cells]) => (isMixed && OF_NO_MONEY.test(bare(matter.text))) || isSaid(cells),
  );
  if (whole.length === 0 || whole.length < told.length || inWords.length * 2 < whole.length) return null;
  return whole.map(toSentence);
}

/** 变更前（元） | 变更后（元）: a table of sums by its header. */
const isOfMoney = (table: FlowTable, { before, after }: Sides): boolean =>
  [before, after].some((column) => /元/.test(headerOf(table, column)));

function sidesOf(table: FlowTable): Sides | null {
  if (table.headerRows === 0) return null;
  const headers = Array.from({ length: table.columnCount }, (_, column) => bare(headerOf(table, column)));
  const own = headers
    .map((header, column) => ({ header, column }))
    .filter(({ header }) => !ASIDE.test(header));
  const before = own.filter(({ header }) => BEFORE.test(header) && !AFTER.test(header));
  const after = own.filter(({ header }) => AFTER.test(header) && !BEFORE.test(header));
  const matter = own.filter(({ header }) => MATTER.test(header));
  const isWhole = own.length === 3 && [before, after, matter].every(({ length }) => length === 1);
  return isWhole ? { matter: matter[0].column, before: before[0].column, after: after[0].column } : null;
}

function toSentence([matter, before, after]: NormalText[]): FlowParagraph {
  const content = concatTexts([
    trimmed(matter),
    words("原为", matter),
    ...withUnit(before, matter),
    words("，变更为", before),
    ...withUnit(after, matter),
    words("。", after),
  ]);
  return { kind: "paragraph", content, lineStarts: [0] };
}

const withUnit = (side: NormalText, matter: NormalText): NormalText[] => {
  const unit = UNIT.exec(bare(matter.text))?.[1];
  const isBare = /^[¥￥]?[-+]?[\d,，.\s]+$/.test(side.text);
  return unit && isBare ? [trimmed(side), words(unit, side)] : [trimmed(side)];
};

/** Without the mark at its end, behind which the sentence goes on. */
function trimmed(cell: NormalText): NormalText {
  const own = trimText(cell);
  return sliceText(own, 0, own.text.replace(/[。；;，,：:\s]+$/, "").length);
}

/** Words that no cell prints, at the place of the one they stand behind. */
function words(text: string, { glyphs }: NormalText): NormalText {
  const last = glyphs[glyphs.length - 1];
  return { text, glyphs: [...text].map((raw) => changedGlyph(last, { raw })), rivals: [] };
}

const bare = (text: string): string => text.replace(/\s/g, "");
