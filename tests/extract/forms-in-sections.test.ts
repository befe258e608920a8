import { expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { type DrawnCell, ruled, scanOf, text } from "../support/normal-scan.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };
const EDGES = [60, 190, 290, 390, 510, 610, 740, 880];

/** A row's cells as `text>span`; `^` begins one of two rows. */
function cellsOf(rows: readonly string[]): DrawnCell[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.split("|").map((cell): DrawnCell => {
      while (taken.has(`${row} ${column}`)) column++;
      const [words, span = "1"] = cell.replace("^", "").split(">");
      const rowSpan = cell.startsWith("^") ? 2 : 1;
      const own = { row, column, rowSpan, columnSpan: Number(span), text: words };
      if (rowSpan > 1) taken.add(`${row + 1} ${column}`);
      column += own.columnSpan;
      return own;
    });
  });
}

test("an agreement that is one ruled form in counted sections is read section by section", () => {
  const form = cellsOf([
    "A基本信息>7",
    "项目名称|食品安全监督抽检承检服务>6",
    "委托方|清湖市市场监督管理局>3|经办人|孔某>2",
    "承检方|谱信检测技术股份有限公司>3|经办人|白某>2",
    "B变更原因>7",
    "根据抽检计划调整通知，增加抽检100批次。>7",
    "C数量与金额变更（单位：批次、元）>7",
    "^食品类别|^单价|变更前>2|变更后>2|^增减金额",
    "批次|金额|批次|金额",
    "农产品|620|1,200|744,000|1,300|806,000|+62,000",
    "粮油|780|300|234,000|300|234,000|0",
    "乳制品|1,150|150|172,500|120|138,000|-34,500",
    "合同总金额>2|1,650|1,150,500|1,720|1,178,000|+27,500",
    "D履约期变更>7",
    "变更前|2024年2月1日至2024年11月30日（10个月）>6",
    "变更后|2024年2月1日至2024年12月31日（11个月）>6",
    "E结算>7",
    "已支付|原合同首付款>3|683,250元>3",
    "待支付|全部检验任务完成并经验收合格后30日内>3|494,750元>3",
    "合计|>3|1,178,000元>3",
    "委托方（盖章）>3|承检方（盖章）>4",
  ]);
  const { agreement, budgets, schedules, checks, findings } = recognizedToRecord(
    scanOf([text("服务合同变更协议", 60, { x: 380 }), ruled(form, EDGES, 110)]),
    SOURCE,
  );
  expect(findings).toEqual([]);
  // Each list stands for itself: the payments' sum is not that of the counts above.
  expect(
    checks.filter(({ ruleId }) => ruleId === "column-sums-to-total").map(({ outcome }) => outcome),
  ).not.toContain("cannot-tell");
  expect(agreement.parties.map(({ name }) => name.value)).toEqual([
    "清湖市市场监督管理局",
    "谱信检测技术股份有限公司",
  ]);
  expect(agreement.term).toMatchObject({ to: { value: "2024-12-31" }, months: 11 });
  expect(agreement.originalTerm).toMatchObject({ to: { value: "2024-11-30" }, months: 10 });
  expect(budgets.map(({ version, total, lines }) => [version, total?.fen, lines.length])).toEqual([
    ["original", 115_050_000, 3],
    ["amended", 117_800_000, 3],
  ]);
  expect(schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount?.fen))).toEqual([
    68_325_000, 49_475_000,
  ]);
});
