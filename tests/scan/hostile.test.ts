import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { openRandom, type Random } from "../../fixtures/make/random.ts";
import { UnreadableInputError } from "../../src/errors.ts";
import { DEFAULT_LIMITS, type ScanLimits } from "../../src/scan/limits.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { HOSTILE_FILES, pdfOf, streamOf } from "../support/hostile-files.ts";
import { HOSTILE_PICTURES } from "../support/hostile-pictures.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

// HESUAN_MUTANTS=1000 HESUAN_SEED=7 draws other files than the few of every run.

const MUTANTS = Number(process.env["HESUAN_MUTANTS"] ?? 24);
const SEED = Number(process.env["HESUAN_SEED"] ?? 1);
const LIMITS: ScanLimits = { ...DEFAULT_LIMITS, pages: 1000, pageMs: 5000 };
/** Files that would never end cost all of their time. */
const HASTY: ScanLimits = { ...LIMITS, pageMs: 2000 };
const PAGES_TRIED = 2;

/** Opens a file and reads its first pages: what it came to. Whatever is thrown beyond the expected fails the test. */
async function comeTo(path: string, limits = LIMITS): Promise<string> {
  try {
    const scan = await openScan(path, { limits });
    try {
      const count = Math.min(PAGES_TRIED, scan.pageCount);
      for (let page = 1; page <= count; page++) {
        const { pixels } = await scan.readPage(page);
        expect(pixels.data).toHaveLength(pixels.widthPx * pixels.heightPx * pixels.channels);
        expect(pixels.widthPx * pixels.heightPx).toBeLessThanOrEqual(limits.pagePixels);
      }
      return "read";
    } finally {
      await scan.close();
    }
  } catch (error) {
    if (!(error instanceof UnreadableInputError)) throw error;
    expect(error.explanation.en).not.toContain("\n");
    return error.code;
  }
}

describe("files made to harm end as pages or one clear line, in time", () => {
  test.each([...HOSTILE_FILES, ...HOSTILE_PICTURES])("%s", { timeout: 40_000 }, async (name, make) => {
    const path = join(await temporaryFolder(), name);
    await writeFile(path, await make());
    const startedMs = performance.now();
    const outcome = await comeTo(path, HASTY);
    expect(performance.now() - startedMs, outcome).toBeLessThan((1 + PAGES_TRIED) * HASTY.pageMs + 10_000);
  });
});

/** A small picture with structure in it, so that a flipped bit reaches the decoder's tables. */
function sketch() {
  const shapes = Array.from({ length: 20 }, (_, at) => `<circle cx="${at * 9}" cy="${at * 7}" r="${at}"/>`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="160">${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: "#fff" });
}

/** Good files of every kind that is read. */
async function goodFiles(): Promise<[ending: string, bytes: Buffer][]> {
  const jpeg = await sketch().jpeg().toBuffer();
  const picture = "/Type /XObject /Subtype /Image /Width 200 /Height 160 /BitsPerComponent 8";
  const scanned = pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 160] /Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >> >>",
    streamOf("", Buffer.from("q 200 0 0 160 0 0 cm /A Do Q")),
    streamOf(`${picture} /ColorSpace /DeviceRGB /Filter /DCTDecode`, jpeg),
  );
  const lettered = readFileSync(join(import.meta.dirname, "../../fixtures/born-digital/scan.pdf"));
  return [
    ["pdf", scanned],
    ["pdf", lettered],
    ["jpg", jpeg],
    ["png", await sketch().png().toBuffer()],
    ["tif", await sketch().tiff({ compression: "lzw" }).toBuffer()],
    ["tif", await sketch().toColourspace("b-w").tiff({ compression: "ccittfax4", bitdepth: 1 }).toBuffer()],
    ["webp", await sketch().webp().toBuffer()],
  ];
}

const MUTATIONS: ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, random.int(1, bytes.length - 1)),
  (bytes, random) => {
    for (let flips = random.int(1, 30); flips > 0; flips--) {
      bytes[random.int(0, bytes.length - 1)] ^= 1 << random.int(0, 7);
    }
    return bytes;
  },
  // A number of the head or a length somewhere becomes as large as it can be, or nothing.
  (bytes, random) => {
    const at = random.int(8, Math.min(bytes.length, random.pick([200, 4000, bytes.length])) - 5);
    bytes.writeUInt32BE(random.pick([0, 0x7fff_ffff, 0xffff_ffff, 0xffff]), at);
    return bytes;
  },
  (bytes, random) => {
    const [from, to] = [random.int(0, bytes.length - 1), random.int(0, bytes.length - 1)];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  // In a PDF every number counts: one of them becomes another.
  (bytes, random) => {
    const text = bytes.toString("latin1");
    const numbers = [...text.matchAll(/\b\d+\b/g)];
    const { index = 0, 0: number = "" } = numbers.length > 0 ? random.pick(numbers) : {};
    const other = random.pick(["0", "1", "2", "3", "-1", "99999999", "4294967296"]);
    return Buffer.from(text.slice(0, index) + other + text.slice(index + number.length), "latin1");
  },
];

test(`so do ${MUTANTS} good files with random harm done to them`, { timeout: MUTANTS * 25_000 }, async () => {
  const folder = await temporaryFolder();
  const random = openRandom(SEED);
  const files = await goodFiles();
  const outcomes: Record<string, number> = {};
  for (let mutant = 0; mutant < MUTANTS; mutant++) {
    const [ending, good] = files[mutant % files.length];
    let bytes: Buffer = Buffer.from(good);
    for (let times = random.int(1, 3); times > 0 && bytes.length > 300; times--) {
      bytes = random.pick(MUTATIONS)(bytes, random);
    }
    const path = join(folder, `${mutant}.${ending}`);
    await writeFile(path, bytes.length > 0 ? bytes : "x");
    const outcome = await comeTo(path).catch((cause: unknown) => {
      throw new Error(`mutant ${mutant} of seed ${SEED}`, { cause });
    });
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  // Harm that never shows, or always does, would prove nothing.
  expect(Object.keys(outcomes).length, JSON.stringify(outcomes)).toBeGreaterThan(1);
  expect(outcomes["read"], JSON.stringify(outcomes)).toBeGreaterThan(0);
});
