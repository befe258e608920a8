/** Measure words a target is counted in, as printed; longer ones first so that 人次 isn't read as 人. */
const UNITS = [
  ..."个工作日 个自然日 个日历日 个百分点 个半天 个小时 个课时 个学时 个学期 个月 平方米 立方米 分贝 毫克 毫升 厘米 毫米 工作日 自然日 百分点".split(
    " ",
  ),
  ..."人次 人/次 场次 户次 家次 例次 车次 台次 件次 批次 班次 轮次 频次 人份 人天 课时 学时 小时 分钟 万元 公里 公斤 千克 学期".split(
    " ",
  ),
  ..."个人名位户家场次期节堂讲天日周年支队份篇条项件套本册张块幅部台辆宗例案组批门种类处所间米元分遍轮班版则封盒箱瓶袋斤吨页字倍时秒届栋座亩棵株起餐顿克㎡℃%‰",
];

/** Words after which a unit is no unit: 一部分, 一次性, 一条龙, 40时间. */
const NO_UNIT: Record<string, string> = {
  部: "分门队署长",
  次: "性",
  条: "龙",
  门: "式",
  时: "间候段刻效机代期",
  分: "之别",
  年: "级度报龄",
  日: "常",
  个: "别季半",
  人: "民",
  类: "似",
  组: "织",
  项: "目",
  家: "庭长属",
  周: "边岁",
  位: "置",
};

const toPattern = (unit: string): string => unit.replace("/", "\\/");

export const UNIT = UNITS.map((unit) => {
  const barred = NO_UNIT[unit];
  return barred ? `${toPattern(unit)}(?![${barred}])` : toPattern(unit);
}).join("|");

/** Units of time, of which a bare number says how long, or when. */
export const TIME_UNIT = /^(?:个?(?:小时|工作日|自然日|日历日|月|学期)|分钟|天|日|周|年|时|秒)$/;

/** Units that a Chinese numeral alone counts in set phrases only (三类人群, 十分). */
export const IDLE_UNIT = /^(?:类|种|分|日|倍|处|班|案|门|时|字|起)$/;

export const CHINESE_NUMERAL = "[零〇一二两三四五六七八九十百千万]+|[零壹贰叁肆伍陆柒捌玖拾佰仟]+";
/** 九成, 八成半: tenths, where nothing but a comparison or the clause's end follows. */
export const TENTHS =
  "[一二三四五六七八九1-9]成(?:[一二三四五六七八九半])?(?=(?:及|或)?以[上下内]|[，,。；;的]|$)";
export const DIGITS = String.raw`\d+(?:[,，]\d{3})*(?:\.\d+)?`;

/** At least (1) and at most (2), before a number; 不超过 is the longer word and begins before 超过. */
export const COMPARISON =
  /(不(?:得|应|能|可)?(?:少于|低于|小于|短于)|(?:大于|多于|高于)(?:等于|或等于)?|超过|至少|最少|最低|起码|>=|[≥⩾≧>])|(不(?:得|应|能|可)?(?:超过|高于|多于|大于|长于|超出)|(?:小于|少于|低于)(?:等于|或等于)?|至多|最多|最高|最长|控制在|<=|[≤⩽≦<])/g;

/** At least (1) and at most (2), after a unit. */
export const TRAILING =
  /^(?:[（(]含[^（）()]{0,4}[）)])?(?:(?:\p{Script=Han}{0,4}?)((?:及|或|含)?以上)|((?:及|或|含)?以下|之内|以内|内(?![容部外涵])))/u;

/** Periods a target is counted over, as they stand before or behind it. */
export const PERIODS: readonly ["year" | "quarter" | "month" | "week", RegExp][] = [
  [
    "year",
    /每(?:一|1)?(?:个)?(?:服务|合同|自然|项目)?年度?|全年|整年|年均|按年|逐年|本年度|年度(?=[内不至累总共开组完])|(?<![\d两二三四五六七八九十百第])[一1]个?年(?:度)?内?(?=不|至|最|每|开|组|[\d一二两三四五六七八九十])/g,
  ],
  ["quarter", /每(?:一|1)?(?:个)?(?:自然)?季度?|[四4]个季度各|季均|按季度?|逐季/g],
  [
    "month",
    /每(?:一|1)?(?:个)?(?:自然)?月度?|(?:十二|12)个月各|月均|按月|逐月|(?<![每\d一二三四五六七八九十上下本])月度(?=[巡检走培例开组完不至])|(?<![\d两二三四五六七八九十百第])[一1]个?月(?=不|至|最|每|开|组|[\d一二两三四五六七八九十]+[次场])/g,
  ],
  [
    "week",
    /每(?:一|1)?(?:个)?(?:自然)?(?:周|星期|礼拜)|周均|按周|(?<![\d两二三四五六七八九十百第])[一1]周(?=不|至|最|每|[\d一二两三四五六七八九十]+[次场])/g,
  ],
];

/** Units of age, time of service and money: 满3年, 满60周岁, 满100元 say when something applies, not how much is to be done. */
export const CONDITION_UNIT = /^(?:个?月|[年周天日岁元]|周岁|万元|分钟)$/;

/** What is counted afresh each time, so that a period said before no longer applies: 每场不少于20人. */
export const EACH_EVENT = /每(?:一|1)?(?:个)?[次场期节堂批组讲支篇份项轮班餐]|每(?:个)?(?:工作)?[日天]/g;

/** A period behind a unit: 2次/月, 4场每年. */
export const BEHIND = /^\s*(?:[/／]\s*[人户名队支家]\s*)?(?:[/／]\s*(?:每)?|每)(?:个)?(年|季|月|周)/;
export const BEHIND_PERIOD = { 年: "year", 季: "quarter", 月: "month", 周: "week" } as const;

/** Periods that a target has no name for; its printed words tell them. */
export const OTHER_PERIOD =
  /(?:每(?:个)?)?半年度?|每(?:[两二三四五六\d]{1,2}个?(?:年|月|季度|周|天|日)|双[月周]|个?(?:学期|工作日)|[日天])/;

/** A number, in digits or in words. */
export const NUMBER = `${TENTHS}|${DIGITS}|[百千]分之(?:${CHINESE_NUMERAL})(?:点[零〇一二三四五六七八九]+)?|${CHINESE_NUMERAL}`;
