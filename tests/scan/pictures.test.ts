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
    ["a pipe", (path) => execFileSync("mkfifo", [path]), "not-a-scan"],
    ["a folder", (path) => mkdir(path), "not-a-scan"],
    ["a device", (path) => symlink("/dev/zero", path), "not-a-scan"],
    ["a link to itself", (path) => symlink("it.pdf", path), "not-found"],
  ])("%s", async (_, make, code) => {
    const path = join(await temporaryFolder(), "it.pdf");
    await make(path);
    await expect(openScan(path)).rejects.toMatchObject({ code });
  });
});
