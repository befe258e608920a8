import type { Party } from "../model/agreement.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { behindNumber } from "./clauses.ts";
import { textValue } from "./evidence.ts";
import { findSigners } from "./find-signers.ts";
import { afterWidestGap, emOf } from "./layout.ts";
import { endOfBracket, isLetter, LETTER, LETTERED, ORGANIZATION, SEAL, WORD } from "./party-words.ts";
import { gapAfter, NAME_LABEL, passagesOf, tidySlice } from "./passages.ts";

const ROLE = new RegExp(
  `(${LETTER}|${LETTERED}|${WORD})(?:[（(/]\\s*([^（）()：:]{1,14}?)\\s*[）)]?)?(?:单位)?(?:名称|全称)?\\s*(?:[（(]([^（）()：:]{1,10})[）)])?\\s*[：:]`,
  "gu",
);
const NEXT_LABEL = new RegExp(
  `(?:(?:通讯|联系|注册|办公|单位)?地址|住所(?:地)?|法定代表人|法人(?:代表)?|负责人|授权代表|(?:签约)?代表人?|经办人?|(?:委托|授权)?代理人|(?:统一)?社会信用代码|组织机构代码|联系人|联系(?:电话|方式)|电话|手机|传真|邮(?:政)?编(?:码)?|开户(?:行|银行|名)|(?:银行)?账号|税号|(?:签订|签署)(?:日期|时间|地点)|日期|(?:项目|合同|采购|招标|协议)(?:编号|名称)|(?:${LETTER}|${WORD}))(?:[（(][^（）()]{0,12}[）)])?\\s*[：:]`,
  "u",
);
/** A speck behind a name is no point of it. */
const NAME_END =
  /[，。；：;:]|(?<=[\u4e00-\u9fff])[.．](?![\u4e00-\u9fffA-Za-z\d])|[（(](?:[^（）()]{0,6}资质|[^（）()]{0,6}(?:牵头|成员|主办|协办)[方人单]|以下|下称|下简称|简称|[“"‘「]|盖|[^（）()]{0,4}章[）)]|签|[甲乙丙丁]方|单位|全称|注册资[本金]|统一社会|法定代表|住所|地址|合同专用章|[^（）()：:]{0,10}(?:许可证|登记号|身份证|证件|护照|信用代码|执业证)[^（）()：:]{0,4}(?:号码?)?[：:\s\dA-Za-z]|[^（）()：:]{1,14}[：:])/;
const CALLED = new RegExp(
  `[（(](?:以下|下)?(?:统|合)?(?:简)?称(?:为|作)?\\s*[“"‘]?(${LETTER}|${WORD})[”"’]?[^（）()]{0,6}[）)]`,
  "gu",
);
/** （“甲方”） right behind an organization, without 以下简称. */
const QUOTED = new RegExp(`[（(]\\s*[“"‘「]\\s*(${LETTER}|${WORD})\\s*[”"’」]\\s*[）)]`, "gu");
/** 某某县教育局（甲方）, 某某公司（乙方，…）: a letter in brackets right behind an organization. */
const LETTER_BEHIND = new RegExp(`[（(]\\s*(${LETTER})\\s*(?:[，,；;][^（）()]{0,40})?[）)]`, "gu");

interface Named {
  role: string;
  name: NormalText;
  isSealed: boolean;
}

/** The parties, one a role, in the order they are named; a signature block's name counts only where no other is. */
export function findParties(flow: Flow): Party[] {
  const passages = passagesOf(flow);
  const signers = findSigners(passages);
  const named = passages.flatMap((passage, index) => [
    ...labelledNames(passage, passages[index + 1] ?? null),
    ...calledNames(passage),
    ...(index < FIRST_OF_FORM ? sideNames(passage, (role) => signers.has(role)) : []),
  ]);
  if (named.length === 0) named.push(...barePair(passages.slice(0, FIRST_PASSAGES)));
  const first = firstNames(passages);
  const known = new Set(named.map(({ role }) => role));
  if (known.size < 2 || first.some(({ role }) => isLetter(role) && !known.has(role))) named.unshift(...first);
  const parties: Party[] = [];
  for (const { role, name } of [
    ...named.filter(({ isSealed }) => !isSealed),
    ...named.filter(({ isSealed }) => isSealed),
  ]) {
    const value = textValue(name);
    const same = parties.findIndex((party) => party.role === role);
    // …有限 | 公司 over two lines: a name that goes on elsewhere was cut.
    const isCut = same >= 0 && isLonger(value.value, parties[same].name.value);
    if (isCut) parties[same] = { role, name: value };
    if (same >= 0) continue;
    const known = parties.findIndex((party) => party.name.value === value.value);
    if (known < 0) parties.push({ role, name: value });
    else if (isLetter(role) && !isLetter(parties[known].role)) parties[known] = { ...parties[known], role };
  }
  return withoutDoubles(parties);
}

const isLonger = (name: string, cut: string): boolean =>
  !ORGANIZATION.test(cut) && name.length > cut.length && name.startsWith(cut) && ORGANIZATION.test(name);

/** Where hardly a party has a label that is known: whatever sides stand at the beginning, each with an organization. */
function firstNames(passages: readonly NormalText[]): Named[] {
  return passages
    .slice(0, FIRST_PASSAGES)
    .flatMap((passage) => sideNames(passage, (role) => !NO_SIDE.test(role)))
    .filter(({ name }) => ORGANIZATION.test(name.text));
}

/** A line of a side and its name. */
function sideNames(passage: NormalText, isSide: (role: string) => boolean): Named[] {
  const label = SIDE.exec(passage.text);
  if (label?.[1] && isSide(label[1])) {
    const name = nameFrom(passage, label[0].length);
    return name ? [{ role: label[1], name, isSealed: false }] : [];
  }
  const spaced = label ? null : spacedSide(passage, isSide);
  const name = spaced && nameFrom(passage, spaced.length);
  return spaced && name && ORGANIZATION.test(name.text) ? [{ role: spaced.role, name, isSealed: false }] : [];
}

/** 委托方   某某学院: who stands before a gap, which many have in place of a colon, and where that ends. */
function spacedSide(
  passage: NormalText,
  isSide: (role: string) => boolean,
): { role: string; length: number } | null {
  const known = SPACED.exec(passage.text);
  const at = afterWidestGap(passage, LONGEST_SIDE);
  if (known && (/[）)]\s*$/.test(known[0]) || at === known[0].length))
    return { role: roleOf(known[1] ?? known[2], known[0]), length: known[0].length };
  const role = passage.text.slice(0, at).replace(/\s/g, "");
  return UNKNOWN_SIDE.test(role) && isSide(role) ? { role, length: at } : null;
}

const LONGEST_SIDE = 12;
const UNKNOWN_SIDE = /^\p{Script=Han}{2,6}$/u;

const FIRST_PASSAGES = 12;
/** 甲方 禹州区文化馆, whose gap was not made out: a known side and an organization, and nothing else. */
const BARE = new RegExp(`^\\s*(${LETTER}|${WORD})\\s*(?=[\\p{Script=Han}A-Za-z（）()·]{4,40}$)`, "u");

/** 设立项目协调处: what a side does. */
const DOES =
  /^(?:设立|组建|成立|负责|提供|应|须|有权|承担|按|向|支付|委托|根据|保证|同意|指定|选派|派|配备|配合|协调|接受|使用|管理|自|在|对|与)/;

/** Two such lines, one right below the other; in any other place the words may be a sentence. */
function barePair(passages: readonly NormalText[]): Named[] {
  const sides = passages.map((passage): Named | null => {
    const label = BARE.exec(passage.text);
    const name = label && nameFrom(passage, label[0].length);
    return label && name && ORGANIZATION.test(name.text) && !DOES.test(name.text)
      ? { role: label[1], name, isSealed: false }
      : null;
  });
  const at = sides.findIndex((side, index) => {
    const next = sides[index + 1];
    return side !== null && next != null && next.role !== side.role;
  });
  return at < 0 ? [] : sides.slice(at, at + 2).flatMap((side) => side ?? []);
}

/** Who seals an agreement may be named farther down in a form, where each cell is a passage and each pair one more. */
const FIRST_OF_FORM = 40;
const SIDE = /^\s*(?:[（(]?[一二三四1-4][）)、.．]\s*)?(\p{Script=Han}{2,9})\s*[：:]\s*/u;
/** 委托方 某某学院: a gap in place of the colon, where a known word stands before an organization. */
const SPACED = new RegExp(
  `^\\s*(?:(${LETTER}|${WORD})(?:[（(][^（）()：:]{1,10}[）)])?|\\p{Script=Han}{2,6}[（(](${LETTER})[）)])\\s*(?=\\S{4})`,
  "u",
);
const NO_SIDE =
  /名称|项目|工程|课题|地[址点]|住所|银行|账[号户]|公司|日期|时间|编号|内容|抄送|主管|监督|依据|批准|鉴于|联系|负责|代理|代表|法定|经办|开户|签字|授权|主管|审核|编制|见证|鉴证|招标/;

/** 甲方：…, 采购人（甲方）：…, 乙方（盖章）：… */
function labelledNames(passage: NormalText, next: NormalText | null): Named[] {
  return [...passage.text.matchAll(ROLE)].flatMap((match) => {
    const [label, word, inside = "", behind = ""] = match;
    if (!beginsSomething(passage, match.index)) return [];
    const from = match.index + label.length;
    const name =
      nameFrom(passage, from) ?? (from === passage.text.length && next ? nameAlone(next, passage) : null);
    if (!name) return [];
    return [
      { role: roleOf(word, `${inside}${behind}`), name, isSealed: SEAL.test(inside) || SEAL.test(behind) },
    ];
  });
}

/** Whether a label stands at the start of a line, behind a mark or a wide gap, or right behind another's name. */
function beginsSomething({ text, glyphs }: NormalText, at: number): boolean {
  if (at === 0 || !/\p{Script=Han}/u.test(text[at - 1])) return true;
  const [before, glyph] = [glyphs[at - 1], glyphs[at]];
  const gap = glyph.box[0] - before.box[2];
  if (before.lineNumber !== glyph.lineNumber || gap > 1.5 * emOf(glyphs.slice(at, at + 4))) return true;
  return ORGANIZATION.test(text.slice(Math.max(0, at - 8), at));
}

function roleOf(word: string, inside: string): string {
  const letter = new RegExp(LETTER).exec(`${word}${inside}`)?.[0];
  return letter ?? word;
}

/** 乙方：（项目负责人）陆怀谷: what someone is, before the name. */
const WHO_IT_IS = /^\s*[（(][^（）()]{0,10}(?:人|代表|牵头|成员|单位|[公盖签]章|签[字名])[^（）()]{0,2}[）)]/;

function nameFrom(passage: NormalText, begin: number): NormalText | null {
  const from = begin + (WHO_IT_IS.exec(passage.text.slice(begin))?.[0].length ?? 0);
  const rest = passage.text.slice(from, gapAfter(passage, from));
  const leading = rest.length - rest.trimStart().length;
  const ends = [NAME_END, NEXT_LABEL].map((end) => end.exec(rest.slice(leading))?.index ?? rest.length);
  ends.push(endOfBracket(rest.slice(leading)));
  const name = tidySlice(passage, from, from + Math.min(rest.length, leading + Math.min(...ends)));
  return isName(name.text) ? name : null;
}

/** （下称公司） behind a name, or nothing. */
const CALLED_SO = /^\s*(?:[（(](?:以下|下)?(?:统|合)?(?:简)?称[^（）()]{1,12}[）)])?\s*[，,。；;]?\s*$/;

/** A name on a line of its own, below its label, with what it is called for short. */
function nameAlone(passage: NormalText, label: NormalText): NormalText | null {
  if (/[：:]/.test(passage.text) || !isBelow(passage, label)) return null;
  const name = nameFrom(passage, 0);
  const rest = name ? passage.text.slice(passage.text.indexOf(name.text) + name.text.length) : "";
  return name && ORGANIZATION.test(name.text) && CALLED_SO.test(rest) ? name : null;
}

/** What begins far left of a label stands below another one. */
function isBelow({ glyphs: [first] }: NormalText, { glyphs }: NormalText): boolean {
  const isOnPage = first?.pageNumber === glyphs[0].pageNumber;
  return !isOnPage || first.box[0] > glyphs[0].box[0] - 3 * emOf(glyphs);
}

const ROLE_ALONE = new RegExp(`^(?:${LETTER}|${WORD})$`);

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || NAME_LABEL.test(text)) return false;
  // 租用单位 | 满意率不低于92%: what someone is held to.
  if (/[%％≥≤]|不(?:低于|少于|高于|超过)/.test(text)) return false;
  if (!/\p{Script=Han}{2}|[A-Za-z]{2}/u.test(text) || ROLE_ALONE.test(text)) return false;
  return !/^(?:盖章|签字|公章|签章|年月日|法定代表人|授权代表|(?:委托|授权)?代理人|地址)/.test(text);
}

