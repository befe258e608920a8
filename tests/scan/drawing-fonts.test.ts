import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { loadDrawingFonts, WITHOUT_FONTS } from "../../src/scan/drawing-fonts.ts";

const require = createRequire(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const CANVAS = require.resolve("@napi-rs/canvas");

/** How many families of fonts a process of its own knows that loads them as it starts. */
function familiesOfOwn(): number {
  const env = { ...process.env, [WITHOUT_FONTS]: undefined };
  const script = `console.log(require(${JSON.stringify(CANVAS)}).GlobalFonts.families.length)`;
  return Number(execFileSync(process.execPath, ["-e", script], { env, encoding: "utf8" }));
}

test("a page is drawn with the fonts that the canvas would have found by itself", () => {
  process.env[WITHOUT_FONTS] = "1";
  const { GlobalFonts } = require(CANVAS) as { GlobalFonts: { families: unknown[] } };
  const before = GlobalFonts.families.length;
  loadDrawingFonts();
  expect(GlobalFonts.families.length).toBe(familiesOfOwn());
  expect(before).toBeLessThanOrEqual(GlobalFonts.families.length);
});
