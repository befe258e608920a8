import type { Random } from "./random-contents.ts";

/** A table as rows of text, where its figures stand, and which of them no rule weighs. */
export interface RandomTable {
  rows: string[][];
  headerRows: number;
  title: string | null;
  /** Every cell that takes part in arithmetic, as `[row, column]`. */
  figures: [number, number][];
}

const LABELS = ["东区", "西区", "南区", "北区", "中区", "新区", "老区", "园区", "港区", "景区"];
const number = (random: Random): number => random.int(12, 9876);
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

/** A consistent table of one of the kinds that rules judge. */
export function randomTable(random: Random): RandomTable {
  const kinds = [sumRow, sumRowAndColumn, subtotals, formulas, letterRow, points, halves];
  return kinds[random.int(0, kinds.length - 1)](random);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const labels = (count: number): string[] => LABELS.slice(0, count);

function allCells(
  rows: readonly string[][],
  fromRow: number,
  columns: readonly number[],
): [number, number][] {
  return rows
    .flatMap((_, row) => columns.map((column): [number, number] => [row, column]))
    .filter(([row]) => row >= fromRow);
}

/** 合计 at the foot, or at the head. */
function sumRow(random: Random): RandomTable {
  const body = labels(random.int(3, 9)).map((label) => [label, number(random), number(random)] as const);
  const total = ["合计", ...[1, 2].map((at) => sumOf(body.map((row) => Number(row[at as 1 | 2]))))];
  const print = (row: readonly (string | number)[]): string[] =>
    row.map((value) => (typeof value === "number" ? grouped(value) : value));
  const lines = body.map(print);
  const rows = [
    ["片区", "场次", "人次"],
    ...(random.chance(0.3) ? [print(total), ...lines] : [...lines, print(total)]),
  ];
  return { rows, headerRows: 1, title: null, figures: allCells(rows, 1, [1, 2]) };
}

/** 合计 at the foot and on the right. */
function sumRowAndColumn(random: Random): RandomTable {
  const count = random.int(2, 4);
  const body = labels(random.int(3, 7)).map((label) => {
    const values = Array.from({ length: count }, () => number(random));
    return { label, values: [...values, sumOf(values)] };
  });
  const total = Array.from({ length: count + 1 }, (_, at) => sumOf(body.map(({ values }) => values[at])));
  const rows = [
    [
      "片区",
      ...["一季度", "二季度", "三季度", "四季度"].slice(0, count),
      random.chance(0.5) ? "合计" : "总计（人次）",
    ],
    ...[...body, { label: "合计", values: total }].map(({ label, values }) => [label, ...values.map(String)]),
  ];
  return {
    rows,
    headerRows: 1,
    title: null,
    figures: allCells(
      rows,
      1,
      Array.from({ length: count + 1 }, (_, at) => at + 1),
    ),
  };
}

/** Groups closed by 小计, and 合计 of all. */
function subtotals(random: Random): RandomTable {
  const rows = [["片区", "面积", "户数"]];
  const all = [0, 0];
  for (let group = 0; group < random.int(2, 3); group += 1) {
    const sums = [0, 0];
    for (const label of labels(random.int(2, 4))) {
      const values = [number(random), number(random)];
      values.forEach((value, at) => {
        sums[at] += value;
        all[at] += value;
      });
      rows.push([label, ...values.map(String)]);
    }
    rows.push(["小计", ...sums.map(String)]);
  }
  rows.push(["总计", ...all.map(String)]);
  return { rows, headerRows: 1, title: null, figures: allCells(rows, 1, [1, 2]) };
}

/** G=A×E, H=E+F+G in the headers. */
function formulas(random: Random): RandomTable {
  const rows = [
    ["岗位", "人数（A）", "月工资（E）", "月补贴（F）", "年工资G=A×E", "应付H=E+F+G"],
    ...labels(random.int(2, 6)).map((label) => {
      const [a, e, f] = [random.int(2, 40), random.int(3000, 9000), random.int(100, 900)];
      return [label, a, e, f, a * e, e + f + a * e].map(String);
    }),
  ];
  return { rows, headerRows: 1, title: null, figures: allCells(rows, 1, [1, 2, 3, 4, 5]) };
}

/** A row of letters and formulas below the header. */
function letterRow(random: Random): RandomTable {
  const rows = [
    ["岗位", "数量", "单位成本", "附加", "合价", "总额"],
    ["", "①", "②", "③", "④=①×②", "⑤=③+④"],
    ...labels(random.int(2, 6)).map((label) => {
      const [count, price, extra] = [random.int(2, 90), random.int(20, 900), random.int(5, 500)];
      return [label, count, price, extra, count * price, extra + count * price].map(String);
    }),
  ];
  return { rows, headerRows: 2, title: null, figures: allCells(rows, 2, [1, 2, 3, 4, 5]) };
}

/** Points that make a full mark. */
function points(random: Random): RandomTable {
  const count = random.int(4, 8);
  const values = Array.from({ length: count }, () => 5);
  for (let left = 100 - 5 * count; left > 0; left -= 5) values[random.int(0, count - 1)] += 5;
  const inTitle = random.chance(0.5);
  const rows = [
    ["考核项目", "评分办法", inTitle ? "分值" : "分值（满分100分）"],
    ...values.map((value, at) => [LABELS[at], "查阅资料评定", String(value)]),
  ];
  return {
    rows,
    headerRows: 1,
    title: inTitle ? "考核评分表（总分100分）" : null,
    figures: allCells(rows, 1, [2]),
  };
}

/** Two halves with 小计 columns of their own, and 合计 of both. */
function halves(random: Random): RandomTable {
  const rows = [
    ["片区", "一季度", "二季度", "上半年小计", "三季度", "四季度", "下半年小计", "合计"],
    ...labels(random.int(3, 7)).map((label) => {
      const [a, b, c, d] = [number(random), number(random), number(random), number(random)];
      return [label, a, b, a + b, c, d, c + d, a + b + c + d].map(String);
    }),
  ];
  return { rows, headerRows: 1, title: null, figures: allCells(rows, 1, [1, 2, 3, 4, 5, 6, 7]) };
}
