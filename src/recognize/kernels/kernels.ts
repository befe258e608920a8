import { openWasm } from "../wasm.ts";

/** Loops of kernels.wat. Where data begins is told in bytes of their memory, from `FREE` on; how much there is, in pixels. */
export interface Kernels {
  toGrey(from: number, grey: number, red: number, count: number, clear: number, pale: number): void;
  mix(upper: number, lower: number, share: number, to: number, count: number): void;
  spread(levels: number, starts: number, columns: number, shares: number, to: number): void;
  divide(from: number, by: number, to: number, count: number): void;
  upTo(from: number, to: number, count: number, level: number): void;
  pack(from: number, to: number, count: number): void;
  countThirds(from: number, to: number, count: number): void;
  pale(from: number, to: number, count: number, step: number, level: number, depth: number): void;
  lightDown(from: number, width: number, rows: number, to: number): void;
  lightAlong(from: number, length: number, stretches: number, to: number, apart: number): void;
  /** All of their memory, as long as nobody else asks for kernels. */
  bytes: Uint8Array;
}

/** Where the first data may lie. */
export const FREE = 64;

/** Loops look beyond what they are to work on by as much. */
export const ROOM = 64;

/** So many pixels are taken at a time, so that their loop finds them in the processor's own memory. */
export const PIECE_PX = 1 << 16;

/** The kernels, with memory for so many bytes of data at least; what others left there may be anything. */
export function openKernels(bytes: number): Kernels {
  opened ??= openWasm<Opened>(KERNELS_CODE);
  const { memory, ...loops } = opened;
  const lacking = FREE + bytes + ROOM - memory.buffer.byteLength;
  if (lacking > 0) memory.grow(Math.ceil(lacking / MEMORY_PAGE_BYTES));
  return { ...loops, bytes: new Uint8Array(memory.buffer) };
}

/** A place for data of so many bytes behind another one, where numbers of any size may lie. */
export const behind = (place: number, bytes: number): number => Math.ceil((place + bytes + ROOM) / 16) * 16;

const MEMORY_PAGE_BYTES = 65_536;

