import { BEGINS_WITH_SIGN, behindNumber } from "./item-number.ts";
import { PAYS } from "./schedule-pays.ts";
import { BEGINS_INSTALMENT } from "./schedule-words.ts";

/** 分三期支付：, 付款方式如下：, what follows are payments. */
export const announcesPayments = (text: string): boolean =>
  (PAYS.test(text) ||
    /付款|[交缴]租|[给结打交]款|[付交]费|[付给]钱/.test(text) ||
    PAID_EVERY.test(text) ||
    PAID_IN_PARTS.test(text)) &&
  !tellsOfMakeup(text) &&
  /(?:[：:]|如下|下列(?:方式|约定)[^，。；]{0,6})\s*[。；]?\s*$/.test(text);

/** 半年交一回，提前五天交：, 一个季度一付：: how often something is paid, with no more words. */
const PAID_EVERY =
  /(?:每|[一半])(?:个)?(?:年|季度?|月|学期)[^，。；\d]{0,3}[交付给缴结](?:[一1][回次]|款|[，,：:])|[一1]年[^，。；\d]{0,2}[分两二三四]{1,2}[回次][交付给缴结]/;

/** 货款分三回：, 费用分两次：: in how many parts something is paid, with no more words. */
const PAID_IN_PARTS =
  /(?:[货价租酬尾余贷]款|[合工][同程]款|租金|费用?|款项|报酬|钱)[^，。；：:\d]{0,4}分(?:[两二三四五六七八九十]|\d)[次期回笔批]\s*[：:]/;

/** 支付补贴60万元。补贴构成见下表：what the sum is made up of, not how it is paid. */
function tellsOfMakeup(text: string): boolean {
  const last = /[^。；]*[。；]?\s*$/.exec(text)?.[0] ?? "";
  // 甲方支付的服务费由以下三项构成：
  if (/[付拨]的[^，。；付拨]{2,12}由[^，。；付拨]{0,12}(?:构成|组成)\s*[：:]\s*$/.test(last)) return true;
  return /(?:构成|组成|分项|预算|报价|测算)[^，。；付拨]{0,8}[如见]/.test(last) && !/[付拨]/.test(last);
}

/** Whether a paragraph may be an item of a list of payments: numbered, by the name of one, or by its day (2024年6月1日，13,200元；). */
export const isItem = (text: string): boolean =>
  behindNumber(text) > 0 ||
  BEGINS_INSTALMENT.test(text) ||
  BEGINS_WITH_DAY.test(text) ||
  IS_SHARE.test(text) ||
  BEGINS_WITH_SIGN.test(text);
const DAY = String.raw`(?:第[一二三四五六七八九十\d]{1,3}[年期次笔批](?:度|租金|款)?\s*[：:，,]?\s*)?20\d{2}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:之?前|以前)?`;
const BEGINS_WITH_DAY = new RegExp(
  String.raw`^\s*${DAY}\s*(?:[，,：:]|(?=(?:人民币|[¥￥\s])*\d[\d,.]*\s*万?元))`,
);
/** 定货时付30%, below what announces payments: a share paid, and no more. */
const IS_SHARE = /^[^。；;]{2,40}[付给交拨](?:款|付)?\s*\d[\d.]*\s*[%％]\s*[。；;，,]?\s*$/;

/** 2024年6月1日，13,200元 below a heading of payments (半年交一回：): when something is paid, and no cost. */
export const isDayOfPayment = (heading: string, words: string): boolean =>
  isDay(words) && announcesPayments(`${heading}：`);
/** Whether words are nothing but the day of one of several payments (第二年2026年1月20日前). */
export const isDay = (words: string): boolean => IS_DAY.test(words.trim());
const IS_DAY = new RegExp(`^${DAY}$`);

/** 分三次付给丙方：…；…, 付款：下单付2万元，…, 依下列进度拨付各自出资：…: payments follow in the same paragraph. */
export const LISTS =
  /[按依照][^，。；：:\d]{1,14}(?:支付|拨付|付款|付费|缴付|给付|划拨)[^，。；：:\d]{0,10}[：:]|分\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*[次期笔批](?:等额|均等)?[给支拨缴汇交付][^，。；：:]{0,10}[：:]|^\s*(?:第?[一二三四五六七八九十\d]{1,3}[、.．条]?\s*)?(?:付款|付钱|支付|付费|缴款|拨付|拨款)(?:方式|办法|之法|安排|时间|约定|进度|节点|计划|条件|比例|步骤)?(?:如下|为|是)?[：:]/;
