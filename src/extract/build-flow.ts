import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import type { NormalParagraph, NormalScan, NormalTable, NormalText } from "../model/normal-text.ts";
import type { Box } from "../model/place.ts";
import { type BodyPage, dropFurniture } from "./build-flow-furniture.ts";
import { findTitle, isContinuedTitle } from "./build-flow-titles.ts";
import { findTears } from "./find-tears.ts";
import { byPlace } from "./grid.ts";
import { joinBelow } from "./join-below.ts";
import { judgeJoin } from "./join-judge.ts";
import { figureGoesOn, joinParagraphs, paragraphGoesOn, textRoom } from "./join-paragraphs.ts";
import { type TablePart, tableToPart } from "./join-part.ts";
import { joinParts } from "./join-rows.ts";
import { splitByEdges } from "./join-split.ts";

/** A paragraph or table of the flow being built, and the page it ends on. */
type Piece =
  | { kind: "paragraph"; paragraph: FlowParagraph; page: BodyPage; box: Box }
  | { kind: "table"; part: TablePart; page: BodyPage };

interface ScanContext {
  roomOf: (page: BodyPage) => Box;
  /** How far down text reaches on its fullest page, as a share of the page's height. */
  bottomShare: number;
  problems: Problem[];
}

/**
 * A scan's body as one stream: page furniture left out, paragraphs and tables joined over page breaks.
 * Each join of a table names its reason; one that speaks both ways is left undone and told as a problem.
 */
export function buildFlow(scan: NormalScan): { flow: Flow; problems: Problem[] } {
  const pages = dropFurniture(scan).filter((page) => page.blocks.length > 0);
  const problems: Problem[] = [];
  const pieces: Piece[] = [];
  const roomOf = textRoom(pages);
  const bottomShare = Math.max(0, ...pages.map((page) => lowestInk(page) / Math.max(1, page.heightPx)));
  for (const page of pages) {
    for (const [index, block] of page.blocks.entries()) {
      const piece = toPiece(block, page);
      const isAtBreak = index === 0 || (index === 1 && opensWithContinuedTitle(pieces, page, block));
      const isJoined = isAtBreak
        ? joinPiece(pieces, piece, { roomOf, bottomShare, problems })
        : joinFigure(pieces, piece, roomOf(page)) || joinTableBelow(pieces, piece);
      if (!isJoined) pieces.push(piece);
    }
  }
  return { flow: piecesToFlow(withTears(pieces, roomOf, problems)), problems };
}

/** The pieces with figures at torn edges marked; each tear is told as a problem. */
function withTears(
  pieces: readonly Piece[],
  roomOf: ScanContext["roomOf"],
  problems: Problem[],
): readonly Piece[] {
  const torn = findTears(
    pieces.map((piece) =>
      piece.kind === "table"
        ? null
        : { paragraph: piece.paragraph, room: roomOf(piece.page), pageNumber: piece.page.pageNumber },
    ),
  );
  problems.push(...torn.problems);
  return pieces.map((piece, at) => {
    const paragraph = torn.paragraphs[at];
    return piece.kind === "paragraph" && paragraph ? { ...piece, paragraph } : piece;
  });
}

function toPiece(block: NormalParagraph | NormalTable, page: BodyPage): Piece {
  if (block.kind === "table") return { kind: "table", part: tableToPart(block, page), page };
  const { content, lineStarts, box } = block;
  return { kind: "paragraph", paragraph: { kind: "paragraph", content, lineStarts }, page, box };
}

/** Whether the page so far is only the title of a table that goes on, after a table that closed a page. */
function opensWithContinuedTitle(
  pieces: readonly Piece[],
  page: BodyPage,
  block: NormalParagraph | NormalTable,
): boolean {
  const [first] = page.blocks;
  if (block.kind !== "table" || first.kind !== "paragraph") return false;
  const table = pieces[pieces.length - 2];
  return (
    table?.kind === "table" && isContinuedTitle(first.content.text, titleBefore(pieces, pieces.length - 2))
  );
}

/** Joins a piece that opens a page to what came before; false leaves it to stand alone. */
function joinPiece(pieces: Piece[], piece: Piece, scan: ScanContext): boolean {
  const last = pieces[pieces.length - 1];
  if (!last) return false;
  if (piece.kind === "paragraph") return joinParagraph(pieces, last, piece, scan);
  const isTitled = last.kind === "paragraph" && last.page === piece.page;
  const upper = isTitled ? pieces[pieces.length - 2] : last;
  if (upper?.kind !== "table" || !follows(upper.page, piece.page)) return false;
  const joined = joinTables(upper, piece, isTitled, scan);
  if (!joined) return false;
  pieces.splice(pieces.length - (isTitled ? 2 : 1), isTitled ? 2 : 1, {
    kind: "table",
    part: joined,
    page: piece.page,
  });
  return true;
}

/** The next page, or the one after an empty back side. */
function follows(before: BodyPage, after: BodyPage): boolean {
  const step = after.pageNumber - before.pageNumber;
  return step === 1 || step === 2;
}

