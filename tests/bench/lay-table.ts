import type { PrintCell, TableBlock } from "../../fixtures/make/document.ts";
import type { Random } from "../../fixtures/make/random.ts";
import { dropUnusedEdges } from "../../fixtures/make/random-table.ts";

/** A character as it is set: the top left corner of its square, and the square's side. */
export interface SetGlyph {
  char: string;
  x: number;
  y: number;
  sizePx: number;
}

/** A bar of ink or of grey, `[x0, y0, x1, y1]` in pixels; corners may lie between pixels. */
export interface Bar {
  box: [number, number, number, number];
  grey: number;
}

export interface LaidGrid {
  rowCount: number;
  columnCount: number;
  cells: { row: number; column: number; rowSpan: number; columnSpan: number }[];
}

/** A page's glyphs and bars, and the grids that stand on it, top to bottom. */
export interface LaidPage {
  widthPx: number;
  heightPx: number;
  glyphs: SetGlyph[];
  bars: Bar[];
  grids: LaidGrid[];
}

/** Sets tables on pages one below the other, as office software does; see `layTable`. */
export interface Setter {
  pages: LaidPage[];
  dpi: number;
  sizePx: number;
  marginPx: number;
  /** How far down the last page is filled. */
  y: number;
  random: Random;
}

export function openSetter(random: Random, dpi: number): Setter {
  const sizePx = (12 / 72) * dpi;
  const setter = { pages: [], dpi, sizePx, marginPx: (random.between(18, 30) / 25.4) * dpi, y: 0, random };
  newPage(setter);
  return setter;
}

export function newPage(setter: Setter): void {
  const [widthPx, heightPx] = [Math.round(8.27 * setter.dpi), Math.round(11.69 * setter.dpi)];
  const page: LaidPage = { widthPx, heightPx, glyphs: [], bars: [], grids: [] };
  setter.pages.push(page);
  const footer = `-${setter.pages.length}-`;
  setText(page, footer, widthPx / 2 - setter.sizePx, heightPx - setter.marginPx * 0.6, setter.sizePx * 0.85);
  setter.y = setter.marginPx;
}

const pageOf = (setter: Setter): LaidPage => setter.pages[setter.pages.length - 1];
const bottomOf = (setter: Setter): number => pageOf(setter).heightPx - setter.marginPx;
const LINE_HEIGHT = 1.4;

/** A paragraph over the page's width, broken into lines; the first is indented unless it is a title. */
export function layParagraph(setter: Setter, text: string, look: "body" | "title" | "right"): void {
  const { marginPx, sizePx } = setter;
  const width = pageOf(setter).widthPx - 2 * marginPx;
  for (const [index, line] of wrap(
    look === "body" ? `\u3000\u3000${text}` : text,
    width / sizePx,
  ).entries()) {
    if (setter.y + 1.6 * sizePx > bottomOf(setter)) newPage(setter);
    const spare = width - widthOf(line) * sizePx;
    const shift = look === "right" ? spare : look === "title" ? spare / 2 : 0;
    setText(pageOf(setter), line, marginPx + shift, setter.y + (index === 0 ? 0.2 : 0) * sizePx, sizePx);
    setter.y += 1.7 * sizePx;
  }
}

/** A cell with the lines that its text breaks into; `next` is the first line not yet printed. */
interface LinedCell extends PrintCell {
  lines: string[];
  next: number;
}

/**
 * Sets a table; where the page ends, the rows left go on the next one, below the header again or 续表 if so wished.
 * A merged cell that goes on stays open there, with the lines of its text that had no room.
 * Answers on how many pages it stands.
 */
export function layTable(setter: Setter, block: TableBlock): number {
  const sizes = sizesOf(setter, block);
  const { edges, padPx, sizePx } = sizes;
  const cells: LinedCell[] = block.cells.map((cell) => {
    const room = edges[cell.column + cell.columnSpan] - edges[cell.column] - 2 * padPx;
    // Room is kept for a mark that hangs on.
    return { ...cell, lines: wrap(cell.text, Math.max(1, room / sizePx - 0.6)), next: 0 };
  });
  const heights = rowHeights(cells, block.rowCount, sizes);
  let from = 0;
  let pageCount = 0;
  while (from < block.rowCount) {
    const header = pageCount > 0 && block.repeatHeader ? heights.slice(0, block.headerRows) : [];
    if (pageCount > 0 && block.continued) layParagraph(setter, block.continued, "right");
    const fit = fitRows(
      block,
      cells,
      { from, heights, room: bottomOf(setter) - setter.y - sum(header) },
      sizes,
    );
    const isHeaderAlone =
      pageCount === 0 && fit.whole <= Math.max(block.headerRows, 1) && fit.whole < block.rowCount;
    if (isHeaderAlone && setter.y > setter.marginPx * 1.5) {
      newPage(setter);
      continue;
    }
    const isCut = fit.restPx !== null;
    setPart(setter, block, cells, { from, rows: fit.rows, header, isCut }, sizes);
    pageCount += 1;
    from += fit.rows.length - (isCut ? 1 : 0);
    if (fit.restPx !== null) heights[from] = fit.restPx;
    if (from < block.rowCount) newPage(setter);
  }
  return pageCount;
}

