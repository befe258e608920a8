import type { RandomTable } from "../../fixtures/make/random-table.ts";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { findIndicators } from "../../src/extract/find-indicators.ts";
import { flowToTables } from "../../src/extract/flow-to-tables.ts";
import { findMergedRows } from "../../src/extract/merged-rows.ts";
import { findUnruledRows } from "../../src/extract/unruled-rows.ts";
import type { RecognizedPage, RecognizedScan } from "../../src/model/recognized.ts";
import type { Indicator, Table, Target } from "../../src/model/table.ts";
import { normalizeScan, normalizeText } from "../../src/normalize/index.ts";
import type { LaidGrid } from "./lay-table.ts";
import { type ComparedTable, teds } from "./teds.ts";

/** What was drawn: tables in order, each with its pages, and the grids of every page. */
export interface TableTruth {
  tables: (RandomTable & { pageNumbers: number[] })[];
  grids: LaidGrid[][] | null;
}

export interface TableScore {
  grids: number;
  gridsRight: number;
  tables: number;
  tablesRight: number;
  /** Not as drawn, and no problem tells of what meets a page break. */
  tablesUntold: number;
  /** Told as of an unsure grid, though all of the scan's tables have the rows and columns that were drawn. */
  soundTold: number;
  tedsStructure: number;
  tedsWhole: number;
  cells: number;
  cellsRight: number;
  joins: number;
  joinsRight: number;
  joinsTold: number;
  joinsWrong: number;
  targets: number;
  targetsRight: number;
  targetsExtra: number;
  /** Cells read with other figures than printed, and not doubtful. */
  figuresSilent: number;
  /** What went wrong, a line each. */
  faults: string[];
}

export const NO_SCORE: TableScore = {
  grids: 0,
  gridsRight: 0,
  tables: 0,
  tablesRight: 0,
  tablesUntold: 0,
  soundTold: 0,
  tedsStructure: 0,
  tedsWhole: 0,
  cells: 0,
  cellsRight: 0,
  joins: 0,
  joinsRight: 0,
  joinsTold: 0,
  joinsWrong: 0,
  targets: 0,
  targetsRight: 0,
  targetsExtra: 0,
  figuresSilent: 0,
  faults: [],
};

/** Compares what was recognized with what was drawn, from the page's grids to the joined tables' targets. */
export function scoreTables(recognized: RecognizedScan, truth: TableTruth): TableScore {
  const score: TableScore = { ...NO_SCORE, faults: [] };
  if (truth.grids) scoreGrids(recognized.pages, truth.grids, score);
  const normal = normalizeScan(recognized);
  const { flow, problems } = buildFlow(normal);
  const tables = flowToTables(flow);
  const told = new Set(problems.map(({ pageNumber }) => pageNumber));
  scoreJoins(tables, truth, told, score);
  const indicators = findIndicators(flow);
  for (const [index, wanted] of truth.tables.entries()) {
    const found = tables.find(
      ({ pageNumbers }) =>
        pageNumbers[0] === wanted.pageNumbers[0] && isNth(truth, tables, index, pageNumbers),
    );
    scoreTable(found ?? null, wanted, score);
    if (wanted.kind === "indicators")
      scoreTargets(
        indicators.filter(({ table }) => table === found?.id),
        wanted,
        score,
      );
  }
  if (!problems.some(({ code }) => code === "ambiguous-join"))
    score.tablesUntold = score.tables - score.tablesRight;
  const ofPages = recognized.pages.flatMap((page) =>
    page.problems.filter(({ code }) => code === "ambiguous-grid"),
  );
  const unsure = [...ofPages, ...findMergedRows(normal), ...findUnruledRows(normal)];
  if (score.tedsStructure === score.tables) score.soundTold = unsure.length;
  for (const { pageNumber, box, message } of unsure)
    score.faults.push(`page ${pageNumber}, ${box?.join(" ")}: ${message.en}`);
  if (tables.length !== truth.tables.length)
    score.faults.push(`${tables.length} tables for ${truth.tables.length}`);
  return score;
}

/** Of two tables that begin on one page the first found is the first drawn. */
function isNth(
  truth: TableTruth,
  tables: readonly Table[],
  index: number,
  pageNumbers: readonly number[],
): boolean {
  const page = truth.tables[index].pageNumbers[0];
  const nth = truth.tables.slice(0, index).filter((other) => other.pageNumbers[0] === page).length;
  return tables.filter((table) => table.pageNumbers[0] === page)[nth]?.pageNumbers === pageNumbers;
}

const placeOf = ({ row, column, rowSpan, columnSpan }: LaidGrid["cells"][number]): string =>
  `${row},${column}+${rowSpan}x${columnSpan}`;

function scoreGrids(
  pages: readonly RecognizedPage[],
  wanted: readonly LaidGrid[][],
  score: TableScore,
): void {
  for (const [index, grids] of wanted.entries()) {
    const found = pages[index].blocks.filter((block) => block.kind === "table");
    score.grids += grids.length;
    for (const [nth, grid] of grids.entries()) {
      const match = found.length === grids.length ? found[nth] : null;
      const isRight = match !== null && match.cells.map(placeOf).join() === grid.cells.map(placeOf).join();
      if (isRight) score.gridsRight += 1;
      else {
        const sizes = found.map(
          ({ rowEdgesPx, columnEdgesPx }) => `${rowEdgesPx.length - 1}×${columnEdgesPx.length - 1}`,
        );
        score.faults.push(
          `page ${index + 1}: grid ${grid.rowCount}×${grid.columnCount} found as ${sizes.join(" ") || "nothing"}`,
        );
      }
    }
  }
}

