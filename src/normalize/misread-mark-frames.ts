import { type Frame, frame } from "./misread-frame.ts";

const mark = (fits: string, ...patterns: string[]): Frame => frame(fits, false, ...patterns);

const COUNT = String.raw`(?:[一二两三四五六七八九十]{1,3}|\d{1,2})`;
const LOT = `(?:第${COUNT}(?:标段|标包|分包|包|标|年度?|期|批次?)|(?:标段|标包|分包|包)${COUNT}|20\\d{2}年度?)`;
const WHOLE = "(?:合同|项目|服务|本年|年度|采购)*(?:总?金额|总价|总额|总?经费|总?费用|价款)";
/** Words behind which a list, a sum or a sentence must follow. */
const PAYING = "(?:支付|拨付|付款|付清|结算)";

/** Punctuation that only one mark fits; the others are alike, or lost in faint print. */
export const MARK_FRAMES: readonly Frame[] = [
  mark("（", "〈(?<!《[^》]{0,60}.)(?=[^〉]{0,60}(?:[）〉)]|大写|[¥￥\\d]))"),
  mark("）", "〉(?<!《[^》]{0,60}.)"),
  mark("（", "〔(?=(?:其中|包括|所?占)[^〔〕]{0,60}[）)])"),
  // （3,700.00 and 3,700.00） alone in a cell are what is taken off; 3） is a number in a list.
  frame("（", true, String.raw`^(?=[¥￥]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})元?[）)]$)`),
  frame("）", true, String.raw`(?<=^[（(][¥￥]?\d{1,3}(?:,\d{3})+(?:\.\d+)?元?)$`),
  // 1,781；000.00元: between groups of three digits stands a comma.
  frame(
    ",",
    true,
    String.raw`(?<=(?<![\d.,])\d{1,3}(?:,\d{3})+)；(?=\d{3}(?:,\d{3})*(?:\.\d{2})?(?:元|万元))`,
    String.raw`(?<=(?<![\d.,])\d{1,3})；(?=\d{3}(?:,\d{3})+(?:\.\d{2})?(?:元|万元)|\d{3}\.\d{2}元)`,
  ),
  // 57,000:00: behind a group of three digits a point parts the fen.
  frame(".", true, String.raw`(?<=(?<![\d.,:：])\d{1,3}(?:,\d{3})+)[:：](?=\d{2}(?:$|\s*元))`),
  // 委托方（(甲方)：: one bracket seen twice.
  mark("", String.raw`(?<=\p{Script=Han}[（(])[（(](?=[甲乙丙丁]方[）)]\s*[：:])`),
  // 308,04378 alone in a cell: its point lay on the rule below. Behind a comma stand three digits, and behind these the fen.
  frame(".", true, String.raw`(?<=^[¥￥]?\d{1,3}(?:,\d{3})+)(?=\d{2}元?$)`),
  // 2025年日一季度: what stands between a year and its quarter; without it the quarter is taken for one of another year.
  frame(
    "第",
    true,
    String.raw`(?<=20\d{2}年)(?![度的内中每各第前后共首末上下头近这余另仅自至到从约逾超计])\p{Script=Han}(?=[一二三四]季度)`,
  ),
  // .12,300.00 alone in a cell: no number begins so; a speck stands before it, or what is left of a digit.
  ...[..."123456789"].map((digit) =>
    frame(digit, true, String.raw`(?<=^[¥￥]?)\.${digit}(?=\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?元?$)`),
  ),
  mark(
    "：",
    "(?<=单位|币种)[；，。、](?=(?:人民币)?[百千万亿]*元)",
    `(?<=(?:^|[。；：，])${LOT})[；。、](?=${WHOLE})`,
    `(?<=按(?:月|季度?|半?年度?|期)${PAYING}|如下|以下方式|计划)[；、](?=20\\d{2}年)`,
    `(?<=${PAYING}|如下|以下方式|计划)[；、](?=第[一1][期笔次批]|[（(]?[1一][）)、.．])`,
    // 办公费；¥2,000.00: no item of a list begins with its sum.
    "(?<=\\p{Script=Han}(?:费用?|薪酬|工资|补[贴助]|津贴|奖金|支出|成本|经费|[租税]金))；(?=[¥￥]\\s?\\d)",
    "(?<=[组构]成如下|明细如下|分项如下|费用如下|预算如下)[，、]",
    "(?<=如下|[包含]括|[组构]成|明细|其中)[；](?!其中)",
    `(?<=分${COUNT}[期次笔批]${PAYING})(?=第[一1][期笔次批]|20\\d{2}年)`,
    `(?<=(?:下列|以下)(?:进度|方式|约定|节点|比例|阶段|期次)(?:分期)?${PAYING})(?=[\\p{Script=Han}\\d]|$)`,
    `(?<=分${COUNT}[期次笔批]${PAYING})$`,
    `(?<=(?:变更|调整|修改|修订)(?:为|如下))[；，。、](?=[“\\p{Script=Han}\\d])`,
  ),
  mark(
    "，",
    `(?<=[后前内时])[、。；.](?=[甲乙]方|由[甲乙]方|采购人|委托[方人]|发包[方人]|向乙方|一次性|${PAYING}|付)`,
    `(?<=(?:\\d|[一二三四五六七八九十])月份?)[。；、](?=(?:甲方|采购人|委托方)?(?:向乙方)?[每按逐]|${PAYING})`,
    `(?<=按[月季年]度?${PAYING}|按半年${PAYING}|${COUNT}[次期笔批]${PAYING})[。；](?=每)`,
    "(?<=\\p{Script=Han})[。；](?=[为占](?:合同|协议|项目)?(?:总|合同|价))",
    String.raw`(?<=[%％])(?:\.(?=\p{Script=Han})|、(?=[^，。；、\d]{2,16}(?:后|付|余)))`,
  ),
  mark(
    "；",
    `(?<=[付拨][^，。；]{0,12}[%％])(?=\\p{Script=Han}{3,16}[后前时内][，]?\\p{Script=Han}{0,14}付\\p{Script=Han}{0,14}\\d)`,
  ),
  // 2025一2026学年, 8:00一18:00: from the one to the other; no number is written so.
  mark(
    "—",
    String.raw`(?<=(?<!\d)20\d{2}(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?)?)一(?=20\d{2}(?:年|学年|财年|财政年|[）)])|20\d{2}$)`,
    // 2024.4.1僵2025.3.31: nothing else stands alone between two days; but 起, 和, 或 and the like.
    String.raw`(?<=(?<!\d)20\d{2}[./-]\d{1,2}[./-]\d{1,2})(?![起至到止和或与及前后同])\p{Script=Han}(?=20\d{2}[./-]\d{1,2}[./-]\d{1,2}(?!\d))`,
    String.raw`(?<=(?<![\d:：])\d{1,2}[:：]\d{2})一(?=\d{1,2}[:：]\d{2}(?!\d))`,
  ),
  mark("；", String.raw`(?<=元)\.(?=\p{Script=Han})(?!\.(?:占|其中|大写|人民币))`),
];
