import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import type { Pixels } from "../../src/model/picture.ts";
import { findLayout } from "../../src/recognize/find-layout.ts";
import type { LineCrop } from "../../src/recognize/line-crop.ts";
import { readByNetwork } from "../../src/recognize/read-crop.ts";
import type { LineReader } from "../../src/recognize/readers/reader.ts";
import { sheetLaidFlat } from "../../src/recognize/sheet.ts";

const [WIDTH, HEIGHT] = [1000, 1400];
const SLOPE = 0.02;

/** Bars that lean, as lines of text on a sheet laid askew do. */
function leaningPage(): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  for (let y = 150; y < 1250; y++) {
    for (let x = 100; x < 900; x++) {
      const line = y - Math.round(x * SLOPE);
      if (line % 50 < 20 && x % 25 < 18) data[y * WIDTH + x] = 20;
    }
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 1, data };
}

const reader = { name: "none", readLine: async () => ({ reader: "none", chars: [] }) };

test("a sheet holds its own picture and none of those before it, for as long as its lines are read", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const held = async (): Promise<number> => {
    for (let times = 0; times < 3; times++) {
      await wait(10);
      collectGarbage();
    }
    return process.memoryUsage().arrayBuffers;
  };
  const pixels = leaningPage();
  const before = await held();
  const sheet = await sheetLaidFlat(pixels, { first: reader, network: null });
  expect(sheet.skewDeg).toBeGreaterThan(0.5);
  // Itself, and what has been laid out of it on the way: without rules, and its ink.
  expect((await held()) - before).toBeLessThan(3.5 * WIDTH * HEIGHT);
  // A point of the page as scanned is still found on the sheet.
  const [x0, y0, x1, y1] = sheet.toSheet([500, 700, 510, 710]);
  expect([x1 - x0, y1 - y0]).toEqual([10, 10]);
});

/** Lines of bars that run in a wave, as those of a sheet that lay uneven. */
function wavyPage(): Pixels {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(250);
  for (let y = 150; y < 1250; y++) {
    for (let x = 100; x < 900; x++) {
      const line = y - Math.round(8 * Math.sin((x / WIDTH) * 2 * Math.PI));
      if (line >= 150 && line % 50 < 20 && x % 25 < 18) data[y * WIDTH + x] = 20;
    }
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, channels: 1, data };
}

/** A network that counts what it is asked, and sees Chinese in it all once it may answer. */
function countingNetwork(mayAnswer: Promise<void> = Promise.resolve()): LineReader & { asked: number } {
  const network = {
    name: "network",
    asked: 0,
    async readLine({ grey: { widthPx } }: LineCrop) {
      network.asked++;
      await mayAnswer;
      const count = Math.round(widthPx / 40);
      const chars = Array.from({ length: count }, (_, at) => ({
        text: "\u7532",
        confidence: 98,
        x0: at * 25,
        x1: at * 25 + 18,
      }));
      return { reader: "network", chars };
    },
  };
  return network;
}

test("the lines that show a wavy page to stand upright are read once, as they lie on the sheet", async () => {
  const network = countingNetwork();
  const { grey, turnedDeg } = await sheetLaidFlat(wavyPage(), { first: reader, network });
  expect([turnedDeg, network.asked]).toEqual([0, 3]);
  const layout = findLayout(grey);
  expect(layout.lines.length).toBeGreaterThan(10);
  for (const line of layout.lines) await readByNetwork(network, layout.grey, line);
  expect(network.asked).toBe(layout.lines.length);
});

test("a page that is read by the network is given to it while it is still to be seen which way up it is", async () => {
  let answer = (): void => undefined;
  const network = countingNetwork(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  const opening = sheetLaidFlat(leaningPage(), { first: reader, network }, true);
  await vi.waitFor(() => expect(network.asked).toBeGreaterThan(10), { timeout: 5000 });
  const { asked } = network;
  answer();
  const { grey } = await opening;
  const layout = findLayout(grey);
  for (const line of layout.lines) await readByNetwork(network, layout.grey, line);
  expect([asked, network.asked]).toEqual([layout.lines.length, layout.lines.length]);
});

test("while a page is laid out, what was answered for other pages is handed on", async () => {
  let turns = 0;
  let isOver = false;
  const others = (): void => {
    turns++;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const turnsAt: number[] = [];
  const network: LineReader = {
    name: "network",
    async readLine() {
      turnsAt.push(turns);
      return { reader: "network", chars: [] };
    },
  };
  await sheetLaidFlat(leaningPage(), { first: reader, network }, true);
  isOver = true;
  expect(turnsAt[0]).toBeGreaterThanOrEqual(3);
});
