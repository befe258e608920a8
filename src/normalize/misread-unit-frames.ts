import { COUNT, type Frame, NUMERAL, unit, word } from "./misread-frame.ts";

const MONTH = String.raw`(?:1[0-2]|0?[1-9])`;
const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const YEAR = String.raw`(?<!\d)20\d{2}`;
const CHINESE_YEAR = "[二贰][〇零○][〇零○一二三四五六七八九]{2}";
const HAN_COUNT = `[${NUMERAL}]{1,3}`;
const JOIN = "[至到—–~～-]";
/** A sum of money by its look: groups of three, decimals or five digits and more. */
const SUM = String.raw`\d(?:,\d{3}|\.\d{2}(?!\d)|(?<=\d{5}))`;
const ENDS = "[，。；、：（）(),;“”＋+占\\s]|$|大写|整|人民币";
/** 目 and 且 where neither 目标, 目的 nor 且不超过 may be meant. */
const MONTH_SIGN =
  "(?:目(?![标录的次视光筛前])|且(?=[底止，。；：）)]|内(?!容|部|外)|前(?!期)|后(?!续|期)|$))";

/** Units and the words of dates, by the digits beside them. */
export const UNITS: readonly Frame[] = [
  unit(
    "〇",
    `(?<=(?<![〇零一二三四五六七八九十百])二)[（(○◯OoCc](?=[〇零一二三四五六七八九]{2}年${HAN_COUNT}月)`,
    `(?<=(?<![〇零一二三四五六七八九十百第])二)(?=[一二三][〇零一二三四五六七八九]年${HAN_COUNT}月${HAN_COUNT}日)`,
  ),
  unit(
    "年",
    // Not 吨, 套, 人: 供应2000吨6月底前交付.
    String.raw`(?<=${YEAR})[午牛乍仵乎隼牟华丰多](?=\s*${MONTH}\s*月)`,
    `(?<=${YEAR}|${CHINESE_YEAR})(?:午(?![餐间休宴托饭睡夜膳])|牛(?![奶肉羊年舍栏皮场群仔油])|乍)`,
    "(?<=第[二三四五])[午牛乍](?=度?(?:经费|服务费|合同费))",
    `(?<=[上下]半|[${NUMERAL}每全]|${COUNT}个)午(?=度|经费|合计|内|服务|[，。；：]|两[次期批笔]|支付|每)`,
  ),
  unit("八", `(?<=二[〇零][〇零一二三四五六七八九]{2}年${HAN_COUNT}月)[入人](?=日)`),
  unit(
    "月",
    String.raw`(?<=(?:${YEAR}|${CHINESE_YEAR})年\s*(?:${MONTH}|[${NUMERAL}]{1,3}))[目且](?!标|录)`,
    String.raw`(?<=(?:${YEAR})年\s*${MONTH})[目且用](?=\s*(?:${JOIN}|\d{1,2}\s*[日号]|[每毎]|支付|拨付|付))`,
    String.raw`(?<=(?:${YEAR})年\s*${MONTH})[日号](?=\s*(?:\d{1,2}\s*[日号]|[每毎]月))`,
    // 3-5目 is a mesh: only behind another month.
    String.raw`(?<=\d\s*月份?\s*${JOIN}\s*${MONTH})[目且](?![标录筛不])`,
    "(?<=[每毎])[目且](?!标|录)",
    `(?<=${COUNT}个)${MONTH_SIGN}`,
  ),
  // 2023是度经费, 变都后合同总价, 124.968于元（大写：…）: nothing else fits amid these words.
  unit(
    "年",
    String.raw`(?<=(?<!\d)20\d{2})(?!年)\p{Script=Han}(?=度(?:经费|预算|费用|服务费|合同|总[价额费]|采购|资金|拨款|支付))`,
  ),
  word(
    "更",
    String.raw`(?<=变)(?![更动化现得成换])\p{Script=Han}(?=后的?(?:合同|协议|总[价额]|金额|价款|服务费|经费|预算|费用))`,
  ),
  unit(
    "万",
    String.raw`(?<=(?<![\d.])\d{1,4}\.\d{3,4}\s?)(?![万亿百千])\p{Script=Han}(?=元(?:[（(]|[，。；]))`,
  ),
  // 签订时间：&025年5月23日, under a seal: nothing else makes a year of it.
  unit(
    "2",
    String.raw`(?<=^|[：:，,。\s])[^\d\s\p{Script=Han}：:，,。（(.-](?=0[0-4]\d\s*年\s*(?:${MONTH})\s*月)`,
  ),
  unit(
    "日",
    String.raw`(?<=(?<!\d)${MONTH}\s*月\s*${DAY}\s?)[目曰](?![标的次视光筛])`,
    `(?<=[${NUMERAL}]月[${NUMERAL}]{1,3})[目曰](?![标的次视光筛])`,
    // 9月1011起, 11月3001止: of a 日 that lost its thin strokes the uprights are left; no day has more digits.
    String.raw`(?<=(?<!\d)${MONTH}\s*月(?:[12]\d|3[01]))(?:11|01|[|丨「]1|1[|丨])(?=[起至止])`,
    String.raw`(?<=(?<!\d)${MONTH}\s*月[1-9])(?:11|01|[|丨「]1|1[|丨])(?=[起至止])`,
  ),
  unit(
    "元",
    String.raw`(?<=\d\s?[万亿])[兀无尢旡亓](?=${ENDS})`,
    String.raw`(?<=\d(?:,\d{3})+(?:\.\d{2})?)[儿几](?=[，。；）)]|$)`,
    String.raw`(?<=${SUM}\s?)(?:无(?=${ENDS})|[兀尢旡亓](?=${ENDS}|\p{Script=Han}))`,
    String.raw`(?<=(?<![\d.])\d{3,}\s?)[兀尢旡亓](?=${ENDS}|[由为/])`,
    // 建设单位方无权: 无 only behind a mark and before the end.
    String.raw`(?<=单位[：；，:]?\s?(?:人民币)?[百千]?[万亿方力]?)[兀尢旡亓]|(?<=单位[：；，:]\s?(?:人民币)?[百千]?[万亿方力])无(?=[）)\s]|$)`,
    String.raw`(?<=[（(：](?:人民币)?[百千]?[万方力])[兀无尢旡亓](?=[）)]|$)`,
    // 其他费用（无） says that there are none.
    String.raw`(?<=[额价费款算用计][（(](?:人民币)?)[兀尢旡亓](?=[）)])|(?<=[额价款算计][（(](?:人民币)?)无(?=[）)])`,
    String.raw`(?<=^[（(](?:人民币)?[万方力])[兀无尢旡亓](?=[）)])`,
    "(?<=[壹贰叁肆伍陆柒捌玖拾佰仟万亿])[兀无尢旡亓](?=[整正零壹贰叁肆伍陆柒捌玖]|[）)，。；]|$)",
  ),
  unit(
    "万",
    "(?<=[（(]\\s?|单位[：；]?\\s?)[方力刀](?=元(?:[）)]|$))",
    // 混凝土30方无偿提供.
    String.raw`(?<=\d\s?)[方力](?=[元兀尢旡亓]|无(?:${ENDS}))`,
    "(?<=单位[：；，:]?\\s?(?:人民币)?)[方力](?=[元兀])",
    "(?<=[（(](?:人民币)?)[方力](?=[元兀无][）)])",
  ),
];

