import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { describe, expect, test } from "vitest";
import type { Pixels } from "../../src/model/picture.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const [WIDTH, HEIGHT] = [240, 160];

/** A white sheet with a black square in its upper left; `blackFrom` moves it along. */
function sheet(blackFrom = 20, opaque = true): Sharp {
  const paper = opaque ? `<rect width="100%" height="100%" fill="#fff"/>` : "";
  const square = `<rect x="${blackFrom}" y="20" width="40" height="40"/>`;
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${paper}${square}</svg>`,
    ),
  );
}

/** Three sheets, the square further right on each, one below the other as sharp keeps frames. */
async function frames(): Promise<Sharp> {
  const raws = [20, 80, 140].map((from) => sheet(from).removeAlpha().raw().toBuffer());
  return sharp(Buffer.concat(await Promise.all(raws)), {
    raw: { width: WIDTH, height: 3 * HEIGHT, channels: 3, pageHeight: HEIGHT },
  });
}

/** The sheet as a Windows bitmap: rows of blue, green, red from the lowest up, each filled up to four bytes. */
async function bitmap(bits: 1 | 4 | 8 | 24 | 32, isDownward = false): Promise<Buffer> {
  const grey = await sheet().flatten().toColourspace("b-w").raw().toBuffer();
  const rowBytes = Math.ceil((WIDTH * bits) / 32) * 4;
  // White first, then black.
  const palette = bits < 24 ? Buffer.from([255, 255, 255, 0, 0, 0, 0, 0]) : Buffer.alloc(0);
  const head = Buffer.alloc(54);
  head.write("BM");
  head.writeUInt32LE(54 + palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(WIDTH, 18);
  head.writeInt32LE(isDownward ? -HEIGHT : HEIGHT, 22);
  head.writeUInt16LE(bits, 28);
  const rows = Buffer.alloc(rowBytes * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    const row = rowBytes * (isDownward ? y : HEIGHT - 1 - y);
    for (let x = 0; x < WIDTH; x++) {
      const light = grey[y * WIDTH + x];
      const bit = x * bits;
      if (bits >= 24) rows.fill(light, row + bit / 8, row + bit / 8 + 3);
      else if (light < 128) rows[row + (bit >> 3)] |= 1 << (8 - bits - (bit & 7));
    }
  }
  return Buffer.concat([head, palette, rows]);
}

const ONE_PAGE: [name: string, make: () => Promise<Buffer>][] = [
  ["four inks.jpg", () => sheet().removeAlpha().toColourspace("cmyk").jpeg({ quality: 95 }).toBuffer()],
  ["16 bits.png", () => sheet().removeAlpha().toColourspace("rgb16").png().toBuffer()],
  ["16 bits grey.tif", () => sheet().removeAlpha().toColourspace("grey16").tiff().toBuffer()],
  ["clear ground.png", () => sheet(20, false).png().toBuffer()],
  ["clear ground.webp", () => sheet(20, false).webp({ lossless: true }).toBuffer()],
  ["palette.png", () => sheet().png({ palette: true }).toBuffer()],
  [
    "one bit.tif",
    () => sheet().flatten().toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }).toBuffer(),
  ],
  ["turned.jpg", () => sheet().removeAlpha().rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer()],
  ["still.gif", () => sheet().gif().toBuffer()],
  ...([1, 4, 8, 24, 32] as const).map((bits): [string, () => Promise<Buffer>] => [
    `${bits} bits.bmp`,
    () => bitmap(bits),
  ]),
  ["from the top down.bmp", () => bitmap(24, true)],
  [
    "upside down.jpg",
    () => sheet().removeAlpha().rotate(180).withMetadata({ orientation: 3 }).jpeg().toBuffer(),
  ],
];

/** How light a pixel is, 0 to 255. */
function lightAt({ widthPx, channels, data }: Pixels, x: number, y: number): number {
  return data[(y * widthPx + x) * channels];
}

function expectSheet(pixels: Pixels, blackFrom: number): void {
  expect([pixels.widthPx, pixels.heightPx]).toEqual([WIDTH, HEIGHT]);
  expect(lightAt(pixels, blackFrom + 20, 40)).toBeLessThan(60);
  expect(lightAt(pixels, blackFrom + 60, 40)).toBeGreaterThan(220);
  expect(lightAt(pixels, 220, 140)).toBeGreaterThan(220);
}

describe("pictures of every kind give black ink on white paper, upright", () => {
  test.each(ONE_PAGE)("%s", async (name, make) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, await make());
    const scan = await openScan(path);
    expect(scan.pageCount).toBe(1);
    expectSheet((await scan.readPage(1)).pixels, 20);
  });

  test.each<[string, (sheets: Sharp) => Promise<Buffer>]>([
    ["pages.tif", (sheets) => sheets.tiff({ compression: "lzw" }).toBuffer()],
    ["moving.gif", (sheets) => sheets.gif({ delay: [100, 100, 100] }).toBuffer()],
    ["moving.webp", (sheets) => sheets.webp({ lossless: true, loop: 0, delay: [100, 100, 100] }).toBuffer()],
  ])("every page of %s", async (name, toBytes) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, await toBytes(await frames()));
    const scan = await openScan(path);
    expect(scan.pageCount).toBe(3);
    for (const [at, blackFrom] of [20, 80, 140].entries()) {
      expectSheet((await scan.readPage(at + 1)).pixels, blackFrom);
    }
  });
});

describe.skipIf(process.platform === "win32")("what is no file is never waited for", () => {
  test.each<[string, (path: string) => unknown, string]>([
    ["a pipe", (path) => execFileSync("mkfifo", [path]), "not-a-file"],
    ["a folder", (path) => mkdir(path), "not-a-file"],
    ["a device", (path) => symlink("/dev/zero", path), "not-a-file"],
    ["a link to itself", (path) => symlink("it.pdf", path), "not-found"],
  ])("%s", async (_, make, code) => {
    const path = join(await temporaryFolder(), "it.pdf");
    await make(path);
    await expect(openScan(path)).rejects.toMatchObject({ code });
  });
});