function sizesOf(setter: Setter, block: TableBlock): Sizes {
  const width = (pageOf(setter).widthPx - 2 * setter.marginPx) * block.width;
  const left = (pageOf(setter).widthPx - width) / 2;
  const sizePx = (block.sizePt / 72) * setter.dpi;
  const padPx = (block.paddingMm / 25.4 + block.rules.widthPt / 144) * setter.dpi;
  const edges = [0, ...block.columnWidths.map((_, i) => sum(block.columnWidths.slice(0, i + 1)))].map(
    (share) => Math.round(left + share * width),
  );
  return { sizePx, padPx, linePx: sizePx * LINE_HEIGHT, edges };
}

/** The heights of the rows a page has room for. */
interface Fit {
  rows: number[];
  /** The first row that has no room whole. */
  whole: number;
  /** What is left of the last row where it goes on overleaf. */
  restPx: number | null;
}

/** As many rows as fit, and what fits of the next where rows may be cut; one row goes on a page in any case. */
function fitRows(
  block: TableBlock,
  cells: readonly LinedCell[],
  { from, heights, room }: { from: number; heights: readonly number[]; room: number },
  { linePx, padPx }: Sizes,
): Fit {
  let whole = from;
  while (whole < block.rowCount && sum(heights.slice(from, whole + 1)) <= room) whole += 1;
  const rows = heights.slice(from, whole);
  const mayCut = whole < block.rowCount && (whole === from || (block.cutRows && whole >= block.headerRows));
  const fits = mayCut ? Math.floor((room - sum(rows) - 2 * padPx) / linePx) : 0;
  const row = cells.filter((cell) => cell.row === whole && cell.rowSpan === 1);
  const longest = Math.max(0, ...row.map((cell) => cell.lines.length - cell.next));
  if (fits >= 2 && longest > fits + 1) {
    const [cutPx, restPx] = [fits, longest - fits].map((lines) => lines * linePx + 2 * padPx);
    return { rows: [...rows, cutPx], whole, restPx };
  }
  return { rows: rows.length > 0 ? rows : heights.slice(from, from + 1), whole, restPx: null };
}

interface Sizes {
  sizePx: number;
  padPx: number;
  linePx: number;
  edges: number[];
}

function rowHeights(cells: readonly LinedCell[], rowCount: number, sizes: Sizes): number[] {
  const heights = new Array<number>(rowCount).fill(sizes.linePx + 2 * sizes.padPx);
  for (const cell of [...cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lacking = cell.lines.length * sizes.linePx + 2 * sizes.padPx - sum(rows);
    if (lacking > 0) heights[cell.row + cell.rowSpan - 1] += lacking;
  }
  return heights.map(Math.ceil);
}

/** The rows of a page, as high as given, below the header where it is repeated. */
interface Part {
  from: number;
  rows: readonly number[];
  header: readonly number[];
  /** Whether the last row goes on overleaf. */
  isCut: boolean;
}

function setPart(
  setter: Setter,
  block: TableBlock,
  cells: readonly LinedCell[],
  { from, rows, header, isCut }: Part,
  sizes: Sizes,
): void {
  const page = pageOf(setter);
  const edges = [setter.y];
  for (const height of [...header, ...rows]) edges.push(Math.round(edges[edges.length - 1] + height));
  const printed: (LaidGrid["cells"][number] & { cell: LinedCell; isHeader: boolean })[] = [];
  for (const cell of cells) {
    const { column, columnSpan } = cell;
    if (cell.row < header.length)
      printed.push({ row: cell.row, column, rowSpan: cell.rowSpan, columnSpan, cell, isHeader: true });
    const top = Math.max(cell.row, from);
    const bottom = Math.min(cell.row + cell.rowSpan, from + rows.length);
    if (bottom <= top) continue;
    const row = top - from + header.length;
    printed.push({ row, column, rowSpan: bottom - top, columnSpan, cell, isHeader: false });
  }
  for (const place of printed) {
    const box: Bar["box"] = [
      sizes.edges[place.column],
      edges[place.row],
      sizes.edges[place.column + place.columnSpan],
      edges[place.row + place.rowSpan],
    ];
    const isLast = place.cell.row + place.cell.rowSpan <= from + rows.length - (isCut ? 1 : 0);
    setCell(setter, block, place.cell, box, sizes, place.isHeader, isLast);
  }
  const places = printed.map(({ row, column, rowSpan, columnSpan }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
  }));
  const grid = dropUnusedEdges({ cells: places, rowCount: edges.length - 1, columnCount: block.columnCount });
  for (const place of printed) {
    const belowHeader = place.cell.row + place.cell.rowSpan <= block.headerRows;
    setRules(page, block, { ...place, belowHeader }, edges, sizes, setter.dpi);
  }
  page.grids.push(grid);
  setter.y = edges[edges.length - 1] + sizes.sizePx;
}

