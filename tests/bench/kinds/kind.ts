import type { Random } from "../../../fixtures/make/random.ts";

/** A table of a page: "<" goes on the cell to the left, "^" the one above; `css` selects by `&`, the table itself. */
export interface KindTable {
  rows: string[][];
  css: string;
}

/** A line or more of words beside tables. */
export interface KindLine {
  words: string;
  css: string;
}

export interface KindPage {
  blocks: (KindTable | KindLine)[];
  sizePt: number;
  isLandscape?: boolean;
  /** Nothing stands between columns: a name within the first one may be in a cell of its own, or in one over the whole row. */
  isUnparted?: boolean;
}

/** A kind of table that offices set, drawn anew for each seed. */
export interface Kind {
  name: string;
  draw(random: Random): KindPage;
}

export interface Place {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Each cell once, with the places that "<" and "^" add to it. */
export function placesOf(rows: readonly string[][]): Place[] {
  return rows.flatMap((texts, row) =>
    texts.flatMap((text, column): Place[] => {
      if (text === "<" || text === "^") return [];
      let columnSpan = 1;
      while (texts[column + columnSpan] === "<") columnSpan += 1;
      let rowSpan = 1;
      while (rows[row + rowSpan]?.[column] === "^") rowSpan += 1;
      return [{ row, column, rowSpan, columnSpan }];
    }),
  );
}

/** A page as HTML for a screen of its size. */
export function pageToHtml({ blocks, sizePt }: KindPage, font: string): string {
  const body = blocks.map((block, at) =>
    "rows" in block
      ? `<style>${block.css.replaceAll("&", `#t${at}`)}</style><table id="t${at}">${rowsOf(block.rows)}</table>`
      : `<p style="${block.css}">${block.words}</p>`,
  );
  return `<!doctype html><meta charset="utf-8"><style>
    body{margin:20mm 22mm;font:${sizePt}pt ${font}}table{border-collapse:collapse;width:100%}
    p{margin:1mm 0;line-height:1.5}td{padding:1mm 2mm}</style>${body.join("")}`;
}

function rowsOf(rows: readonly string[][]): string {
  const places = placesOf(rows);
  return rows
    .map((texts, row) => {
      const cells = places
        .filter((place) => place.row === row)
        .map(
          ({ column, rowSpan, columnSpan }) =>
            `<td rowspan="${rowSpan}" colspan="${columnSpan}" class="c${column}">${texts[column]}</td>`,
        );
      return `<tr class="r${row}">${cells.join("")}</tr>`;
    })
    .join("");
}
