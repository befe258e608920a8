import type { FlowTable } from "../model/flow.ts";
import { headerOf } from "./column-types.ts";
import { MEASURES } from "./figures/index.ts";

/** 单位, 计量 over 台, 项, or whatever over nothing but measures; but not 被审计单位 over names. */
export function isUnit(table: FlowTable, column: number): boolean {
  const header = headerOf(table, column);
  const words = table.cells
    .filter((cell) => cell.column === column && cell.row >= table.headerRows && cell.columnSpan === 1)
    .map(({ content }) => content.text.replace(/\s/g, ""));
  // 单位 over 第一小学, 实验小学: who, and not what is counted.
  const areNames =
    header === "单位" &&
    words.some(isNameOf) &&
    new Set(words).size === words.length &&
    !words.some((word) => MEASURE.test(word)) &&
    !hasOtherWords(table, column);
  if (/^(?:(?:计价|计量|计算|数量|收费|报价|结算)?单位|计[量价])$/.test(header)) return !areNames;
  if (/单位$/.test(header)) return words.every(({ length }) => length <= LONGEST_UNIT);
  const told = words.filter((word) => !/^[-—–/]*$/.test(word));
  return told.length > 1 && told.every((word) => MEASURE.test(word));
}

/** Whether another column holds words in most rows. */
const hasOtherWords = (table: FlowTable, column: number): boolean =>
  Array.from({ length: table.columnCount }, (_, other) => other).some((other) => {
    if (other === column || /备注|说明/.test(headerOf(table, other))) return false;
    const cells = table.cells.filter((cell) => cell.column === other && cell.row >= table.headerRows);
    const named = cells.filter(({ content }) => isNameOf(content.text.replace(/[\s\d,.]/g, "")));
    return named.length * 2 > cells.length;
  });

const isNameOf = (word: string): boolean => word.length > LONGEST_UNIT && !/[小合总共]计/.test(word);

/** 台, 人日, 人·月. */
const MEASURE = new RegExp(`^(?:${MEASURES})(?:[·/](?:${MEASURES}))?$`);
const LONGEST_UNIT = 2;
