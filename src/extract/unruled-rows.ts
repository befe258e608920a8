import type { Problem } from "../model/finding.ts";
import type { NormalParagraph, NormalScan, NormalTable } from "../model/normal-text.ts";
import { unionOfBoxes } from "../model/place.ts";
import { FIGURE, type Piece, type PrintedRow, printedRowsOf } from "./printed-rows.ts";

const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
const LEAST_OF_FIGURES = 2;
/** In heights of a line: the white between two rows of one table is less. */
const NEAR = 3;

/**
 * Problems for what stands outside tables in rows and columns, figures below figures: a table whose rules are too pale,
 * or are none, so that it was read as lines of text and has no cells.
 */
export function findUnruledRows(scan: NormalScan): Problem[] {
  return scan.pages.flatMap(({ pageNumber, blocks }) => {
    const rows = printedRowsOf(blocks.filter(isBody).map(({ content }) => content));
    const unsure = (run: readonly PrintedRow[], message: Problem["message"]): Problem => ({
      code: "ambiguous-grid",
      pageNumber,
      box: unionOfBoxes(run.flatMap(({ pieces }) => pieces.map(({ box }) => box))),
      message,
    });
    const tables = blocks.filter((block) => block.kind === "table");
    const beside = rows.filter((row) => tables.some((table) => isRowBeside(row, table)));
    return [
      ...runsOf(rows.filter((row) => !beside.includes(row))).map((run) => unsure(run, MESSAGE)),
      ...beside.map((row) => unsure([row], BESIDE)),
      ...tables.flatMap((table) =>
        columnsBeside(rows, table).map((pieces) => unsure([{ top: 0, bottom: 0, pieces }], COLUMN)),
      ),
    ];
  });
}

const BESIDE = {
  zh: "紧靠表格的这一行文字与表格各列一一对齐，似为表格的一行而未能归入，请核对原件",
  en: "this line beside a table has words in each of its columns, like a row of it that was left out; check the page",
};
const COLUMN = {
  zh: "表格一侧逐行各有一行文字，似为表格的一列而未能归入，请核对原件",
  en: "beside a table stands one line for each of its rows, like a column of it that was left out; check the page",
};
const MESSAGE = {
  zh: "此处各行的文字和数字按列对齐，似为框线看不出的表格，只按文字行读出，未能分成单元格，请核对原件",
  en: "words and figures stand in rows and columns here, like a table whose rules can't be seen; they were read as lines of text and not as cells; check the page",
};

const isBody = (block: NormalParagraph | NormalTable): block is NormalParagraph =>
  block.kind === "paragraph" && block.role === "body";

/** In heights of a row: the white between it and its table is less. */
const BESIDE_TABLE = 1.5;

/** 制表人, 审核人, 批准人: who signs below a table. */
const SIGNER = /(?:人|者|员|签字|签名|签章|盖章|日期)(?:[（(][^（）()]{1,6}[）)])?\s*$/;

/** Whether a row stands right above or below a table with one piece in each of its columns, none of them a label for what is written behind it. */
function isRowBeside({ top, bottom, pieces }: PrintedRow, { box, columnEdgesPx }: NormalTable): boolean {
  if (pieces.length < LEAST_COLUMNS || pieces.length !== columnEdgesPx.length - 1) return false;
  if (pieces.every(({ text }) => SIGNER.test(text))) return false;
  const apart = Math.max(box[1] - bottom, top - box[3]);
  return (
    apart <= BESIDE_TABLE * (bottom - top) &&
    pieces.every(
      ({ text, box: [x0, , x1] }, at) =>
        !/[：:]$/.test(text) && x0 >= columnEdgesPx[at] && x1 <= columnEdgesPx[at + 1],
    )
  );
}

/** In heights of a line: a column that was left out ends no farther from the table's side; most rows have a line of it. */
const BESIDE_SIDE = 12;
const MOST_ROWS = 0.7;

/** The lines at a table's left, and those at its right, where they stand one for each row. */
function columnsBeside(rows: readonly PrintedRow[], { box, rowEdgesPx }: NormalTable): Piece[][] {
  const level = rows
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => middle(piece) > box[1] && middle(piece) < box[3]);
  const near = (piece: Piece, apart: number): boolean =>
    apart >= 0 && apart <= BESIDE_SIDE * (piece.box[3] - piece.box[1]);
  return [
    level.filter((piece) => near(piece, box[0] - piece.box[2])),
    level.filter((piece) => near(piece, piece.box[0] - box[2])),
  ].filter((pieces) => {
    const counts = rowEdgesPx
      .slice(1)
      .map(
        (below, at) =>
          pieces.filter((piece) => middle(piece) > rowEdgesPx[at] && middle(piece) <= below).length,
      );
    const filled = counts.filter((count) => count > 0).length;
    // The head's name alone may have two lines.
    const isOneEach = counts[0] <= 2 && counts.slice(1).every((count) => count <= 1);
    return filled >= Math.max(LEAST_ROWS, MOST_ROWS * counts.length) && isOneEach;
  });
}

const middle = ({ box }: Piece): number => (box[1] + box[3]) / 2;

/** Rows one right below the other with the same columns, figures in several of them. */
function runsOf(rows: readonly PrintedRow[]): PrintedRow[][] {
  const runs: PrintedRow[][] = [];
  let run: PrintedRow[] = [];
  for (const row of rows) {
    const last = run.at(-1);
    const isNear = last !== undefined && row.top - last.bottom <= NEAR * (last.bottom - last.top);
    if (isNear && keepsColumns([...run, row])) run.push(row);
    else {
      runs.push(run);
      run = row.pieces.length >= LEAST_COLUMNS && figuresIn(row) >= LEAST_OF_FIGURES ? [row] : [];
    }
  }
  return [...runs, run].filter(({ length }) => length >= LEAST_ROWS);
}

const figuresIn = ({ pieces }: PrintedRow): number => pieces.filter(({ text }) => FIGURE.test(text)).length;

/** Whether rows have as many pieces each, white between them all down, and the same columns hold figures. */
function keepsColumns(rows: readonly PrintedRow[]): boolean {
  const [{ pieces: first }] = rows;
  if (rows.some(({ pieces }) => pieces.length !== first.length)) return false;
  const columns = first.map((_, at) => rows.map(({ pieces }) => pieces[at]));
  const isParted = columns.slice(1).every((column, at) => {
    const end = Math.max(...columns[at].map(({ box }) => box[2]));
    return column.every(({ box }) => box[0] > end);
  });
  const ofFigures = columns.filter((column) => column.every(({ text }) => FIGURE.test(text)));
  return isParted && ofFigures.length >= LEAST_OF_FIGURES;
}
