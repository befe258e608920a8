import type { Budget, BudgetLine, Instalment, Schedule } from "../../src/model/agreement.ts";
import type { Check, Finding, RuleId } from "../../src/model/finding.ts";
import type { Box, Place } from "../../src/model/place.ts";
import type { AgreementRecord, RecordPage } from "../../src/model/record.ts";
import type { Indicator, Table, TableCell, Target } from "../../src/model/table.ts";
import type { Day, Money, Percent, Text, Trust } from "../../src/model/value.ts";

/** A record in the shape of the project's first agreement, built by hand: one share is cut off, not rounded. */
export function sampleRecord(change: Partial<AgreementRecord> = {}): AgreementRecord {
  return {
    schemaVersion: "1.0.0",
    generator: { name: "hesuan", version: "0.1.0", readers: ["tesseract.js 7.0.0 chi_sim 4.0.0"] },
    source: { fileName: "补充协议.pdf", sha256: "ab".repeat(32), mediaType: "application/pdf", pageCount: 3 },
    status: "flagged",
    pages: [1, 2, 3].map(page),
    agreement: {
      title: text("社区服务中心运营项目补充协议", 1, [320, 180, 1330, 240]),
      projectCode: text("LGDL2025000084-C", 1, [1010, 110, 1480, 145]),
      projectName: text("社区服务中心运营项目", 1, [300, 420, 700, 455]),
      parties: [
        { role: "甲方", name: text("青禾街道办事处", 1, [300, 300, 640, 335]) },
        { role: "乙方", name: text("晨光社会工作服务中心", 1, [300, 350, 740, 385]) },
      ],
      signedOn: day("2025-07-30", 3, [900, 2000, 1200, 2040]),
      term: {
        from: day("2025-08-01", 1, [500, 520, 760, 555]),
        to: day("2026-07-31", 1, [800, 520, 1060, 555]),
        months: 12,
      },
    },
    budgets: [originalBudget(), amendedBudget()],
    schedules: schedules(),
    tables: [indicatorTable()],
    indicators: indicators(),
    checks: checks(),
    findings: [shareFinding()],
    problems: [],
    ...change,
  };
}

export function place(pageNumber: number, box: Box): Place {
  return { pageNumber, box };
}

export function text(
  value: string,
  pageNumber = 1,
  box: Box = [100, 100, 400, 140],
  trust: Trust = "agreed",
): Text {
  return { value, raw: value, trust, confidence: 0.97, evidence: [place(pageNumber, box)] };
}

export function money(
  yuan: number,
  trust: Trust = "proven",
  at: Place = place(1, [600, 800, 760, 835]),
): Money {
  const fen = yuan * 100;
  return { fen, precisionFen: 100, raw: `${yuan}元`, trust, confidence: 0.96, evidence: [at] };
}

export function percent(value: string, trust: Trust = "agreed"): Percent {
  return {
    percent: value,
    raw: `${value}%`,
    trust,
    confidence: 0.95,
    evidence: [place(1, [800, 800, 900, 835])],
  };
}

export function shareFinding(change: Partial<Finding> = {}): Finding {
  return {
    ruleId: "percent-of-total",
    severity: "warning",
    cause: "document",
    version: "amended",
    subject: "管理费及税费",
    expected: "10.20",
    actual: "10.19",
    difference: "0.01",
    formula: "258263 ÷ 2532911 = 10.1963 %",
    message: {
      zh: "管理费及税费 258263 ÷ 2532911 = 10.1963%，合同写作 10.19%（截断，未四舍五入）",
      en: "管理费及税费: 258263 ÷ 2532911 = 10.1963 %, stated as 10.19 % (cut off, not rounded)",
    },
    suggestion: null,
    followsFrom: null,
    evidence: [place(2, [980, 1180, 1090, 1215]), place(2, [700, 1180, 930, 1215])],
    ...change,
  };
}

function day(value: string, pageNumber: number, box: Box): Day {
  const [year, month, date] = value.split("-").map(Number);
  const raw = `${year}年${month}月${date}日`;
  return { value, raw, trust: "agreed", confidence: 0.96, evidence: [place(pageNumber, box)] };
}

function page(pageNumber: number): RecordPage {
  return {
    pageNumber,
    widthPx: 1654,
    heightPx: 2339,
    dpi: 200,
    turnedDeg: 0,
    skewDeg: 0.7,
    textSource: "ocr",
    confidence: 0.97,
    text: `第${pageNumber}页第一行\n第二行`,
  };
}

function originalBudget(): Budget {
  return {
    version: "original",
    name: null,
    total: { ...money(2696000), raw: "269.6万元" },
    totalInCapitals: { ...money(2696000), raw: "贰佰陆拾玖万陆仟元整" },
    restatements: [],
    lines: [
      line("人员薪酬", null, 2332800, "86.53"),
      line("工资及补贴", "人员薪酬", 1663200, "61.69"),
      line("社会保险及公积金", "人员薪酬", 669600, "24.84"),
      line("专业服务费", null, 50400, "1.87"),
      line("固定经费", null, 38400, "1.42"),
      line("管理费及税费", null, 274400, "10.18"),
    ],
  };
}

