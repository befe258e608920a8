import { OPS, type PDFPageProxy, Util } from "pdfjs-dist/legacy/build/pdf.mjs";

type OperatorList = Pick<Awaited<ReturnType<PDFPageProxy["getOperatorList"]>>, "fnArray" | "argsArray">;
/** Turns the unit square into a place on the page, in points. */
export type Matrix = number[];

/** What of a page puts ink on it. */
export interface PagePaints {
  /** The only picture there is, where nothing else is to be seen; a text of no ink may lie with it. */
  onlyPicture: { name: string; matrix: Matrix } | null;
  /** By what names pdf.js keeps the plain pictures on the page. */
  pictureNames: string[];
  /** The share of the page that pictures lie on, 0–1. */
  pictureShare: number;
  /** Whether there is text that puts no ink on the page, as OCR layers are. */
  hasHiddenText: boolean;
}

/** Goes through what is painted on a page, forms within it as well. */
export function findPaints({ fnArray, argsArray }: OperatorList, view: readonly number[]): PagePaints {
  const pictures: { name: string | null; matrix: Matrix }[] = [];
  let [hasInk, hasHiddenText] = [false, false];
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], isHidden: false };
  const saved: State[] = [];
  for (let i = 0; i < fnArray.length; i++) {
    const [op, args] = [fnArray[i], argsArray[i]];
    if (op === OPS.save || op === OPS.paintFormXObjectBegin) saved.push(state);
    if (op === OPS.restore || op === OPS.paintFormXObjectEnd) state = saved.pop() ?? state;
    else if (op === OPS.transform) state = { ...state, matrix: Util.transform(state.matrix, args) };
    else if (op === OPS.paintFormXObjectBegin && args[0])
      state = { ...state, matrix: Util.transform(state.matrix, args[0]) };
    else if (op === OPS.setTextRenderingMode) state = { ...state, isHidden: HIDDEN_MODES.has(args[0]) };
    else if (op === OPS.showText && state.isHidden) hasHiddenText = true;
    // What a picture painted later lies on is no longer seen, but drawing the page tells that best.
    else if (INKS.has(op)) hasInk = true;
    for (const { name, square } of picturesOf(op, args))
      pictures.push({ name, matrix: Util.transform(state.matrix, square) });
  }
  const [only] = pictures;
  const isAlone = pictures.length === 1 && !hasInk && only.name !== null;
  return {
    onlyPicture: isAlone ? { name: only.name ?? "", matrix: only.matrix } : null,
    pictureNames: pictures.flatMap(({ name }) => name ?? []),
    pictureShare: shareOf(
      pictures.map(({ matrix }) => matrix),
      view,
    ),
    hasHiddenText,
  };
}

interface State {
  matrix: Matrix;
  isHidden: boolean;
}

/** Text rendering modes of no ink: invisible, and used for clipping alone. */
const HIDDEN_MODES: ReadonlySet<number> = new Set([3, 7]);

const INKS: ReadonlySet<number> = new Set([
  OPS.showText,
  OPS.constructPath,
  OPS.shadingFill,
  OPS.beginAnnotation,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

/** The pictures an operator paints, each as what becomes of the unit square; only a plain one has a name to fetch it by. */
function picturesOf(op: number, args: unknown[]): { name: string | null; square: Matrix }[] {
  if (op === OPS.paintImageXObject) return [{ name: String(args[0]), square: UNIT }];
  if (op === OPS.paintImageMaskXObject || op === OPS.paintInlineImageXObject)
    return [{ name: null, square: UNIT }];
  if (op !== OPS.paintImageMaskXObjectGroup && op !== OPS.paintInlineImageXObjectGroup) return [];
  const parts = args[op === OPS.paintImageMaskXObjectGroup ? 0 : 1];
  if (!Array.isArray(parts)) return [];
  return parts.map(({ transform }: { transform: Matrix }) => ({ name: null, square: transform }));
}

/** The page is judged by this many places each way. */
const PLACES = 40;

/** The share of a page's places that lie under one of these unit squares. */
function shareOf(matrices: readonly Matrix[], [x0, y0, x1, y1]: readonly number[]): number {
  if (matrices.length === 0) return 0;
  const boxes = matrices.map((matrix) => boxOf(matrix));
  let covered = 0;
  for (let row = 0; row < PLACES; row++) {
    for (let column = 0; column < PLACES; column++) {
      const x = x0 + ((column + 0.5) / PLACES) * (x1 - x0);
      const y = y0 + ((row + 0.5) / PLACES) * (y1 - y0);
      if (boxes.some(([left, top, right, bottom]) => x >= left && x < right && y >= top && y < bottom))
        covered++;
    }
  }
  return covered / PLACES ** 2;
}

/** The box around what becomes of the unit square. */
export function boxOf([a, b, c, d, e, f]: Matrix): [number, number, number, number] {
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
