import fc from "fast-check";
import { expect, it } from "vitest";
import { toOutputNames } from "../../src/output-names.ts";

it("gives two inputs with one base name distinct outputs", () => {
  expect(toOutputNames(["x/a.pdf", "y/a.pdf", "a.png", "a-2.pdf"])).toEqual(["a", "a-2", "a-3", "a-2-2"]);
});

it("holds names apart that some file systems take for one", () => {
  expect(new Set(toOutputNames(["A.pdf", "a.pdf"]).map((name) => name.toLowerCase())).size).toBe(2);
  expect(
    new Set(toOutputNames(["\u00E9.pdf", "e\u0301.pdf"]).map((name) => name.normalize("NFC"))).size,
  ).toBe(2);
});

it("leaves the batch's own names to the batch", () => {
  expect(toOutputNames(["batch.pdf", "Index.pdf"])).toEqual(["batch-2", "Index-2"]);
});

it("keeps Chinese names and tames odd ones", () => {
  expect(
    toOutputNames(["补充协议（终版）.pdf", "two\nlines.pdf", ".hidden.pdf", "con.pdf", "..pdf"]),
  ).toEqual(["补充协议（终版）", "two_lines", "_hidden", "con_", "_"]);
});

it("never leaves the output folder, never outgrows a file system, never repeats", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary", maxLength: 400 }), { maxLength: 8 }), (paths) => {
      const names = toOutputNames(paths);
      expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[^/\\\p{Cc}]+$/u);
        expect(name).not.toMatch(/^\.|\.$/);
        expect(Buffer.byteLength(`${name}.indicators.csv`)).toBeLessThanOrEqual(255);
      }
    }),
  );
});
