/** A place that only one character fits: what stands there instead was misread. */
export interface Frame {
  /** Matches just what was misread; what stands around it is looked at, not matched. */
  pattern: RegExp;
  /** What was printed. */
  fits: string;
  /** Whether it is part of a figure (a unit, a month), which is then no surer than the guess. */
  isFigure: boolean;
}

const NUMERAL = "一二三四五六七八九十";
const COUNT = String.raw`(?:[${NUMERAL}]{1,3}|\d{1,2})`;
const MONTH = String.raw`(?:1[0-2]|0?[1-9])`;
const YEAR = String.raw`(?<!\d)20\d{2}`;
const CHINESE_YEAR = "[二贰][〇零○][〇零○一二三四五六七八九]{2}";
const JOIN = "[至到—–~～-]";
/** A sum of money by its look: groups of three, decimals or five digits and more. */
const SUM = String.raw`\d(?:,\d{3}|\.\d{2}(?!\d)|(?<=\d{5}))`;
const ENDS = "[，。；、：（）(),;“”＋+占\\s]|$|大写|整|人民币";
const SAYS = "[：；:“”，]|人民币|[¥￥\\d壹贰叁肆伍陆柒捌玖]|合同|协议|下列|以下|如下|甲方|乙方|20";

export const frame = (fits: string, isFigure: boolean, ...patterns: string[]): Frame => ({
  pattern: new RegExp(patterns.join("|"), "gu"),
  fits,
  isFigure,
});
const unit = (fits: string, ...patterns: string[]): Frame => frame(fits, true, ...patterns);
const word = (fits: string, ...patterns: string[]): Frame => frame(fits, false, ...patterns);

/** Any ideograph but those that may well stand there too. */
const anyBut = (others: string): string => `(?![${others}])\\p{Script=Han}`;
const HAN_COUNT = "[一二三四五六七八九十]{1,3}";
/** Units and the words of dates, by the digits beside them. */
const UNITS: readonly Frame[] = [
  unit(
    "〇",
    `(?<=(?<![〇零一二三四五六七八九十百])二)[（(○◯OoCc](?=[〇零一二三四五六七八九]{2}年${HAN_COUNT}月)`,
    `(?<=(?<![〇零一二三四五六七八九十百第])二)(?=[一二三][〇零一二三四五六七八九]年${HAN_COUNT}月${HAN_COUNT}日)`,
  ),
  unit(
    "年",
    String.raw`(?<=${YEAR})[^\d\p{P}\p{S}\s年至到及与和或前后元万第级届版财度](?=\s*${MONTH}\s*月)`,
    `(?<=${YEAR}|${CHINESE_YEAR})[午牛乍]`,
    "(?<=第[二三四五])[午牛乍](?=度?(?:经费|服务费|合同费))",
    `(?<=[上下]半|[${NUMERAL}每全]|${COUNT}个)午(?=度|经费|合计|内|服务|[，。；：]|两|支|每)`,
  ),
  unit("八", `(?<=二[〇零][〇零一二三四五六七八九]{2}年${HAN_COUNT}月)[入人](?=日)`),
  unit(
    "月",
    String.raw`(?<=(?:${YEAR}|${CHINESE_YEAR})年\s*(?:${MONTH}|[${NUMERAL}]{1,3}))[目且](?!标|录)`,
    String.raw`(?<=(?:${YEAR})年\s*${MONTH})[目且用](?=\s*(?:${JOIN}|\d{1,2}\s*[日号]|[每毎]|支付|拨付|付))`,
    String.raw`(?<=(?:${YEAR})年\s*${MONTH})[日号](?=\s*(?:\d{1,2}\s*[日号]|[每毎]月))`,
    String.raw`(?<=${JOIN}\s*(?:20\d{2}年\s*)?${MONTH})[目且](?!标|录)`,
    "(?<=[每毎])[目且](?!标|录)",
    `(?<=${COUNT}个)[目且](?!标|录)`,
  ),
  unit(
    "元",
    String.raw`(?<=\d\s?[万亿])[兀无尢旡亓](?=${ENDS})`,
    String.raw`(?<=${SUM}\s?)(?:无(?=${ENDS})|[兀尢旡亓](?=${ENDS}|\p{Script=Han}))`,
    String.raw`(?<=(?<![\d.])\d{3,}\s?)[兀尢旡亓](?=${ENDS}|[由为/])`,
    String.raw`(?<=单位[：；，:]?\s?(?:人民币)?[百千]?[万亿方力]?)[兀尢旡亓]|(?<=单位[：；，:]?\s?(?:人民币)?[百千]?[万亿方力])无`,
    String.raw`(?<=[（(：](?:人民币)?[百千]?[万方力])[兀无尢旡亓](?=[）)]|$)`,
    String.raw`(?<=[额价费款算用计][（(](?:人民币)?)[兀无尢旡亓](?=[）)])`,
    String.raw`(?<=^[（(](?:人民币)?[万方力])[兀无尢旡亓](?=[）)])`,
    "(?<=[壹贰叁肆伍陆柒捌玖拾佰仟万亿])[兀无尢旡亓](?=[整正零壹贰叁肆伍陆柒捌玖]|[）)，。；]|$)",
  ),
  unit(
    "万",
    "(?<=[（(]\\s?|单位[：；]?\\s?)[方力刀](?=元(?:[）)]|$))",
    String.raw`(?<=\d\s?)[方力](?=[元兀无尢旡亓])`,
    "(?<=单位[：；，:]?\\s?(?:人民币)?)[方力](?=[元兀无])",
    "(?<=[（(](?:人民币)?)[方力](?=[元兀无][）)])",
  ),
];

