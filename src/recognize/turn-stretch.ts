import { openWasm } from "./wasm.ts";
/** Where a stretch of a row comes from: its first pixel's upper left neighbour, how far into it, and how that goes on. */
export interface Stretch {
  /** Of the first pixel and of the stretch in the pictures' bytes. */
  at: number;
  to: number;
  count: number;
  shareX: number;
  shareY: number;
  stepX: number;
  stepY: number;
}

/** A picture to be turned, and the one it becomes; `turn` may be asked for stretches that keep to both. */
export interface Turning {
  turn(stretch: Stretch): void;
  /** What was made, to be kept; nothing may be turned afterwards. */
  finish(): Uint8Array;
}

/** One and another picture of so many pixels lie in the memory of the quick way, which never shrinks. */
const MOST_PIXELS = 16_000_000;

/** Turns a picture onto one of the same size that is `ground` all over: each pixel is blended of the four it falls between. */
export function openTurning(data: Uint8Array, widthPx: number, ground: number): Turning {
  return data.length <= MOST_PIXELS ? openQuick(data, widthPx, ground) : openPlain(data, widthPx, ground);
}

/** Four pixels at once, in the same steps of the same numbers: the bytes are the same as those of the plain way. */
export function openQuick(data: Uint8Array, widthPx: number, ground: number): Turning {
  kernel ??= openWasm<Kernel>(TURN_CODE);
  const { memory, turn } = kernel;
  const size = data.length;
  const lackingBytes = 2 * size - memory.buffer.byteLength;
  if (lackingBytes > 0) memory.grow(Math.ceil(lackingBytes / WASM_PAGE_BYTES));
  const bytes = new Uint8Array(memory.buffer, 0, 2 * size);
  bytes.set(data);
  bytes.fill(ground, size);
  return {
    turn: ({ at, to, count, shareX, shareY, stepX, stepY }) =>
      turn(at, widthPx, size + to, count, shareX, shareY, stepX, stepY),
    finish: () => bytes.slice(size),
  };
}

export function openPlain(data: Uint8Array, widthPx: number, ground: number): Turning {
  const turned = new Uint8Array(data.length).fill(ground);
  return {
    turn({ at, to, count, shareX, shareY, stepX, stepY }) {
      let [a, c] = [data[at], data[at + widthPx]];
      for (let i = 0; i < count; i++, shareX += stepX, shareY += stepY) {
        const b = data[at + i + 1];
        const d = data[at + i + 1 + widthPx];
        const above = a + (b - a) * shareX;
        const below = c + (d - c) * shareX;
        turned[to + i] = (above + (below - above) * shareY + 0.5) | 0;
        a = b;
        c = d;
      }
    },
    finish: () => turned,
  };
}

interface Kernel {
  memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  turn(
    ...args: [
      at: number,
      widthPx: number,
      to: number,
      count: number,
      shareX: number,
      shareY: number,
      stepX: number,
      stepY: number,
    ]
  ): void;
}

const WASM_PAGE_BYTES = 65_536;

let kernel: Kernel | null = null;

/** turn-stretch.wat beside this file, assembled by wat2wasm (wabt), in base64; tests/recognize/assembled.test.ts holds the two together. */
export const TURN_CODE = [
  "AGFzbQEAAAABDAFgCH9/f398fHx8AAMCAQAFAwEAAQcRAgZtZW1vcnkCAAR0dXJuAAAKzgUBywUCAn8MeyAE/RQgBf0iASEOIAb9",
  "FCAH/SIBIRAgAiADaiEIIAIgA0F8cWohCQJAA0AgAiAJTw0BIAD9XAIA/YkB/akBIQogAP1cAgH9iQH9qQEhCyAAIAFq/VwCAP2J",
  "Af2pASEMIAAgAWr9XAIB/YkB/akBIQ0gCyAK/bEBIQsgDSAM/bEBIQ0gDiAQ/fABIQ8gDiAP/Q0AAQIDBAUGBxAREhMUFRYXIREg",
  "DiAP/Q0ICQoLDA0ODxgZGhscHR4fIRIgDyAQ/fABIQ4gCv3+ASAL/f4BIBH98gH98AEhFCAM/f4BIA39/gEgEf3yAf3wASEVIBQg",
  "FSAU/fEBIBL98gH98AFEAAAAAAAA4D/9FP3wAf38ASETIA4gEP3wASEPIA4gD/0NAAECAwQFBgcQERITFBUWFyERIA4gD/0NCAkK",
  "CwwNDg8YGRobHB0eHyESIA8gEP3wASEOIAogCv0NCAkKCwwNDg8ICQoLDA0ODyEKIAsgC/0NCAkKCwwNDg8ICQoLDA0ODyELIAwg",
  "DP0NCAkKCwwNDg8ICQoLDA0ODyEMIA0gDf0NCAkKCwwNDg8ICQoLDA0ODyENIAr9/gEgC/3+ASAR/fIB/fABIRQgDP3+ASAN/f4B",
  "IBH98gH98AEhFSAUIBUgFP3xASAS/fIB/fABRAAAAAAAAOA//RT98AH9/AEhCiACIBMgCv0NAAQQFAAEEBQABBAUAAQQFP1aAgAA",
  "IABBBGohACACQQRqIQIMAAsLAkADQCACIAhPDQEgDv0hAP0UIREgAC0AAP0RIAAgAWotAAD9HAEhCiAALQAB/REgACABai0AAf0c",
  "ASELIAr9/gEgCyAK/bEB/f4BIBH98gH98AEhFCACIBT9IQAgFP0hASAU/SEAoSAO/SEBoqBEAAAAAAAA4D+g/AI6AAAgDiAQ/fAB",
  "IQ4gAEEBaiEAIAJBAWohAgwACwsL",
].join("");
