import type { Flow, FlowCell, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Indicator, Target } from "../model/table.ts";
import { findColumnRoles } from "./column-roles.ts";
import { OTHER_TARGETS, ROLES, type Role, UNIT_HEADER } from "./column-roles-words.ts";
import { headerOf } from "./column-types.ts";
import { findColumnEnds, mendCutFigures } from "./cut-figures.ts";
import { textValue } from "./evidence.ts";
import { findTargets } from "./find-targets.ts";
import { tablesOf } from "./flow-to-tables.ts";
import { coverOf } from "./grid.ts";

const NOTE = /^(?:备注|注[：:]|说明|[（(]?注)/;
const SUM = /^(?:合计|总计|小计|共计)/;
/** What a column of units says of a number that stands without one. */
const IS_UNIT = /^[\p{Script=Han}%‰㎡℃/]{1,6}$/u;
const NOTHING: NormalText = { text: "", glyphs: [], rivals: [] };

/** The rows of every indicator table; merged cells' text is repeated, a role without a column is empty. */
export function findIndicators(flow: Flow): Indicator[] {
  return tablesOf(flow).flatMap(tableToIndicators);
}

function tableToIndicators(table: FlowTable): Indicator[] {
  const roles = findColumnRoles(table);
  if (!roles) return [];
  const ends = findColumnEnds(table);
  const headers = Array.from({ length: table.columnCount }, (_, column) => headerOf(table, column));
  const unitColumn = headers.findIndex((header) => UNIT_HEADER.test(header));
  const taken = new Set(ROLES.map((role) => roles[role]));
  const targetColumns = headers.flatMap((header, column) =>
    column === roles.standard || (!taken.has(column) && OTHER_TARGETS.test(header)) ? [column] : [],
  );
  const cover = coverOf(table.cells, table.rowCount, table.columnCount);
  const indicators: Indicator[] = [];
  let section = NOTHING;
  for (const row of cover.slice(table.headerRows)) {
    const heading = sectionOf(row);
    if (heading) {
      if (!NOTE.test(heading.content.text)) section = heading.content;
      continue;
    }
    const textOf = (role: Role): NormalText => {
      const column = roles[role];
      const content = column === null ? NOTHING : (row[column]?.content ?? NOTHING);
      return role === "category" && column === null ? section : content;
    };
    if (isIdle(row, textOf("detail"), textOf("standard"))) continue;
    const [category, item, requirement, detail, standard] = ROLES.map((role) => textValue(textOf(role)));
    const targetsIn = (column: number): Target[] =>
      findTargets(mendCutFigures(row[column]?.content ?? NOTHING, column, ends));
    const counted = row[unitColumn]?.content.text ?? "";
    const targets = targetColumns
      .flatMap(targetsIn)
      .map((target) => (target.unit === "" && IS_UNIT.test(counted) ? { ...target, unit: counted } : target));
    indicators.push({ table: table.id, category, item, requirement, detail, standard, targets });
  }
  return indicators;
}

/** A cell over all columns: the name of what follows, or a note. */
function sectionOf(row: readonly (FlowCell | null)[]): FlowCell | null {
  const [first] = row;
  return first && first.columnSpan === row.length ? first : null;
}

function isIdle(row: readonly (FlowCell | null)[], detail: NormalText, standard: NormalText): boolean {
  if (detail.text === "" && standard.text === "") return true;
  const first = row.find((cell) => cell && cell.content.text !== "")?.content.text ?? "";
  return SUM.test(first) || (NOTE.test(first) && detail.text === standard.text);
}