/** What follows 第二期 in a payment, and no dynasty (第六朝文物). */
const BEHIND_PERIOD = "[款支付拨，。：；、（(）)工经合项验进占按应于末满内的\\s]|服务|$";
const EACH_TIME = "(?:个?月|季度?|半年|年度?|期|次|笔)";

/** Ordinals and counts of instalments, lots and clauses. */
export const ORDINALS: readonly Frame[] = [
  word(
    "第",
    String.raw`(?<=^\s*|[，。；：、（)）”])[策弟笫](?=${COUNT}(?:[期笔次批包标年条章节]|个?季))`,
    `(?<=^|[。；：，])[策弟笫](?=[一二三四五六](?:标段|包(?:[：；，。]|合同|金额)|年度?(?:经费|费用|服务费|合同|总)))`,
  ),
  word(
    "期",
    `(?<=(?:第|分|共|分为)${COUNT})[朝斯](?=${BEHIND_PERIOD})`,
    `(?<=前${COUNT}|首|末|每)[朝斯](?=[款支付拨，。：；、人应¥￥\\d]|$)`,
    "(?<=签[订署]日|日|分)朝(?=[：:支限，])",
    "(?<=逾)朝",
    "朝(?=限[：为自内届满])",
    `(?<=[，。为务])朝(?=满(?!族|语|文)|${COUNT}(?:个月|年|天|日))`,
  ),
  word("笔", `(?<=第${COUNT}|分${COUNT}|首|末|每|[${NUMERAL}])竺(?=[款支，。：；付])`),
  word("次", `(?<=第${COUNT}|分${COUNT}|[${NUMERAL}两\\d首末本每])吹(?=[款支，。：；付性])`),
  word("条", `(?<=^\\s*第[${NUMERAL}]{1,3})(?:[糸]|[奈务](?!必|何))(?=\\s|\\p{Script=Han}{2})`),
  // 庹 is a surname.
  word("度", "(?<=[季年])庹|(?<=季|年)[渡庋](?=[：，。支经预开合资])"),
  word(
    "每",
    `毎|(?<=[，。；：）)月])[海侮](?=${EACH_TIME}(?:支付|拨付|付|向[甲乙]|人民币|[¥￥\\d]|不|应|各|结算|工资|经费|服务|[${NUMERAL}两][次万千百]))`,
  ),
];
