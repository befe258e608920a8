import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Day } from "../model/value.ts";
import { tellsOfAmendment } from "./clauses.ts";
import { type FoundDay, findDays, readDay } from "./dates/read-day.ts";
import { evidenceOf, sliceText } from "./evidence.ts";
import { passagesOf } from "./passages.ts";

/** A day found in a text, with its evidence. `year` stands in for a year that the text leaves out. */
export function dayAt(text: NormalText, { start, end, value }: FoundDay, year: string | null = null): Day {
  return { value, ...evidenceOf(sliceText(text, start, end), (saw) => readDay(saw, year)) };
}

const SIGNED = "(?:签订|签署|签定|签约|签立|订立|立约|缔约)";
const LABEL = new RegExp(
  `(?:${SIGNED}|签字|签章|盖章)(?:完成)?(?:的)?(?:日期|时间|日)(?:为|是)?[：:，,.\\s]*$`,
);
/** 签订日期：____年__月__日: still to be filled in. */
const BLANK = new RegExp(`(?:${SIGNED}|签字|签章|盖章)(?:的)?(?:日期|时间|日)[：:\\s_＿]*年[\\s_＿]*月`);
const OWN_DATE_LABEL = /(?:合同|协议)(?:签订)?(?:日期|时间)[：:\s]*$/;
const OF_ANOTHER = /原(?:合同|协议)?[^，。；]{0,12}$/;
/** 签订：2025年6月20日, 十二、合同签订：…, at a line's beginning. */
const SHORT_LABEL = new RegExp(
  `^\\s*(?:第?[一二三四五六七八九十\\d]{1,3}[条、.．]\\s*)?(?:本?(?:合同|协议))?${SIGNED}\\s*[：:]\\s*$`,
);
/** 签约 2025年2月18日, and nothing else. */
const BARE_LABEL = new RegExp(`^\\s*${SIGNED}\\s*$`);
/** 2025年8月1日签订, 二〇二五年三月十六日立, and nothing else. */
const ALONE = new RegExp(`^\\s*(?:${SIGNED}|签|立)\\s*。?\\s*$`);
const BEHIND = new RegExp(`^[^，。；：、]{0,18}?${SIGNED}`);
/** 主合同一式叁份, 前期合同一式四份: of another agreement. */
const OF_FORMER = /(?:原|主|母|前期|上期|首期|此前)(?:合同|协议)?[^。]*$/;
/** 本合同自2025年6月5日双方签章之日起生效. */
const SEALED = /^(?:经)?[^，。；：、]{0,8}?(?:签章|签字|盖章|签名)[^，。；]{0,8}(?:生效|有效)/;
const OWN = /本(?:合同|协议|补充协议)[^，。；]{0,12}$/;
/** 本协议签订于2025年8月6日. */
const SIGNED_ON = new RegExp(`本(?:补充)?(?:合同|协议|约定书)书?[^，。；]{0,12}${SIGNED}(?:于|在)\\s*$`);
/** 于2026年3月18日就…的履行达成本补充协议, with nothing else signed between. */
const CONCLUDED = new RegExp(
  `^(?:(?!${SIGNED})[^，。；]){0,60}?(?:达成|${SIGNED})了?(?:本|如下|以下)(?:补充|变更)?(?:协议|合同)`,
);
/** 双方签订本补充合同，于2025年8月25日在临汐区签署. */
const SIGNS_THIS = new RegExp(
  `${SIGNED}(?:本|如下|以下)(?:补充|变更)?(?:协议|合同)书?\\s*[，,]\\s*(?:并)?于?\\s*$`,
);
/** 三方各执三份，2026年6月22日签于丰原市。 */
const SIGNED_AT = /^\s*(?:共同)?[签订立]于[^，。；：\d]{2,12}[。；;]?\s*$/;
const IN_COPIES = /份\s*[，,；;。]\s*(?:并)?于?\s*$/;
/** 合同一式叁份，签订于2025年6月18日. */
const SIGNED_IN_COPIES = new RegExp(`份\\s*[，,；;。]\\s*(?:并)?${SIGNED}(?:于|在)\\s*$`);
const BLOCK = /盖\S{0,3}章|签章|公章|印章|用章|[（(]章[）)]|签字|签名|签署页|授权代表|法定代表人/;
/** 甲方（公章）　乙方（公章）, without a colon, and nothing else. */
const SIDES = /^(?:\p{Script=Han}{1,10}\s*[（(](?:盖|公|签|印)?(?:章|字|名)[^（）()]{0,4}[）)]\s*)+$/u;
/** As many passages at the end may be its signatures, though no word says so. */
const CLOSING = 4;
/** 签于2025年3月26日，浙江南雁; 签于重庆，2026年7月17日; 2025年8月18日于平凉, as an agreement's last words. */
const AT_LAST = new RegExp(
  `^\\s*(?:(?:${SIGNED}|签|立)于(?:[\\p{Script=Han}]{2,12}\\s*[，,])?|公[历元])?\\s*$`,
  "u",
);
/** A day beside it, as each side writes one. */
const OTHER_DAY = /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日/g;
const PLACE = /^\s*(?:(?:[，,]|[订签立]?于)\s*[\p{Script=Han}]{2,12})?\s*。?\s*$/u;
const IS_DATE = /^\s*(?:日期|时间)\s*[：:]?\s*$/;

