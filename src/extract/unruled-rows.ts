import type { Problem } from "../model/finding.ts";
import type { NormalParagraph, NormalScan, NormalTable } from "../model/normal-text.ts";
import { unionOfBoxes } from "../model/place.ts";
import { FIGURE } from "./merged-rows.ts";
import { type PrintedRow, printedRowsOf } from "./printed-rows.ts";

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
    return runsOf(rows).map(
      (run): Problem => ({
        code: "ambiguous-grid",
        pageNumber,
        box: unionOfBoxes(run.flatMap(({ pieces }) => pieces.map(({ box }) => box))),
        message: MESSAGE,
      }),
    );
  });
}

const MESSAGE = {
  zh: "此处各行的文字和数字按列对齐，似为框线看不出的表格，只按文字行读出，未能分成单元格，请核对原件",
  en: "words and figures stand in rows and columns here, like a table whose rules can't be seen; they were read as lines of text and not as cells; check the page",
};

const isBody = (block: NormalParagraph | NormalTable): block is NormalParagraph =>
  block.kind === "paragraph" && block.role === "body";

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
