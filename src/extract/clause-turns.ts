import type { Version } from "../model/agreement.ts";
import { AMENDED, ORIGINAL } from "./budget-words.ts";
import { findMoneyLike, findPercents } from "./figures/index.ts";

const LONGEST_HEADING = 28;
/** 总价由甲核减乙，核减后…: 甲 is what was first agreed. */
const REDUCED =
  /(?:由|从|在)(?:原来?的?)?(?=[^，。；\d]{0,8}\d[^，。；]*元[^，。；\d]{0,6}(?:核减|核增|增加|减少|调增|调减|追加|压减|扣减|减|增)[^，。；至为到\d]{0,6}\d)/g;

/** 原… turns to what was first agreed only where a figure follows in its sentence, or a list behind a colon. */
export function turnsOf(text: string, carried: Version): { start: number; version: Version }[] {
  const figures = [...findMoneyLike(text), ...findPercents(text)];
  const amended = matches(text, AMENDED);
  const original = matches(text, ORIGINAL).filter((start) => {
    // 原合同签订后支付…: a moment, and not what was agreed; but 原合同签订后支付…，现调整为….
    if (MOMENT.test(text.slice(start)) && !amended.some((turn) => turn > start)) return false;
    const before = text.slice(0, start);
    if (AS_BEFORE.test(text.slice(start)) || AS_EVER.test(before) || REPLACES.test(before)) return false;
    if (BY.test(text.slice(0, start)) && DONE_BY.test(text.slice(start))) return false;
    if (/[（(]$/.test(text.slice(0, start)) && SHARE_IN_BRACKETS.test(text.slice(start))) return false;
    const end = sentenceEnd(text, start);
    const isHeading = text.length <= LONGEST_HEADING && !/[，。；]/.test(text);
    const isList = end >= text.length && (isHeading || (LIST_FOLLOWS.test(text) && !NOW_FOLLOWS.test(text)));
    return isList || figures.some((each) => each.start > start && each.start < end);
  });
  const turns = [
    ...amended.map((start) => ({ start, version: "amended" as const })),
    ...original.map((start) => ({ start, version: "original" as const })),
    ...matches(text, REDUCED).map((start) => ({ start, version: "original" as const })),
    ...startsOfChange(text, amended).map((start) => ({ start, version: "original" as const })),
  ].sort((a, b) => a.start - b.start);
  return [{ start: 0, version: carried }, ...turns];
}

/** Readers take a colon for a semicolon, and of faint print they miss it. */
const LIST_FOLLOWS = /(?:[：:；;]|如下|下列|以下|分别为|包括)\s*$/;

/** …主合同服务期予以顺延，现补充约定：: what follows is what is agreed now. */
const NOW_FOLLOWS =
  /[，,。；](?:现|特|兹|经[^，。；]{0,6}协商|双方|达成|订立)[^，。；]{0,12}(?:补充|变更|修改|调整|约定|协议|一致|议定|如下)[^，。；]{0,6}[：:]\s*$/;

const MOMENT =
  /^原(?:合同|协议|约)(?:书)?(?:正式)?(?:签订|签署|签约|签字|订立|生效|履行|(?:的?(?:服务|租赁|合作|承包|履行)?期限?)?(?:届满|期满|到期)|终止|验收)[^，。；：:]{0,24}(?:后|时|前|之日|当日|起)/;

/** …每月3万元，已按原合同付清；: that what stands before was done, and nothing of what was agreed. */
const AS_BEFORE =
  /^原(?:合同|协议)(?:书)?(?:的?约定)?(?:已经?)?(?:全部|足额|按时|如期)?(?:付清|结清|付讫|(?:支付|付款|拨付|履行|执行)(?:完毕|完成)?)\s*(?:[；;。]|$)/;

/** …，按|原合同执行，不作调整；, 按|主合同原标准结清；: by which agreement what stands before is paid. */
const BY = /[，,]\s*(?:均|仍|继续)?(?:按照?|依照?)(?:[原主母](?:合同|协议)的?)?$/;
const DONE_BY =
  /^[原主母](?:合同|协议)?(?:书)?(?:的)?(?:约定|原?标准|原?价格|方式)*(?:执行|结清|付清|付讫|结算|履行|支付|拨付)(?:完毕|完成)?(?:[，,]\s*不(?:作|做|予|再)?(?:调整|变更|变动))?\s*(?:[；;。]|$)/;

/** 已支付141,000元（|主合同价款的50%）。: of what the share in the brackets is, and nothing that stands behind them. */
const SHARE_IN_BRACKETS =
  /^[原主母](?:合同|协议)?(?:的)?(?:总?(?:价款?|金额|额|费用|报酬|酬金))?的?\s*\d+(?:\.\d+)?\s*[%％]\s*[）)]/;

/** 仍按|原标准每月支付94,000元: now as before. */
const AS_EVER = /(?:仍(?:然|旧)?|继续|依旧|照旧)(?:按照?|依照?|执行|履行|沿用|适用)$/;

/** 付款安排（替代|原合同第6条）: what is told stands in its place. */
const REPLACES = /(?:替代|取代|代替|替换|废止|不再执行|不再适用)[^，。；\d]{0,4}$/;

/** 由甲调整为乙: 甲 is what was first agreed. */
function startsOfChange(text: string, amended: readonly number[]): number[] {
  return amended.flatMap((at) => {
    const from = Math.max(...["，", "。", "；", "、"].map((stop) => text.lastIndexOf(stop, at))) + 1;
    // 由“…”变更为“…”: what is quoted right before the turn.
    const quoted = /[“"「『]([^“”"「」『』]*)[”"」』]\s*$/.exec(text.slice(0, at));
    if (quoted && findMoneyLike(quoted[1]).length > 0) return [quoted.index];
    // 分别由甲、乙调整为丙、丁.
    const each = /(?:分别|依次)[由从][^。；]*$/.exec(text.slice(0, at));
    if (each && findMoneyLike(each[0]).length > 1) return [each.index];
    const piece = text.slice(from, at);
    const start = piece.search(/由|从/);
    return start >= 0 && findMoneyLike(piece.slice(start)).length > 0 ? [from + start] : [];
  });
}

function sentenceEnd(text: string, from: number): number {
  const end = text.indexOf("。", from);
  return end < 0 ? text.length : end;
}

/** Where a pattern matches in a text. */
export const matches = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);