function amendedBudget(): Budget {
  return {
    version: "amended",
    name: null,
    total: { ...money(2532911), raw: "253.2911万元" },
    totalInCapitals: { ...money(2532911), raw: "贰佰伍拾叁万贰仟玖佰壹拾壹元整" },
    restatements: [],
    lines: [
      line("人员薪酬", null, 2191728, "86.53"),
      line("工资及补贴", "人员薪酬", 1522128, "60.09"),
      line("社会保险及公积金", "人员薪酬", 669600, "26.44"),
      line("专业服务费", null, 44520, "1.76"),
      line("固定经费", null, 38400, "1.52"),
      line("管理费及税费", null, 258263, "10.19"),
    ],
  };
}

function line(label: string, parent: string | null, yuan: number, share: string): BudgetLine {
  return {
    label: text(label),
    parent,
    quantity: null,
    unitPrice: null,
    amount: money(yuan),
    percent: percent(share),
  };
}

function schedules(): Schedule[] {
  return [
    {
      version: "original",
      total: null,
      instalments: [
        instalment("2025-08", "2026-06", 11, 224666),
        instalment("2026-07", "2026-07", 1, 224674),
      ],
    },
    {
      version: "amended",
      total: null,
      instalments: [
        instalment("2025-08", "2025-12", 5, 224666),
        instalment("2026-01", "2026-06", 6, 201368),
        instalment("2026-07", "2026-07", 1, 201373),
      ],
    },
  ];
}

function instalment(from: string, to: string, occurrences: number, yuan: number): Instalment {
  return { from, to, occurrences, amount: money(yuan), percent: null, condition: null };
}

function indicatorTable(): Table {
  const rows: [number, number, number, number, string][] = [
    [0, 0, 1, 1, "服务类别"],
    [0, 1, 1, 1, "服务大项"],
    [0, 2, 1, 1, "服务要求"],
    [0, 3, 1, 1, "服务细项"],
    [0, 4, 1, 1, "专业服务量化标准"],
    [1, 0, 3, 1, "基础服务"],
    [1, 1, 2, 1, "便民咨询"],
    [1, 2, 2, 1, "建立台账，分类登记"],
    [1, 3, 1, 1, "（1）接待来访"],
    [1, 4, 1, 1, "接待率100%"],
    [2, 3, 1, 1, "（2）政策宣讲"],
    [2, 4, 1, 1, "全年不少于12场"],
    [3, 1, 1, 1, "志愿服务"],
    [3, 2, 1, 1, "培育队伍"],
    [3, 3, 1, 1, "（1）志愿者管理"],
    [3, 4, 1, 1, "活跃志愿者60人"],
  ];
  return {
    id: "t1",
    title: text("服务指标一览表", 2, [600, 200, 1050, 240]),
    pageNumbers: [2, 3],
    headerRows: 1,
    rowCount: 4,
    columnCount: 5,
    columnTypes: ["text", "text", "text", "text", null],
    cells: rows.map(tableCell),
    joins: [{ pageNumber: 3, reason: "repeated header, same column edges" }],
  };
}

function tableCell([row, column, rowSpan, columnSpan, value]: [
  number,
  number,
  number,
  number,
  string,
]): TableCell {
  const box: Box = [120 + column * 280, 300 + row * 60, 380 + column * 280, 340 + row * 60];
  return { row, column, rowSpan, columnSpan, text: text(value, 2, box) };
}

function indicators(): Indicator[] {
  const base = { table: "t1", category: text("基础服务"), item: text("便民咨询") };
  const requirement = text("建立台账，分类登记");
  return [
    {
      ...base,
      requirement,
      detail: text("（1）接待来访"),
      standard: text("接待率100%"),
      targets: [target("equal", 100, "%", null, "100%")],
    },
    {
      ...base,
      requirement,
      detail: text("（2）政策宣讲"),
      standard: text("全年不少于12场"),
      targets: [target("at-least", 12, "场", "year", "全年不少于12场")],
    },
    {
      ...base,
      item: text("志愿服务"),
      requirement: text("培育队伍"),
      detail: text("（1）志愿者管理"),
      standard: text("活跃志愿者60人", 3, [1240, 500, 1500, 540], "doubtful"),
      targets: [target("equal", 60, "人", null, "60人")],
    },
  ];
}

function target(
  comparison: Target["comparison"],
  value: number,
  unit: string,
  per: Target["per"],
  raw: string,
): Target {
  return { comparison, value, unit, per, raw };
}

function checks(): Check[] {
  const passed: [RuleId, Check["version"], string][] = [
    ["capitals-equal-digits", "original", "合计"],
    ["capitals-equal-digits", "amended", "合计"],
    ["total-equals-sum", "original", "合计"],
    ["total-equals-sum", "amended", "合计"],
    ["subtotal-equals-sum", "amended", "人员薪酬"],
    ["percents-sum-to-100", "amended", "合计"],
    ["schedule-equals-total", "amended", "付款计划"],
    ["schedule-covers-term", "amended", "付款计划"],
    ["indicator-numbering", null, "便民咨询"],
  ];
  return [
    ...passed.map(
      ([ruleId, version, subject]): Check => ({
        ruleId,
        version,
        subject,
        outcome: "pass",
        missing: [],
      }),
    ),
    { ruleId: "percent-of-total", version: "amended", subject: "管理费及税费", outcome: "fail", missing: [] },
    {
      ruleId: "term-months-agree",
      version: null,
      subject: "期限",
      outcome: "cannot-tell",
      missing: ["共计月数"],
    },
  ];
}
