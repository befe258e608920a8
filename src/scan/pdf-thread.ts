import "./no-response.ts";

import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { openSource } from "./file-ranges.ts";
import { offerJpegDecoder } from "./jpeg-decoder.ts";
import { offerNoCanvas } from "./no-canvas.ts";
import { leave } from "./page-drop.ts";
import { toPasswordSpellings } from "./password-spellings.ts";
import { readOutline } from "./pdf-outline.ts";
import { type OpenPdf, readPdfPage, TooLargeError } from "./pdf-page.ts";
import type { PdfFailed, PdfHolder, PdfPageRead, PdfReply, PdfRequest } from "./pdf-protocol.ts";

// The thread that holds one PDF at a time: answers "open", then "page" any number of times, then "close".

const { dropFd } = workerData as PdfHolder;
let pdf: OpenPdf | null = null;
let pagePixels = 0;

parentPort?.on("message", async (request: PdfRequest) => {
  try {
    parentPort?.postMessage(await answer(request));
  } catch (error) {
    parentPort?.postMessage(failureOf(error));
  }
  dropRead();
});

async function answer(request: PdfRequest): Promise<PdfReply> {
  if (request.kind === "open") {
    pagePixels = request.pagePixels;
    offerJpegDecoder(pagePixels);
    offerNoCanvas(pagePixels);
    pdf = await openTwice(request.path, request.password);
    return { kind: "opened", pageCount: pdf.quick.numPages, outline: await readOutline(pdf.quick) };
  }
  if (!pdf) throw new Error("no PDF is open");
  if (request.kind === "close") {
    const { destroy } = pdf;
    pdf = null;
    await destroy();
    return { kind: "closed" };
  }
  return withPixelsLeft({ kind: "page", ...(await readPdfPage(pdf, request.pageNumber, pagePixels)) });
}

/** A page's pixels are left in the file where there is one and room in it: whoever asked takes them from there. */
function withPixelsLeft(page: PdfPageRead): PdfPageRead {
  const { pixels } = page;
  if (dropFd === null || !leave(dropFd, pixels.data)) return page;
  return { ...page, pixels: { ...pixels, data: new Uint8Array() }, leftBytes: pixels.data.length };
}

/**
 * A page that was read would lie here until as much memory again was asked for: dozens of pages. It is young, and
 * to look through all that is old takes ten times as long.
 */
function dropRead(): void {
  globalThis.gc?.({ type: "minor" });
}

async function openTwice(path: string, password: string | null): Promise<OpenPdf> {
  let plain: Promise<PDFDocumentProxy> | null = null;
  const quick = await openWithPassword(path, password, true);
  return {
    quick,
    plain() {
      plain ??= openWithPassword(path, password, false);
      return plain;
    },
    needsPlain: false,
    async destroy() {
      await Promise.all([quick.destroy(), plain?.then((opened) => opened.destroy())]);
    },
  };
}

async function openWithPassword(
  path: string,
  password: string | null,
  hasCanvas: boolean,
): Promise<PDFDocumentProxy> {
  if (password === null) return await openDocument(path, null, hasCanvas);
  const [given, ...others] = toPasswordSpellings(password);
  try {
    return await openDocument(path, given, hasCanvas);
  } catch (error) {
    if ((error as { name?: string }).name !== "PasswordException") throw error;
    for (const other of others) {
      const opened = await openDocument(path, other, hasCanvas).catch(() => null);
      if (opened) return opened;
    }
    throw error;
  }
}

/** pdf.js fails silently on CJK text, JPX and JBIG2 unless it is told where its own data lies. */
async function openDocument(
  path: string,
  password: string | null,
  hasCanvas: boolean,
): Promise<PDFDocumentProxy> {
  const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const folder = (name: string): string => `${join(root, name)}/`;
  return getDocument({
    ...openSource(path),
    password: password ?? undefined,
    cMapUrl: folder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: folder("standard_fonts"),
    wasmUrl: folder("wasm"),
    iccUrl: folder("iccs"),
    isEvalSupported: false,
    isOffscreenCanvasSupported: hasCanvas,
    isImageDecoderSupported: true,
    useSystemFonts: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

const WRONG_PASSWORD = 2;

function failureOf(error: unknown): PdfFailed {
  const { name, message, code } = error as { name?: string; message?: string; code?: number };
  const detail = String(message ?? error);
  if (name === "PasswordException") {
    return {
      kind: "failed",
      reason: code === WRONG_PASSWORD ? "wrong-password" : "password-needed",
      detail: "",
    };
  }
  if (error instanceof TooLargeError) return { kind: "failed", reason: "too-large", detail };
  if (/encrypt|security handler|crypt/i.test(detail))
    return { kind: "failed", reason: "unsupported-encryption", detail };
  return { kind: "failed", reason: "damaged-pdf", detail };
}