function scoreJoins(
  tables: readonly Table[],
  truth: TableTruth,
  told: ReadonlySet<number>,
  score: TableScore,
): void {
  const wanted = new Set(truth.tables.flatMap(({ pageNumbers }) => pageNumbers.slice(1)));
  const found = new Map(
    tables.flatMap(({ joins }) => joins.map((join) => [join.pageNumber, join.reason] as const)),
  );
  score.joins += wanted.size;
  for (const page of wanted) {
    if (found.has(page)) score.joinsRight += 1;
    else if (told.has(page)) score.joinsTold += 1;
    if (!found.has(page)) score.faults.push(`page ${page}: not joined${told.has(page) ? ", and told" : ""}`);
  }
  for (const [page, reason] of found) {
    if (wanted.has(page)) continue;
    score.joinsWrong += 1;
    score.faults.push(`page ${page}: joined wrongly (${reason})`);
  }
}

function scoreTable(found: Table | null, { block, kind }: RandomTable, score: TableScore): void {
  const wanted: ComparedTable = {
    ...block,
    cells: block.cells.map((cell) => ({ ...cell, text: bare(normalizeText(cell.text)) })),
  };
  // Which rows of a table without a header look like one is no matter of its grid.
  const headerRows = kind === "free" ? (found?.headerRows ?? 0) : block.headerRows;
  const trusted = new Set((found?.cells ?? []).filter(isTrusted).map(placeOf));
  const seen: ComparedTable = {
    headerRows: found?.headerRows ?? 0,
    rowCount: found?.rowCount ?? 0,
    cells: (found?.cells ?? []).map((cell) => ({ ...cell, text: bare(cell.text.value) })),
  };
  score.tables += 1;
  score.tedsStructure += teds({ ...wanted, headerRows }, seen, "structure");
  const whole = teds({ ...wanted, headerRows }, seen);
  score.tedsWhole += whole;
  if (whole === 1) score.tablesRight += 1;
  else
    score.faults.push(
      `a ${kind} of ${block.rowCount} rows: TEDS ${whole.toFixed(3)}${headerRows === seen.headerRows ? "" : `, header ${seen.headerRows} for ${headerRows}`}`,
    );
  const texts = new Map(seen.cells.map((cell) => [placeOf(cell), cell.text]));
  score.cells += wanted.cells.length;
  const lost = wanted.cells.filter((cell) => !texts.has(placeOf(cell)));
  for (const cell of lost.slice(0, MOST_TOLD)) score.faults.push(`${placeOf(cell)} ${cell.text} not found`);
  for (const cell of wanted.cells) {
    const text = texts.get(placeOf(cell));
    if (text === cell.text) score.cellsRight += 1;
    else if (text !== undefined) {
      const isSilent = trusted.has(placeOf(cell)) && figuresOf(text) !== figuresOf(cell.text);
      if (isSilent) score.figuresSilent += 1;
      score.faults.push(
        `${placeOf(cell)} ${cell.text} read as ${text}${isSilent ? ", A FIGURE, AND NOT TOLD" : ""}`,
      );
    }
  }
}

/** Where a whole column is shifted, the first cells tell it. */
const MOST_TOLD = 3;

const isTrusted = ({ text }: Table["cells"][number]): boolean => text.trust !== "doubtful";

/** What of a cell's text counts: digits, their marks and what compares them; > and ≥ are one comparison. */
const figuresOf = (text: string): string =>
  text
    .replaceAll("≥", ">")
    .replaceAll("≤", "<")
    .replace(/[^\d.%<>]/g, "");

const bare = (text: string): string => text.replace(/\s/g, "");

/** Targets count row by row, so that a misread detail doesn't hide them; rows that were lost are told by their detail. */
function scoreTargets(found: readonly Indicator[], { indicators }: RandomTable, score: TableScore): void {
  const isAligned = found.length === indicators.length;
  const keyOf = (index: number, detail: string): string => (isAligned ? `row ${index + 1}` : bare(detail));
  const tell = (key: string, targets: readonly Told[]): string[] =>
    targets.map(({ comparison, value, unit, per }) => `${key}: ${comparison} ${value} ${unit} ${per}`);
  const wanted = indicators.flatMap(({ detail, targets }, index) =>
    tell(keyOf(index, normalizeText(detail)), targets),
  );
  const left = found.flatMap(({ detail, targets }, index) => tell(keyOf(index, detail.value), targets));
  score.targets += wanted.length;
  for (const target of wanted) {
    const at = left.indexOf(target);
    if (at >= 0) {
      left.splice(at, 1);
      score.targetsRight += 1;
    } else score.faults.push(`target missed: ${target}`);
  }
  score.targetsExtra += left.length;
  for (const target of left) score.faults.push(`target too many: ${target}`);
}

type Told = Pick<Target, "comparison" | "value" | "unit" | "per">;
