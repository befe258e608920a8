import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { recordToXlsx } from "../../src/emit/record-to-xlsx.ts";
import { sheetsToXlsx, textCell } from "../../src/emit/sheet.ts";
import { tableToSheet } from "../../src/emit/table-to-sheet.ts";
import { sampleRecord, text } from "../support/sample-record.ts";

function unzip(workbook: Uint8Array): Record<string, string> {
  const files = unzipSync(new Uint8Array(workbook));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

async function sheetOf(cell: string): Promise<string> {
  const files = unzip(await sheetsToXlsx([{ name: "a", widths: [10], data: [[textCell(cell)]] }]));
  return Object.values(files).join("\n");
}

describe("XLSX", () => {
  it("keeps merged cells merged", async () => {
    const files = unzip(await sheetsToXlsx([tableToSheet(sampleRecord().tables[0], "t1")]));
    const sheet = files["xl/worksheets/sheet1.xml"];
    const merges = [...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map((match) => match[1]);
    expect(merges.sort()).toEqual(["A2:A4", "B2:B3", "C2:C3"]);
  });

  it("cuts a span that reaches past the table", async () => {
    const table = { ...sampleRecord().tables[0], rowCount: 1, columnCount: 2, headerRows: 0 };
    const cells = [{ row: 0, column: 0, rowSpan: 5, columnSpan: 9, text: text("甲") }];
    const files = unzip(await sheetsToXlsx([tableToSheet({ ...table, cells }, "t")]));
    expect(files["xl/worksheets/sheet1.xml"]).toContain('<mergeCell ref="A1:B1"');
  });

  it.each(["=1+1", "+A1", "-A1", "@SUM(A1)"])("stores %s as text, not as a formula", async (formula) => {
    const xml = await sheetOf(formula);
    expect(xml).not.toContain("<f>");
    expect(xml).toContain(formula);
  });

  it("survives text that XML can't hold", async () => {
    expect(await sheetOf("甲\u0000\u0008<&>]]>")).toContain("甲&lt;&amp;&gt;");
  });

  it("cuts text at Excel's limit", async () => {
    expect(await sheetOf("长".repeat(40_000))).not.toContain("长".repeat(32_768));
  });

  it("gives sheets names that Excel takes, no two alike", async () => {
    const sheet = { widths: [10], data: [[textCell("甲")]] };
    const names = ["a/b[c]:*?", "a b c", "'", "表".repeat(60), "表".repeat(60)];
    const workbook = unzip(await sheetsToXlsx(names.map((name) => ({ ...sheet, name }))))["xl/workbook.xml"];
    const written = [...workbook.matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((match) => match[1]);
    expect(written).toHaveLength(5);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of written) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });

  it("is the same bytes whenever it is written", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(2026, 1, 3, 4, 5, 6) });
    const once = await recordToXlsx(sampleRecord(), "zh");
    vi.setSystemTime(new Date(2031, 5, 7, 8, 9, 10));
    const later = await recordToXlsx(sampleRecord(), "zh");
    vi.useRealTimers();
    expect(Buffer.from(later).equals(Buffer.from(once))).toBe(true);
    expect(Object.keys(unzip(later))).toContain("xl/workbook.xml");
  });

  it("holds overview, findings, figures and every table of a record", async () => {
    const files = unzip(await recordToXlsx(sampleRecord(), "zh"));
    const names = [...files["xl/workbook.xml"].matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      (match) => match[1],
    );
    expect(names).toEqual(["概要", "核对发现", "预算", "付款计划", "服务指标", "t1 服务指标一览表"]);
    expect(Object.values(files).join()).toContain("258263");
  });
});