/**
 * The day the agreement was signed, or null: the one labelled so, else the one its own text states,
 * else the last one in the signature block, else one on which something was signed.
 */
export function findSigningDay(flow: Flow): Day | null {
  const passages = passagesOf(flow);
  const labelled = daysWhere(
    passages,
    (before, after) =>
      isLabelled(before) ||
      (before.trim() === "" && ALONE.test(after)) ||
      (BARE_LABEL.test(before) && after.trim() === ""),
  );
  if (labelled.length > 0) return latest(labelled);
  const stated = daysWhere(
    passages,
    (before, after) =>
      SIGNED_ON.test(before) ||
      (IN_COPIES.test(before) && !/原[合协][^。]*$/.test(before) && SIGNED_AT.test(after)) ||
      (BEHIND.test(after) && (OWN.test(before) || SIGNS_THIS.test(before))) ||
      (SEALED.test(after) && OWN.test(before)) ||
      CONCLUDED.test(after),
  );
  if (stated.length > 0) return stated[0];
  const signed = [
    ...daysWhere(signatureBlock(passages), isBare),
    ...daysWhere(passages.slice(-SIDES_AT_MOST).flatMap(signedLines), isBare),
    ...daysWhere(passages.slice(-CLOSING), (before, after) => IS_DATE.test(before) && isBare(before, after)),
    ...daysWhere(
      passages.slice(-1),
      (before, after) =>
        AT_LAST.test(before.replace(OTHER_DAY, "")) && PLACE.test(after.replace(OTHER_DAY, "")),
    ),
  ];
  if (signed.length > 0) return latest(signed);
  const copies = daysWhere(passages, (before) => SIGNED_IN_COPIES.test(before) && !OF_FORMER.test(before));
  if (copies.length > 0) return copies[0];
  // What an amendment says was signed on a day is the agreement it amends.
  const isOpen = passages.some(({ text }) => BLANK.test(text)) || tellsOfAmendment(flow);
  return isOpen ? null : (daysWhere(passages, (_, after) => BEHIND.test(after))[0] ?? null);
}

function isLabelled(before: string): boolean {
  if (OF_ANOTHER.test(before)) return false;
  return LABEL.test(before) || OWN_DATE_LABEL.test(before) || SHORT_LABEL.test(before);
}

/** As many sides may sign, each in a cell of its own. */
const SIDES_AT_MOST = 6;
/** In printed lines: a side's name, who signs for it, and when. */
const LEAST_LINES = 3;

/** The lines of a cell in which a side signs with its particulars. */
function signedLines(passage: NormalText): NormalText[] {
  if (!SIDE_CELL.test(passage.text) || !BLOCK.test(passage.text)) return [];
  const starts = passage.glyphs.flatMap(({ lineNumber }, at) =>
    at === 0 || lineNumber !== passage.glyphs[at - 1].lineNumber ? [at] : [],
  );
  if (starts.length < LEAST_LINES) return [];
  return starts.map((from, index) => sliceText(passage, from, starts[index + 1] ?? passage.text.length));
}

const SIDE_CELL =
  /^\s*(?:\p{Script=Han}{2,8}[（(])?[甲乙丙丁戊]方[）)]?(?:[（(][^（）()]{1,10}[）)])?\s*[：:]/u;

/** What stands from the last mention of seals or signatures on. */
function signatureBlock(passages: readonly NormalText[]): NormalText[] {
  const first = passages.findIndex(
    ({ text }) =>
      BLOCK.test(text) &&
      (/[：:]/.test(text) || SIDES.test(text.replace(OTHER_DAY, "").trim())) &&
      text.length < 60,
  );
  return first < 0 ? [] : passages.slice(first).filter(({ text }) => text.length < 60);
}

function isBare(before: string, after: string): boolean {
  return (
    /(?:^|日期|时间|[：:）)\s日])[：:\s]*$/.test(before) &&
    !/^[\p{Script=Han}]/u.test(after.replace(/^(?:日期|签订|[甲乙丙]方)/, ""))
  );
}

function daysWhere(
  passages: readonly NormalText[],
  holds: (before: string, after: string) => boolean,
): Day[] {
  return passages.flatMap((passage) =>
    findDays(passage.text)
      .filter((day) => holds(passage.text.slice(0, day.start), passage.text.slice(day.end)))
      .map((day) => dayAt(passage, day)),
  );
}

/** Of several parties' days the last is the agreement's; of equal ones the first. */
function latest(days: readonly Day[]): Day {
  return days.reduce((last, day) => (day.value > last.value ? day : last));
}
