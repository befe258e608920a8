import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { openSource } from "../../src/scan/file-ranges.ts";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf, streamOf, wholePdfOf } from "../support/hostile-files.ts";
import { picturesToPdf } from "../support/pictures-to-pdf.ts";

const PAGES = 3;
const [WIDTH_PX, HEIGHT_PX] = [1800, 2000];

/** A raw grey page picture that no other page has: its page number as bars. */
function pageBytes(page: number): Buffer {
  const grey = Buffer.alloc(WIDTH_PX * HEIGHT_PX, 255);
  for (let bar = 0; bar < page; bar++) grey.fill(0, bar * 90_000, bar * 90_000 + 9000);
  return grey;
}

function objects(): (string | Buffer)[] {
  const numbers = Array.from({ length: PAGES }, (_, at) => 3 + at * 3);
  const shown = `/Type /XObject /Subtype /Image /Width ${WIDTH_PX} /Height ${HEIGHT_PX} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
  return [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${PAGES} /Kids [${numbers.map((number) => `${number} 0 R`).join(" ")}] >>`,
    ...numbers.flatMap((number, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 648 720] /Contents ${number + 1} 0 R /Resources << /XObject << /A ${number + 2} 0 R >> >> >>`,
      streamOf("", Buffer.from("q 648 0 0 720 0 0 cm /A Do Q")),
      streamOf(shown, pageBytes(at + 1)),
    ]),
  ];
}

/** Black pixels of every page, read last page first. */
async function inkOf(path: string): Promise<number[]> {
  const scan = await openScan(path);
  try {
    const ink: number[] = [];
    for (let page = scan.pageCount; page >= 1; page--) {
      const { pixels } = await scan.readPage(page);
      ink.unshift(pixels.data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0) / pixels.channels);
    }
    return ink;
  } finally {
    await scan.close();
  }
}

describe("a PDF too large to lie in memory", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "hesuan-large-"));
  });
  const file = async (name: string, bytes: Buffer): Promise<string> => {
    await writeFile(join(folder, name), bytes);
    return join(folder, name);
  };
  const INK = [9000, 18_000, 27_000];

  test("with its table of places is read by its parts", async () => {
    expect(await inkOf(await file("whole.pdf", wholePdfOf(...objects())))).toEqual(INK);
  }, 60_000);

  test("without one is looked through", async () => {
    expect(await inkOf(await file("bare.pdf", pdfOf(...objects())))).toEqual(INK);
  }, 60_000);

  test("with a table that points nowhere is looked through", async () => {
    const bytes = wholePdfOf(...objects()).toString("latin1");
    const astray = bytes.replace(/startxref\n\d+/, "startxref\n4711");
    expect(await inkOf(await file("astray.pdf", Buffer.from(astray, "latin1")))).toEqual(INK);
  }, 60_000);

  test("is not read to its end on the way to its last page", async () => {
    const pages = 40;
    const [widthPx, heightPx] = [500, 600];
    const picture = { bytes: Buffer.alloc(widthPx * heightPx, 1), widthPx, heightPx, isGrey: true };
    const bytes = picturesToPdf(Array.from({ length: pages }, () => picture));
    const source = openSource(await file("many.pdf", bytes));
    if (!("range" in source)) throw new Error("the file was read whole");
    let asked = 0;
    const readRange = source.range.requestDataRange.bind(source.range);
    source.range.requestDataRange = (begin, end) => {
      asked += end - begin;
      readRange(begin, end);
    };
    const loading = getDocument({ ...source });
    await (await loading.promise).getPage(pages);
    await loading.destroy();
    expect(asked).toBeLessThan(bytes.length / 3);
  }, 60_000);
});
