/** A table as offices set it: "<" goes on the cell to the left, "^" the one above; `css` styles `table`, `td` and more. */
export interface OfficeTable {
  name: string;
  rows: string[][];
  css: string;
  /** HTML beside, under or over the table. */
  beside?: string;
  /** Set in place of a cell's text. */
  html?: Record<string, string>;
  isLandscape?: boolean;
  /** Grids on the page before and after this one, as rows × columns, by place. */
  others?: string[][][];
}

const FULL = "td{border:0.75pt solid #000}";
const LONG =
  "组织社区长者开展健康讲座与义诊活动，每季度不少于两场，每场参加人数不少于三十人，活动后七日内提交总结。";

const budgetRows = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [
    `${index + 1}`,
    ["人员工资", "社会保险", "活动物资", "场地租赁", "专家督导", "交通补贴"][index % 6],
    `${(index + 3) * 12}`,
    `${(index + 2) * 150}.00`,
    `${(index + 3) * 12 * (index + 2) * 150}.00`,
  ]);
const HEAD = ["序号", "项目", "数量", "单价（元）", "小计（元）"];

/** Tables that the random ones don't draw. */
export const OFFICE_TABLES: OfficeTable[] = [
  {
    name: "three-level header with a slashed corner",
    rows: [
      ["", "<", "第一年度", "<", "<", "<", "合计"],
      ["^", "^", "上半年", "<", "下半年", "<", "^"],
      ["^", "^", "人次", "金额", "人次", "金额", "^"],
      ["走访", "长者", "120", "6000", "130", "6500", "12500"],
      ["^", "残障人士", "40", "2000", "45", "2250", "4250"],
      ["活动", "讲座", "6", "3000", "6", "3000", "6000"],
      ["^", "义诊", "2", "1600", "2", "1600", "3200"],
    ],
    css: `${FULL}td:first-child{background:none} tr:first-child td:first-child{background:linear-gradient(to top right,transparent 49.4%,#000 49.5%,#000 50.5%,transparent 50.6%)}`,
    html: { "0,0": "<div style='text-align:right'>时间</div><br><div style='text-align:left'>类别</div>" },
  },
  {
    name: "no outer left and right borders",
    rows: [HEAD, ...budgetRows(6)],
    css: `${FULL}td:first-child{border-left:none}td:last-child{border-right:none}`,
  },
  {
    name: "three rules only",
    rows: [HEAD, ...budgetRows(6)],
    css: "table{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000}tr:first-child td{border-bottom:0.75pt solid #000}",
  },
  ...(["top", "middle"] as const).map((align) => ({
    name: `three rules only, cells of several lines, set at the ${align}`,
    rows: [
      ["序号", "服务内容", "量化标准", "备注"],
      ["1", LONG, "不少于2场", "按季度"],
      ["2", "走访独居长者", "每月不少于1次，每次不少于三十分钟，并填写走访记录", ""],
      ["3", `${LONG}活动须有签到。`, "每季度1次", "按季度"],
      ["4", "义诊", "不少于4场", "据实结算"],
    ],
    css: `table{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000}tr:first-child td{border-bottom:0.75pt solid #000}td{vertical-align:${align};padding:2mm}td:first-child{width:10mm}td:nth-child(3){width:45mm}td:last-child{width:22mm}`,
  })),
  {
    name: "four rules, the last above the total",
    rows: [HEAD, ...budgetRows(5), ["合计", "", "", "", "88230.00"]],
    css: "table{border-top:1.5pt solid #000;border-bottom:1.5pt solid #000}tr:first-child td,tr:nth-last-child(2) td{border-bottom:0.75pt solid #000}",
  },
  {
    name: "three rules, hairlines between rows, below a line and prose",
    rows: [HEAD, ...budgetRows(5), ["合计", "", "", "", "88230.00"]],
    css: ".page::before{content:'';display:block;border-top:1.2pt solid #000;margin-bottom:3mm}table{border-top:1.2pt solid #000}tr:first-child td{border-bottom:0.7pt solid #000}tr:not(:first-child) td{border-bottom:0.3pt solid #aaa}tr:last-child td{border-top:0.7pt solid #000}",
  },
  {
    name: "dark head of two rows with merged cells",
    rows: [
      ["项目", "上半年", "<", "下半年", "<"],
      ["^", "人次", "金额", "人次", "金额"],
      ["走访", "120", "6000.00", "130", "6500.00"],
      ["讲座", "6", "3000.00", "6", "3000.00"],
      ["义诊", "2", "1600.00", "2", "1600.00"],
    ],
    css: `${FULL}tr:nth-child(-n+2) td{background:#1f3864;color:#fff;border-color:#fff;text-align:center}`,
  },
  {
    name: "dark head and dark first column",
    rows: [
      ["项目", "单位", "数量", "金额"],
      ["走访慰问", "次", "12", "2400.00"],
      ["健康讲座", "场", "4", "3200.00"],
      ["义诊", "场", "2", "1600.00"],
    ],
    css: `${FULL}tr:first-child td,td:first-child{background:#2e75b6;color:#fff;border-color:#fff}`,
  },
  {
    name: "form with dark labels",
    rows: [
      ["姓名", "张三", "电话", "13800000000"],
      ["住址", "幸福路十二号", "邮编", "510000"],
      ["备注", "按季度结算，凭发票支付", "<", "<"],
    ],
    css: `${FULL}td:first-child,tr:nth-child(-n+2) td:nth-child(3){background:#404040;color:#fff;width:24mm;text-align:center}`,
  },
  {
    name: "round stamp over the rules",
    rows: [HEAD, ...budgetRows(6)],
    css: `${FULL}.page{position:relative}svg{position:absolute;left:60mm;top:30mm}`,
    beside:
      "<svg width='42mm' height='42mm' viewBox='0 0 42 42'><circle cx='21' cy='21' r='20' fill='none' stroke='#777' stroke-width='1.2'/><text x='21' y='24' font-size='8' text-anchor='middle' fill='#777'>专用章</text></svg>",
  },
  {
    name: "shaded header, white rules, banded rows",
    rows: [HEAD, ...budgetRows(6)],
    css: "td{border:1.5pt solid #fff}tr:first-child td{background:#4472c4;color:#fff}tr:nth-child(even) td{background:#cfd5ea}tr:nth-child(odd):not(:first-child) td{background:#e9ebf5}",
  },
  {
    name: "dark header with white rules, black rules below",
    rows: [HEAD, ...budgetRows(6)],
    css: `${FULL}tr:first-child td{background:#333;color:#fff;border-color:#fff}`,
  },
  {
    name: "light grey header, grey rules",
    rows: [HEAD, ...budgetRows(6)],
    css: "td{border:0.5pt solid #999}tr:first-child td{background:#e0e0e0}",
  },
  {
    name: "two tables side by side",
    rows: [
      ["项目", "金额"],
      ["人员", "1200"],
      ["物资", "800"],
      ["管理费", "200"],
    ],
    css: `${FULL}.page{display:flex;gap:8mm;flex-wrap:wrap}.page>p{width:100%}table{width:45%}`,
    beside:
      "<table><tr><td>月份<td>次数<td>备注</tr><tr><td>1月<td>2<td>无</tr><tr><td>2月<td>3<td>无</tr><tr><td>3月<td>1<td>补</tr></table>",
    others: [
      [
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
      ],
    ],
  },
  {
    name: "last column of upright text over all rows",
    rows: [
      ["类别", "内容", "标准", "备注"],
      ["走访", LONG, "不少于2场", "按季度据实结算"],
      ["活动", LONG, "不少于4场", "^"],
      ["培训", LONG, "每月1次", "^"],
    ],
    css: `${FULL}td:last-child{width:7mm}tr:first-child td:last-child{padding:1mm 0}td:first-child{width:14mm}`,
    html: {
      "1,3": "<div style='writing-mode:vertical-rl;margin:auto;white-space:nowrap'>按季度据实结算</div>",
    },
  },
  {
    name: "small table inside a cell",
    rows: [
      ["服务内容", "说明"],
      ["收费标准", ""],
      ["服务时间", "周一至周五上午九时至下午五时，法定节假日除外。"],
    ],
    css: `${FULL}td:first-child{width:30mm}table table{margin:3mm auto;width:80%}`,
    html: {
      "1,1":
        "下列标准含税：<table><tr><td>档次<td>单价<td>上限</tr><tr><td>甲<td>120<td>10</tr><tr><td>乙<td>80<td>20</tr></table>",
    },
    others: [
      [
        ["", "", ""],
        ["", "", ""],
        ["", "", ""],
      ],
    ],
  },
  {
    name: "double rules all over",
    rows: [HEAD, ...budgetRows(5)],
    css: "td{border:2.25pt double #000}",
  },
  {
    name: "double frame, hairlines within",
    rows: [HEAD, ...budgetRows(5)],
    css: "td{border:0.25pt solid #000}table{border:3pt double #000}",
  },
  {
    name: "thick frame, hairlines within",
    rows: [HEAD, ...budgetRows(8)],
    css: "td{border:0.25pt solid #000}table{border:3pt solid #000}",
  },
  {
    name: "landscape, many narrow columns",
    rows: [
      ["项目", ...Array.from({ length: 12 }, (_, month) => `${month + 1}月`), "合计"],
      ...["走访", "讲座", "义诊", "督导"].map((name, row) => [
        name,
        ...Array.from({ length: 12 }, (_, month) =>
          (month + row) % 4 === 0 ? "" : `${(month * 7 + row) % 9}`,
        ),
        `${30 + row}`,
      ]),
    ],
    css: FULL,
    isLandscape: true,
  },
  {
    name: "empty form with few words",
    rows: [
      ["姓名", "", "性别", "", "照片"],
      ["住址", "", "<", "<", "^"],
      ["电话", "", "邮编", "", "^"],
      ["简历", "", "<", "<", "<"],
      ["意见", "", "<", "<", "<"],
    ],
    css: `${FULL}td{height:14mm}`,
  },
  {
    name: "pen strokes and a tick over the rules",
    rows: [HEAD, ...budgetRows(6)],
    css: `${FULL}.page{position:relative}svg{position:absolute;left:0;top:0}`,
    beside:
      "<svg width='160mm' height='120mm' viewBox='0 0 160 120'><path d='M20 30 C40 20 50 60 70 40 S100 20 120 50' stroke='#000' stroke-width='.6' fill='none'/><path d='M100 45 l6 8 l12 -22' stroke='#000' stroke-width='.7' fill='none'/><ellipse cx='60' cy='52' rx='16' ry='6' stroke='#000' stroke-width='.5' fill='none'/></svg>",
  },
  {
    name: "rules between rows only, pale",
    rows: [HEAD, ...budgetRows(7)],
    css: "td{border-bottom:0.5pt solid #bbb}tr:first-child td{border-top:1pt solid #000;border-bottom:1pt solid #000}",
  },
  {
    name: "one dense page of small print",
    rows: [HEAD, ...budgetRows(34)],
    css: `${FULL}td{font-size:7.5pt;padding:0.3mm 1mm;line-height:1.1}`,
  },
  {
    name: "sections headed by a row over all columns",
    rows: [
      HEAD,
      ["一、人员经费", "<", "<", "<", "<"],
      ...budgetRows(3),
      ["二、活动经费", "<", "<", "<", "<"],
      ...budgetRows(3),
      ["总计", "<", "<", "<", "99000.00"],
    ],
    css: `${FULL}`,
  },
  {
    name: "long merged category beside many rows",
    rows: [
      ["类别", "内容", "标准"],
      [LONG, "走访", "2"],
      ["^", "慰问", "3"],
      ["^", "讲座", "4"],
      ["^", "义诊", "5"],
      ["其他", LONG, "6"],
    ],
    css: `${FULL}td:first-child{width:26mm}`,
  },
  {
    name: "pictures in cells",
    rows: [
      ["名称", "图样", "数量"],
      ["横幅", "", "4"],
      ["展板", "", "2"],
      ["手册", "", "100"],
    ],
    css: `${FULL}.pic{width:22mm;height:14mm;margin:auto;background:radial-gradient(circle at 30% 30%,#222,#888 40%,#333 60%,#ccc)}`,
    html: {
      "1,1": "<div class='pic'></div>",
      "2,1": "<div class='pic'></div>",
      "3,1": "<div class='pic'></div>",
    },
  },
  {
    name: "text tight to the rules",
    rows: [HEAD, ...budgetRows(8)],
    css: `${FULL}td{padding:0 0.3mm;line-height:1.2}`,
  },
];