function setCell(
  setter: Setter,
  block: TableBlock,
  cell: LinedCell,
  box: Bar["box"],
  { sizePx, padPx, linePx }: Sizes,
  isHeader: boolean,
  isLast: boolean,
): void {
  const page = pageOf(setter);
  if (cell.shade) page.bars.unshift({ box, grey: Number.parseInt(cell.shade[1], 16) * 17 });
  const fits = Math.max(1, Math.floor((box[3] - box[1] - 2 * padPx) / linePx + 0.05));
  const left = isHeader ? cell.lines : cell.lines.slice(cell.next);
  const lines = isLast ? left : left.slice(0, fits);
  if (!isHeader) cell.next += lines.length;
  const spare = box[3] - box[1] - lines.length * linePx;
  const isWhole = lines.length === cell.lines.length;
  let y = box[1] + (block.middle && isWhole ? Math.max(padPx, spare / 2) : padPx) + 0.2 * sizePx;
  for (const line of lines) {
    const free = box[2] - box[0] - 2 * padPx - widthOf(line) * sizePx;
    const shift = cell.align === "center" ? Math.max(0, free / 2) : 0;
    setText(page, line, box[0] + padPx + shift, y, sizePx);
    y += linePx;
  }
}

function setRules(
  page: LaidPage,
  { rules, columnCount }: TableBlock,
  place: LaidGrid["cells"][number] & { belowHeader: boolean },
  rowEdges: readonly number[],
  { edges }: Sizes,
  dpi: number,
): void {
  const thick = Math.max(1, (rules.widthPt / 72) * dpi);
  const lastRow = rowEdges.length - 1;
  const bars = (direction: "row" | "column", at: number, start: number, end: number): void => {
    const third = thick / 3;
    const across: [number, number][] = rules.double
      ? [
          [at - thick / 2, at - thick / 2 + third],
          [at + thick / 2 - third, at + thick / 2],
        ]
      : [[at - thick / 2, at + thick / 2]];
    for (const [a, b] of across) {
      const along = [start - thick / 2, end + thick / 2];
      page.bars.push({
        box: direction === "row" ? [along[0], a, along[1], b] : [a, along[0], b, along[1]],
        grey: 0,
      });
    }
  };
  const [x0, x1] = [edges[place.column], edges[place.column + place.columnSpan]];
  const [y0, y1] = [rowEdges[place.row], rowEdges[place.row + place.rowSpan]];
  const hasRows = rules.inner === "all" || rules.inner === "rows";
  const hasColumns = rules.inner === "all" || rules.inner === "columns";
  const isLast = place.row + place.rowSpan === lastRow;
  if (place.row === 0 ? rules.topBottom : hasRows) bars("row", y0, x0, x1);
  if (isLast ? rules.topBottom : hasRows || (rules.inner === "header" && place.belowHeader))
    bars("row", y1, x0, x1);
  if (place.column === 0 ? rules.sides : hasColumns) bars("column", x0, y0, y1);
  const isOutermost = place.column + place.columnSpan === columnCount;
  if (isOutermost ? rules.sides : hasColumns) bars("column", x1, y0, y1);
}

function setText(page: LaidPage, text: string, x: number, y: number, sizePx: number): void {
  let at = x;
  for (const char of text) {
    if (char.trim() !== "") page.glyphs.push({ char, x: at, y, sizePx });
    at += advanceOf(char) * sizePx;
  }
}

const advanceOf = (char: string): number => (/[\u0020-\u00ff]/.test(char) ? 0.5 : 1);
const widthOf = (text: string): number => [...text].reduce((total, char) => total + advanceOf(char), 0);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Breaks a text into lines; a closing mark hangs on to the line before. */
function wrap(text: string, roomEm: number): string[] {
  const lines = [""];
  for (const char of text) {
    const last = lines[lines.length - 1];
    const isFull = widthOf(last) + advanceOf(char) > roomEm;
    if (last !== "" && isFull && !/[，。、；）.,%]/.test(char)) lines.push(char);
    else lines[lines.length - 1] = last + char;
  }
  return text === "" ? [] : lines;
}