/** Ordinals and counts of instalments, lots and clauses. */
const ORDINALS: readonly Frame[] = [
  word(
    "第",
    String.raw`(?<=^\s*|[，。；：、（)）”])[策弟笫](?=${COUNT}(?:[期笔次批包标年条章节]|个?季))`,
    `(?<=^|[。；：，])[策弟笫](?=[一二三四五六](?:标段|包(?:[：；，。]|合同|金额)|年度?(?:经费|费用|服务费|合同|总)))`,
  ),
  word(
    "期",
    `(?<=(?:第|分|共|末|首|每|前|分为)${COUNT}?)[朝斯](?!阳|代|鲜|夕|向|着)`,
    "(?<=签[订署]日|日|分)朝(?=[：:支限，])",
    "(?<=逾)朝",
    "朝(?=限[：为自内届满])",
    "(?<=[，。为])朝(?=[满十]|\\d)",
  ),
  word("笔", `(?<=第${COUNT}|分${COUNT}|首|末|每|[${NUMERAL}])竺(?=[款支，。：；付])`),
  word("次", `(?<=第${COUNT}|分${COUNT}|[${NUMERAL}两\\d首末本每])吹(?=[款支，。：；付性])`),
  word("条", `(?<=^\\s*第[${NUMERAL}]{1,3})[奈糸务](?=\\s|\\p{Script=Han}{2})`),
  word("度", "庹|(?<=季|年)[渡庋](?=[：，。支经预开合资])"),
  word("每", "毎|(?<=[，。；：）)月])[海侮](?=[月季年期次笔半])"),
];

/** Heads of columns: 调整前, 变更后. */
const HEADS: readonly Frame[] = [
  word("调", "^[凋周绸稠碉](?=整[前后])"),
  word("整", "(?<=^调)[正敕](?=[前后])"),
  word("变", `^${anyBut("变")}(?=更[前后])`),
  word("更", "(?<=^变)[史吏便叟](?=[前后])"),
];

