import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cleanPicture } from "../../src/recognize/clean-picture.ts";
import { findLayout, layFlat } from "../../src/recognize/find-layout.ts";
import { cropLine, type LineCrop } from "../../src/recognize/line-crop.ts";
import type { Readers } from "../../src/recognize/readers/reader.ts";
import { openTesseract, threadsBesideNetwork } from "../../src/recognize/readers/tesseract-reader.ts";
import { openScan } from "../../src/scan/open-scan.ts";

const SCAN = join(import.meta.dirname, "..", "..", "fixtures", "unit-prices", "scan.pdf");
let readers: Omit<Readers, "network">;
let crop: LineCrop;

beforeAll(async () => {
  readers = await openTesseract({
    language: "chi_sim",
    threads: { first: 1, second: 1 },
    lineTimeoutMs: 60_000,
  });
  const scan = await openScan(SCAN);
  const { pixels } = await scan.readPage(1);
  await scan.close();
  const { grey, lines } = findLayout(layFlat(cleanPicture(pixels).grey).grey);
  crop = cropLine(
    grey,
    lines.reduce((best, line) => (line.box[2] > best.box[2] ? line : best)),
  );
});

afterAll(() => readers.close());

test("a reader held to an alphabet sees nothing else and leaves those that share its threads as they were", async () => {
  const { second, figures } = readers;
  const before = await second?.readLine(crop);
  const held = await figures?.capitals.readLine(crop);
  const after = await second?.readLine(crop);
  expect(before?.chars.length).toBeGreaterThan(5);
  expect(after).toEqual(before);
  expect(held?.reader).toBe(figures?.capitals.name);
  const alphabet = /\[(.+)\]$/.exec(figures?.capitals.name ?? "")?.[1] ?? "";
  expect(held?.chars.filter(({ text }) => !alphabet.includes(text.trim()))).toEqual([]);
});

test("so it does where lines are given ahead", async () => {
  const { second, figures } = readers;
  const alone = [await second?.readLine(crop), await figures?.capitals.readLine(crop)];
  const atOnce = await Promise.all(
    [second, figures?.capitals, second, second, figures?.capitals, second].map((reader) =>
      reader?.readLine(crop),
    ),
  );
  expect(atOnce).toEqual([0, 1, 0, 0, 1, 0].map((at) => alone[at]));
});

test("beside the network on two processors one thread of each model is enough: a second one never has its memory's worth to do", () => {
  expect(threadsBesideNetwork(2)).toEqual({ first: 1, second: 1 });
  expect(threadsBesideNetwork(8)).toEqual({ first: 4, second: 2 });
});