interface Opened extends Omit<Kernels, "bytes"> {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

let opened: Opened | null = null;

/** kernels.wat beside this file, assembled by wat2wasm (wabt), in base64; tests/recognize/assembled.test.ts holds the two together. */
export const KERNELS_CODE = [
  "AGFzbQEAAAABMgdgBn9/f39/fwBgBX9/fH9/AGAFf39/f38AYAR/f39/AGADf39/AGACf38Be2ABewF/Aw0MAAECAwMEBAADAgUG",
  "BQMBAAEHZwsGbWVtb3J5AgAGdG9HcmV5AAADbWl4AAEGc3ByZWFkAAIGZGl2aWRlAAMEdXBUbwAEBHBhY2sABQtjb3VudFRoaXJk",
  "cwAGBHBhbGUABwlsaWdodERvd24ACApsaWdodEFsb25nAAkKqQ0MigMCAX8IeyABIANqIQYDQCAA/QAEACEHIAD9AAQQIQggAP0A",
  "BCAhCSAHIAj9DQADBgkMDxIVGBseAAAAAAAgCf0NAAECAwQFBgcICQoRFBcaHSEKIAcgCP0NAQQHCg0QExYZHB8AAAAAACAJ/Q0A",
  "AQIDBAUGBwgJChIVGBseIQsgByAI/Q0CBQgLDhEUFxodAAAAAAAAIAn9DQABAgMEBQYHCAkQExYZHB8hDCABIAr9iQFBzQD9EP2V",
  "ASAL/YkBQZYB/RD9lQH9jgEgDP2JAUEd/RD9lQH9jgFBCP2NASAK/YoBQc0A/RD9lQEgC/2KAUGWAf0Q/ZUB/Y4BIAz9igFBHf0Q",
  "/ZUB/Y4BQQj9jQH9Zv0LBAAgCiALIAz9ef1zIQ0gDSAF/Q8gCv2JAUHNAf0Q/ZUBQQv9jQEgCv2KAUHNAf0Q/ZUBQQv9jQH9Zv15",
  "/SghDiACIA5BAf0PQQL9DyANIAT9D/0o/VL9Tv0LBAAgAEEwaiEAIAJBEGohAiABQRBqIgEgBkkNAAsLdAIBfwJ7IAMgBEEDdGoh",
  "BUQAAAAAAADwPyACof0UIQYgAv0UIQcDQCADIAD9XQMA/V8gBv3yASAB/V0DAP1fIAf98gH98AFEAAAAAADgb0D9FP3zAf0LBAAg",
  "AEEIaiEAIAFBCGohASADQRBqIgMgBUkNAAsLfgICfAN/A0AgACsDACEFIAArAwggBaEhBiABKAIAQQN0IQcgASgCBEEDdCEIAkAD",
  "QCAHIAhPDQEgBCAHaiAF/RQgBv0UIAMgB2r9AAQA/fIB/fAB/QsEACAHQRBqIQcMAAsLIABBCGohACABQQRqIQEgCUEBaiIJIAJJ",
  "DQALC+8BAgF/BXsgAiADaiEEA0AgAP1cAgD9iQH9qQEhBSAF/f8BIQYgBSAF/Q0ICQoLDA0ODwgJCgsMDQ4P/f8BIQcgAf0ABAAh",
  "CCAB/QAEECEJIAIgBiAI/fMB/fwBIAZEAAAAAADgb0D9FCAI/fIB/UwiBiAG/Q0AAQIDCAkKCwABAgMICQoL/VAgByAJ/fMB/fwB",
  "IAdEAAAAAADgb0D9FCAJ/fIB/UwiByAH/Q0AAQIDCAkKCwABAgMICQoL/VD9DQAEEBQABBAUAAQQFAAEEBT9WgIAACAAQQRqIQAg",
  "AUEgaiEBIAJBBGoiAiAESQ0ACws5AQF/IAEgAmohBANAIAFBAf0PIAD9AAQAIAP9D/0q/U79CwQAIABBEGohACABQRBqIgEgBEkN",
  "AAsLNAEBfyAAIAJqIQMDQCABIAD9AAQAQQD9D/0k/WQ7AQAgAUECaiEBIABBEGoiACADSQ0ACwuSAQECfyAAIAJqQQtrIQMCQANA",
  "IAAgA04NASABIAAtAABBAnRqIQQgBCAEKAIAQQFqNgIAIAEgAC0AA0ECdGohBCAEIAQoAoAIQQFqNgKACCABIAAtAAZBAnRqIQQg",
  "BCAEKAKAEEEBajYCgBAgASAALQAJQQJ0aiEEIAQgBCgCgBhBAWo2AoAYIABBDGohAAwACwsLWgIBfwF7IAAgAmohBgNAIAD9AAQA",
  "IQcgASAHIAT9D/0qIAAgA2v9AAQAIAAgA2r9AAQA/XcgB/1zIAX9D/0s/U79ZDsBACABQQJqIQEgAEEQaiIAIAZJDQALC9cBAgN/",
  "BXsDQEEA/REhCCAAIARqIQVBACEGA0AgCCAF/VwCAP2JAf2pAf2uASEIIAUgAWohBSAGQQFqIgYgAkkNAAsgCP37ASAC/RH9+wH9",
  "5wH9Z/35ASEJQQD9ESEKQQD9ESELIAAgBGohBUEAIQYDQCAF/VwCAP2JAf2pASEHIAcgCf0/IQggCiAHIAj9Tv2uASEKIAsgCP2x",
  "ASELIAUgAWohBSAGQQFqIgYgAkkNAAsgAyAEQQJ0aiAK/fsBIAv9+wH95wH9CwQAIARBBGoiBCABSQ0ACwvHAQMCfwR7AX8DQEEA",
  "/REhCSAAIQUgACABaiEGA0AgCSAF/QAEACAFIAYQCv1O/X39f/2uASEJIAVBEGoiBSAGSQ0ACyAJEAsgAUEBa2ogAW79DyEKQQD9",
  "ESEJQQAhCyAAIQUDQCAF/QAEACEHIAcgCv0sIAUgBhAK/U4hCCAJIAcgCP1O/X39f/2uASEJIAsgCP1kaWohCyAFQRBqIgUgBkkN",
  "AAsgAyAJEAuzIAuzlTgCACAGIQAgAyAEaiEDIAJBAWsiAg0ACwscAQF/IAEgAGshAkEQIAJBECACQRBJG2v9AAQACxkAIAD9GwAg",
  "AP0bAWogAP0bAiAA/RsDamoLCyYBAEEACyD/////////////////////AAAAAAAAAAAAAAAAAAAAAA==",
].join("");