/** Words by which what was agreed first is told from what is agreed now. */
const TURNS: readonly Frame[] = [
  word(
    "变",
    `[交弯奕](?=更(?:[为后前]|协议|合同|如下|内容|情况))`,
    `(?<=^|[\\p{P}现约协经方意将同])[交弯奕](?=更为(?:${SAYS}))`,
  ),
  word("更", "(?<=变)[史吏便叟](?=[为后前协合如内])"),
  word("调", "凋(?!零|谢|落|敝|残)", `(?<=^|[\\p{P}现约协经方意将])[周绸稠碉](?=整[为后前如])`),
  word("整", `(?<=[调凋])[正敕](?=为(?:${SAYS})|[后前][，：]|如下)`),
  word("修", `[悠俢條](?=[改订正][为后前如])`),
  word("改", `(?<=[修更])[攻政孜故](?=[为后前如：])|(?<=现)[攻政孜](?=为)`),
  word("现", `[观规砚](?=(?:变更|修改|调整|修订|约定)[为如：]|[变调修][\\p{Script=Han}]为)`),
  word(
    "原",
    `(?<!自|心|意|志|夙|祝|许|丰|深)[愿厚](?=(?:合同|协议|约定|预算|项目|合计|付款|支付|服务费|经费|总价|条款))`,
  ),
  word(
    "为",
    `(?<=变更|调整|修改|修订|更正|核定|[总共]计|合计|改|现|[金总]额|价款?|款|费用?|经费|分别|具体|约定)[办力勿](?=(?:${SAYS}))`,
  ),
  word(
    "后",
    "(?<=变更|调整|修改|修订|签订|签署|生效|验收|合格|审核)石(?=[，：；的合支\\d]|个|$)|(?<=变更|调整|修改|修订)石",
  ),
  word("其", "(?<=^|[\\p{P}\\d元\\s])[具基](?=中(?![级等国]))"),
  word("中", "(?<=(?:^|[\\p{P}\\d元])其)[申巾](?=[：:，、\\p{Script=Han}])"),
];

/** Words of sums and of payments. */
const SUMS: readonly Frame[] = [
  word("合", `(?<=各项|上述|以上|费用)[台舍](?=计(?:[：:¥￥\\d为]|人民币))`),
  word("合", "台(?=同)|[台舍](?=[计汁](?:$|[：:，（为人¥￥\\d]))|(?<=价税)[^合\\p{P}\\s](?=计)"),
  word("同", `(?<=[补原主本变更]?合)[问何向冋](?=总?价|金额|期限|[一二三四五六七八九十]|约定|签订)`),
  word("总", "[恳忽葱](?=[额价计金经预投费汁])|(?<=合同)[恳忽葱](?=价[款为：人])"),
  word("计", "(?<=[合台总恳小少共累])[汁讣](?=$|[：:，。（）()为人¥￥\\d])"),
  word("小", "(?<![最至减不缺多])少(?=[计汁](?:$|[：:，（为人¥￥\\d]))"),
  word("小", `(?<=[（(])${anyBut("小大")}(?=写[：:为]?[¥￥\\d])`),
  word("大", `(?<=[（(元])${anyBut("大小")}(?=写[：:为]?(?:人民币)?[壹贰叁肆伍陆柒捌玖拾])`),
  word("共", "(?<!其|尤)[其](?=[计汁][：:，人为¥￥\\d])"),
  word("付", "(?<=[支拨预首应交给文])什(?!么|仟|佰)|什(?=款|清)"),
  word("支", `(?<=[后内时，方])[文攴友](?=付(?:合同|总|人民币|[¥￥\\d]|乙方|剩余|余款))`),
  word("支", "[文攴](?=[付什](?:[^\\p{Script=Han}]|[给方至乙甲合人全剩余尾首]|$))"),
  word("款", "(?<=[付什价拨尾余首条]|项目|合同|工程|预付|进度)[欺歉](?!诈|骗|负|凌|意)|欺(?=项)"),
  word("余", "佘(?=[款额下])|(?<=[剩其结])佘"),
  word("费", "贵(?=用)|(?<=[务用经理传训管养卫材工人本])贵(?=[：:，为¥￥\\d合共总按]|$)|(?<=经)贵"),
  word("竣", "峻(?=工)"),
  word("价", "(?<=总|合同|单)[阶侨介](?=款?[为：:人¥￥\\d，（]|$)"),
];

/** Every place that only one character of a word or a unit fits, in the order in which they are mended. */
export const WORD_FRAMES: readonly Frame[] = [...UNITS, ...ORDINALS, ...HEADS, ...TURNS, ...SUMS];