const AFTER_ANOTHER = /^(?:与|和|及|同|由|兹|现|委托|授权|经)/;
/** 本协议由…, 兹由…: the sentence about the parties, before the first of them. */
const SENTENCE_LEAD =
  /^(?:(?:由|兹|现|经)|(?:兹|现)?(?:本|此|该)(?:补充)?(?:合同|协议|约定书|备忘录)书?(?:系|是|兹|现)?由|(?:(?:本|此)(?:补充)?(?:合同|协议)书?)?(?:的)?(?:签约|签订|签署|当事)?(?:各|双|三)方(?:当事人)?(?:为|是|分别为|系))/;

/** …局（以下简称甲方）与…中心（以下简称“乙方”） */
function calledNames(passage: NormalText): Named[] {
  const called = [CALLED, QUOTED, LETTER_BEHIND].flatMap((pattern) =>
    [...passage.text.matchAll(pattern)].map((match) => ({ match, isBare: pattern === LETTER_BEHIND })),
  );
  return called.flatMap(({ match, isBare }) => {
    const before = passage.text.slice(0, match.index);
    const opens = Math.max(
      ...["，", "。", "；", "：", "、", "”"].map((mark) => before.lastIndexOf(mark)),
      lastBracket(before),
    );
    const begin = opens < 0 ? behindNumber(before) : opens + 1;
    const isAfterBracket = opens >= 0 && /[）)]/.test(before[opens]);
    const lead = (isAfterBracket ? AFTER_ANOTHER : SENTENCE_LEAD).exec(before.slice(begin))?.[0].length ?? 0;
    const name = tidySlice(passage, begin + lead, match.index);
    const isOwn = isName(name.text) && (!isBare || (begin === 0 && ORGANIZATION.test(name.text)));
    return isOwn ? [{ role: match[1], name, isSealed: false }] : [];
  });
}

/** The end of another 以下简称 before: names themselves may hold brackets. */
function lastBracket(before: string): number {
  const match = [...before.matchAll(/(?:称[^（）()]{0,12}|[”"])[）)]/g)].at(-1);
  return match ? match.index + match[0].length - 1 : -1;
}

/** Who is called 采购人 in one place and 甲方 in another stands once, under the letter. */
function withoutDoubles(parties: readonly Party[]): Party[] {
  return parties.filter(
    (party) =>
      isLetter(party.role) ||
      !parties.some((other) => isLetter(other.role) && other.name.value === party.name.value),
  );
}
