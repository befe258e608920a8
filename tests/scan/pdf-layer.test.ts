import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openScan } from "../../src/scan/open-scan.ts";
import { pdfOf } from "../support/hostile-files.ts";

/** A letter at 100,100 whose baseline runs in this direction, in degrees. */
function letterAt(deg: number): string {
  const [cos, sin] = [Math.cos, Math.sin].map((of) => of((deg * Math.PI) / 180).toFixed(5));
  return `BT /F1 12 Tf ${cos} ${sin} ${sin.startsWith("-") ? sin.slice(1) : `-${sin}`} ${cos} 100 100 Tm (S) Tj ET`;
}

/** The texts of the layer of a page with a line of print and a letter at this slant. */
async function textsBeside(deg: number, more = ""): Promise<string[]> {
  const content = `BT /F1 12 Tf 60 100 Td (A LINE OF PRINT) Tj ET ${letterAt(deg)} ${more}`;
  const bytes = pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  );
  const path = join(await mkdtemp(join(tmpdir(), "hesuan-layer-")), "page.pdf");
  await writeFile(path, bytes);
  const scan = await openScan(path);
  try {
    return (await scan.readPage(1)).layer.map(({ text }) => text);
  } finally {
    await scan.close();
  }
}

test.each([-26, 12.8])("a drawn seal's letter at %s° is no part of the lines it lies across", async (deg) => {
  expect(await textsBeside(deg)).toEqual(["A LINE OF PRINT"]);
});

test.each([0, 90, -90, 180])("print at %s° is kept", async (deg) => {
  expect(await textsBeside(deg)).toEqual(["A LINE OF PRINT", "S"]);
});

test("the layer of a scan is kept as askew as the paper lay", async () => {
  expect(await textsBeside(1.5, "BT /F1 12 Tf 3 Tr 60 50 Td (HIDDEN UNDER A PICTURE) Tj ET")).toEqual([
    "A LINE OF PRINT",
    "S",
    "HIDDEN UNDER A PICTURE",
  ]);
});