function joinParagraph(
  pieces: Piece[],
  last: Piece,
  piece: Extract<Piece, { kind: "paragraph" }>,
  { roomOf }: ScanContext,
): boolean {
  if (last.kind !== "paragraph" || !follows(last.page, piece.page)) return false;
  const [room, nextRoom] = [roomOf(last.page), roomOf(piece.page)];
  if (!paragraphGoesOn(last.paragraph, piece.paragraph, room, nextRoom)) return false;
  pieces[pieces.length - 1] = { ...piece, paragraph: joinParagraphs(last.paragraph, piece.paragraph) };
  return true;
}

/** Joins a paragraph to the one above on its page whose last line had no room for its first figure. */
function joinFigure(pieces: Piece[], piece: Piece, room: Box): boolean {
  const last = pieces[pieces.length - 1];
  if (last?.kind !== "paragraph" || piece.kind !== "paragraph" || last.page !== piece.page) return false;
  if (!figureGoesOn(last.paragraph, piece.paragraph, room)) return false;
  pieces[pieces.length - 1] = { ...piece, paragraph: joinParagraphs(last.paragraph, piece.paragraph) };
  return true;
}

/** Joins a table without a header to the one right above it on its page. */
function joinTableBelow(pieces: Piece[], piece: Piece): boolean {
  const last = pieces[pieces.length - 1];
  if (last?.kind !== "table" || piece.kind !== "table" || last.page !== piece.page) return false;
  const part = joinBelow(last.part, piece.part, piece.page.pageNumber);
  if (part) pieces[pieces.length - 1] = { ...piece, part };
  return part !== null;
}

function joinTables(
  upper: Extract<Piece, { kind: "table" }>,
  lower: Extract<Piece, { kind: "table" }>,
  isContinuedByTitle: boolean,
  { bottomShare, problems }: ScanContext,
): TablePart | null {
  const spareShare = bottomShare - upper.part.box[3] / Math.max(1, upper.page.heightPx);
  const context = { isContinuedByTitle, spareShare };
  const parted = splitByEdges(upper.part, lower.part);
  const judged = parted && judgeJoin(upper.part, parted, context);
  const isParted = judged?.kind === "join";
  const verdict = isParted ? judged : judgeJoin(upper.part, lower.part, context);
  if (verdict.kind === "apart") return null;
  if (verdict.kind === "ambiguous") {
    problems.push(
      unclear(
        lower,
        `表格是否续自前页不明确：${verdict.zh}`,
        `may go on from the page before: ${verdict.en}`,
      ),
    );
    return null;
  }
  const headed = { ...upper.part, headerRows: verdict.upperHeaderRows };
  const below = isParted && parted ? parted : lower.part;
  const joined = joinParts(headed, below, verdict.shared, verdict.repeatedRows);
  if (!joined) {
    problems.push(
      unclear(lower, "与前页表格的行列无法对齐", "its rows don't fit the table of the page before"),
    );
    return null;
  }
  if (joined.isRowUnclear) {
    problems.push(
      unclear(lower, "首行可能是前页末行的续文", "its first row may be the rest of the row before"),
    );
  }
  const reason = isParted ? `${verdict.reason}, cells parted at the edges above` : verdict.reason;
  const join = { pageNumber: lower.page.pageNumber, reason };
  return { ...joined.part, joins: [...upper.part.joins, join] };
}

function unclear(piece: Extract<Piece, { kind: "table" }>, zh: string, en: string): Problem {
  const { pageNumber } = piece.page;
  return { code: "ambiguous-join", pageNumber, box: piece.part.box, message: { zh, en } };
}

function piecesToFlow(pieces: readonly Piece[]): Flow {
  let tables = 0;
  return pieces.map((piece, index) => {
    if (piece.kind === "paragraph") return piece.paragraph;
    tables += 1;
    return partToTable(piece.part, `t${tables}`, titleBefore(pieces, index));
  });
}

/** The title of the table at `index`, among the paragraphs right above it on the page it begins on. */
function titleBefore(pieces: readonly Piece[], index: number): NormalText | null {
  const table = pieces[index];
  if (table?.kind !== "table") return null;
  const above = [];
  for (let at = index - 1; at >= 0 && above.length < 3; at--) {
    const piece = pieces[at];
    if (piece.kind !== "paragraph" || piece.page.pageNumber !== table.part.pageNumbers[0]) break;
    above.push(piece);
  }
  return findTitle(above);
}

function partToTable(part: TablePart, id: string, title: NormalText | null): FlowTable {
  const cells = [...part.cells].sort(byPlace).map(({ row, column, rowSpan, columnSpan, content }) => ({
    row,
    column,
    rowSpan,
    columnSpan,
    content,
  }));
  const { pageNumbers, headerRows, rowCount, columnCount, joins } = part;
  return { kind: "table", id, title, pageNumbers, headerRows, rowCount, columnCount, cells, joins };
}

function lowestInk(page: BodyPage): number {
  return Math.max(0, ...page.blocks.map(({ box }) => box[3]));
}
