/** Loops of kernels.wat. Where data begins is told in bytes of their memory, from `FREE` on; how much there is, in pixels. */
export interface Kernels {
  toGrey(from: number, grey: number, red: number, count: number, clear: number, pale: number): void;
  spread(levels: number, starts: number, columns: number, shares: number, to: number): void;
  divide(from: number, by: number, to: number, count: number): void;
  upTo(from: number, to: number, count: number, level: number): void;
  pack(from: number, to: number, count: number): void;
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
  opened ??= instantiate();
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

/** Node's own; its types lie with those of browsers. */
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { exports: unknown };
};

function instantiate(): Opened {
  return new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(CODE, "base64"))).exports as Opened;
}

/** kernels.wat beside this file, assembled by wat2wasm (wabt). */
const CODE = [
  "AGFzbQEAAAABKgZgBn9/f39/fwBgBX9/f39/AGAEf39/fwBgA39/fwBgAn9/AXtgAXsBfwMLCgABAgIDAAIBBAUFAwEAAQdTCQZt",
  "ZW1vcnkCAAZ0b0dyZXkAAAZzcHJlYWQAAQZkaXZpZGUAAgR1cFRvAAMEcGFjawAEBHBhbGUABQlsaWdodERvd24ABgpsaWdodEFs",
  "b25nAAcKoAsKigMCAX8IeyABIANqIQYDQCAA/QAEACEHIAD9AAQQIQggAP0ABCAhCSAHIAj9DQADBgkMDxIVGBseAAAAAAAgCf0N",
  "AAECAwQFBgcICQoRFBcaHSEKIAcgCP0NAQQHCg0QExYZHB8AAAAAACAJ/Q0AAQIDBAUGBwgJChIVGBseIQsgByAI/Q0CBQgLDhEU",
  "FxodAAAAAAAAIAn9DQABAgMEBQYHCAkQExYZHB8hDCABIAr9iQFBzQD9EP2VASAL/YkBQZYB/RD9lQH9jgEgDP2JAUEd/RD9lQH9",
  "jgFBCP2NASAK/YoBQc0A/RD9lQEgC/2KAUGWAf0Q/ZUB/Y4BIAz9igFBHf0Q/ZUB/Y4BQQj9jQH9Zv0LBAAgCiALIAz9ef1zIQ0g",
  "DSAF/Q8gCv2JAUHNAf0Q/ZUBQQv9jQEgCv2KAUHNAf0Q/ZUBQQv9jQH9Zv15/SghDiACIA5BAf0PQQL9DyANIAT9D/0o/VL9Tv0L",
  "BAAgAEEwaiEAIAJBEGohAiABQRBqIgEgBkkNAAsLfgICfAN/A0AgACsDACEFIAArAwggBaEhBiABKAIAQQN0IQcgASgCBEEDdCEI",
  "AkADQCAHIAhPDQEgBCAHaiAF/RQgBv0UIAMgB2r9AAQA/fIB/fAB/QsEACAHQRBqIQcMAAsLIABBCGohACABQQRqIQEgCUEBaiIJ",
  "IAJJDQALC+8BAgF/BXsgAiADaiEEA0AgAP1cAgD9iQH9qQEhBSAF/f8BIQYgBSAF/Q0ICQoLDA0ODwgJCgsMDQ4P/f8BIQcgAf0A",
  "BAAhCCAB/QAEECEJIAIgBiAI/fMB/fwBIAZEAAAAAADgb0D9FCAI/fIB/UwiBiAG/Q0AAQIDCAkKCwABAgMICQoL/VAgByAJ/fMB",
  "/fwBIAdEAAAAAADgb0D9FCAJ/fIB/UwiByAH/Q0AAQIDCAkKCwABAgMICQoL/VD9DQAEEBQABBAUAAQQFAAEEBT9WgIAACAAQQRq",
  "IQAgAUEgaiEBIAJBBGoiAiAESQ0ACws5AQF/IAEgAmohBANAIAFBAf0PIAD9AAQAIAP9D/0q/U79CwQAIABBEGohACABQRBqIgEg",
  "BEkNAAsLNAEBfyAAIAJqIQMDQCABIAD9AAQAQQD9D/0k/WQ7AQAgAUECaiEBIABBEGoiACADSQ0ACwtaAgF/AXsgACACaiEGA0Ag",
  "AP0ABAAhByABIAcgBP0P/SogACADa/0ABAAgACADav0ABAD9dyAH/XMgBf0P/Sz9Tv1kOwEAIAFBAmohASAAQRBqIgAgBkkNAAsL",
  "1wECA38FewNAQQD9ESEIIAAgBGohBUEAIQYDQCAIIAX9XAIA/YkB/akB/a4BIQggBSABaiEFIAZBAWoiBiACSQ0ACyAI/fsBIAL9",
  "Ef37Af3nAf1n/fkBIQlBAP0RIQpBAP0RIQsgACAEaiEFQQAhBgNAIAX9XAIA/YkB/akBIQcgByAJ/T8hCCAKIAcgCP1O/a4BIQog",
  "CyAI/bEBIQsgBSABaiEFIAZBAWoiBiACSQ0ACyADIARBAnRqIAr9+wEgC/37Af3nAf0LBAAgBEEEaiIEIAFJDQALC8cBAwJ/BHsB",
  "fwNAQQD9ESEJIAAhBSAAIAFqIQYDQCAJIAX9AAQAIAUgBhAI/U79ff1//a4BIQkgBUEQaiIFIAZJDQALIAkQCSABQQFraiABbv0P",
  "IQpBAP0RIQlBACELIAAhBQNAIAX9AAQAIQcgByAK/SwgBSAGEAj9TiEIIAkgByAI/U79ff1//a4BIQkgCyAI/WRpaiELIAVBEGoi",
  "BSAGSQ0ACyADIAkQCbMgC7OVOAIAIAYhACADIARqIQMgAkEBayICDQALCxwBAX8gASAAayECQRAgAkEQIAJBEEkba/0ABAALGQAg",
  "AP0bACAA/RsBaiAA/RsCIAD9GwNqagsLJgEAQQALIP////////////////////8AAAAAAAAAAAAAAAAAAAAA",
].join("");
