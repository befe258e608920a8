import type { LayerRun, Pixels } from "../model/picture.ts";

/** What the main thread asks of the thread that holds a PDF. */
export type PdfRequest =
  | { kind: "open"; path: string; password: string | null; pagePixels: number }
  | { kind: "page"; pageNumber: number }
  | { kind: "close" };

/** What the thread is told when it starts: the file in which pages' pixels are left, where there is one. */
export interface PdfHolder {
  dropFd: number | null;
}

export interface PdfOpened {
  kind: "opened";
  pageCount: number;
  outline: string[];
}

export interface PdfPageRead {
  kind: "page";
  /** Without data where that was left in the file both processes have open. */
  pixels: Pixels;
  leftBytes?: number;
  dpi: number;
  layer: LayerRun[];
  isPicture: boolean;
}

/** `reason` names an UnreadableInputError's code, or "bug" when nothing known fits. */
export interface PdfFailed {
  kind: "failed";
  reason: "password-needed" | "wrong-password" | "unsupported-encryption" | "damaged-pdf" | "too-large";
  detail: string;
}

/** The file is let go, and another one may be opened. */
export interface PdfClosed {
  kind: "closed";
}

export type PdfReply = PdfOpened | PdfPageRead | PdfClosed | PdfFailed;
