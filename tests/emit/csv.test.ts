import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsToCsv, tableToCsv } from "../../src/emit/csv.ts";
import { recordsToFigureRows } from "../../src/emit/figure-rows.ts";
import { recordsToFindingRows, recordsToIndicatorRows } from "../../src/emit/rows.ts";
import type { Table } from "../../src/model/table.ts";
import { sampleRecord, text } from "../support/sample-record.ts";

const csvOf = (...cells: (string | number | null)[]) => rowsToCsv({ columns: ["a"], rows: [cells] });

describe("CSV", () => {
  it("begins with a byte order mark and ends its lines with CRLF", () => {
    expect(csvOf("甲")).toBe("\uFEFFa\r\n甲\r\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(csvOf('a,"b"\nc')).toBe('\uFEFFa\r\n"a,""b""\nc"\r\n');
  });

  it.each(["=1+1", "+A1", "-A1", "@SUM(A1)", " =1", "＝1+1", "\t=1", "=cmd|' /C calc'!A0"])(
    "keeps %j text",
    (formula) => {
      expect(csvOf(formula).split("\r\n")[1].replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it.each(["-12.50", "+3", "0", "2532911.00"])("leaves the plain number %s alone", (number) => {
    expect(csvOf(number)).toBe(`\uFEFFa\r\n${number}\r\n`);
  });

  it("never lets a cell begin as a formula, whatever was read", () => {
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const written = csvOf(cell).split("\uFEFFa\r\n")[1];
        const isNumber = /^[+-]?\d+(\.\d+)?\r\n$/.test(written);
        expect(isNumber || !/^"?\s*[=+\-@]/.test(written)).toBe(true);
      }),
    );
  });

  it("writes a table as its grid, merged text once", () => {
    const lines = tableToCsv(sampleRecord().tables[0]).slice(1).split("\r\n");
    expect(lines[1]).toBe("基础服务,便民咨询,建立台账，分类登记,（1）接待来访,接待率100%");
    expect(lines[2]).toBe(",,,（2）政策宣讲,全年不少于12场");
  });

  it("keeps empty rows and columns", () => {
    const cells = [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: text("甲") }];
    const table: Table = { ...sampleRecord().tables[0], rowCount: 2, columnCount: 2, cells };
    expect(tableToCsv(table)).toBe("\uFEFF甲,\r\n,\r\n");
  });
});

describe("lists for other tools", () => {
  it("gives every amount in yuan and in fen, with its trust and its place", () => {
    const { columns, rows } = recordsToFigureRows([sampleRecord()]);
    const at = (column: string) => columns.indexOf(column);
    const fee =
      rows.find((row) => row[at("label")] === "管理费及税费" && row[at("version")] === "amended") ?? [];
    expect(Object.fromEntries(columns.map((column, index) => [column, fee[index]]))).toMatchObject({
      file: "补充协议.pdf",
      part: "budget-line-amount",
      kind: "money",
      value: "258263.00",
      fen: 25826300,
      trust: "proven",
      page: 1,
    });
  });

  it("counts what the record holds", () => {
    const { rows } = recordsToFigureRows([sampleRecord()]);
    const days = 3;
    const totals = 4;
    const lines = 12 * 2;
    const instalments = 5;
    expect(rows).toHaveLength(days + totals + lines + instalments);
  });

  it("keeps the public columns of findings and indicators in their order", () => {
    expect(recordsToFindingRows([]).columns.join()).toBe(
      "file,rule,severity,cause,version,subject,expected,actual,difference,formula,message_zh,message_en,suggestion_from,suggestion_to,follows_from,page,x0,y0,x1,y1,sha256",
    );
    expect(recordsToIndicatorRows([]).columns.join()).toBe(
      "file,table,row,category,item,requirement,detail,standard,trust,page,target,comparison,value,unit,per,target_raw,sha256",
    );
  });

  it("gives an indicator one row a target, and one without a target a row of its own", () => {
    const record = sampleRecord();
    record.indicators[0].targets = [];
    record.indicators[1].targets.push({
      comparison: "at-most",
      value: 3,
      unit: "天",
      per: null,
      raw: "3天内",
    });
    const { columns, rows } = recordsToIndicatorRows([record]);
    expect(rows.map((row) => row[columns.indexOf("value")])).toEqual([null, 12, 3, 60]);
  });
});
