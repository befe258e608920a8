import type { Problem } from "../model/finding.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { changedGlyph, type Glyph, type NormalText } from "../model/normal-text.ts";
import { type Box, boxHeight, boxWidth, unionOfBoxes } from "../model/place.ts";
import { BEGINS_WITH_SIGN } from "./item-number.ts";
import { paragraphGoesOn } from "./join-paragraphs.ts";
import { beginsNumbered, emOf, endsFull, endsSentence, linesOf } from "./layout.ts";

/** A paragraph and the room its text could fill; null for anything else that stands between paragraphs. */
export type Passage = { paragraph: FlowParagraph; room: Box; pageNumber: number } | null;

/** The paragraphs with the figures at every tear marked as disturbed, and each tear as a problem. */
export interface Torn {
  paragraphs: (FlowParagraph | null)[];
  problems: Problem[];
}

/**
 * Where a sentence breaks off within a page, a line may not have been read, or lines be in the wrong order:
 * a full line ends no sentence and what follows was set apart from it, or a paragraph begins at the margin,
 * below a gap, where all others are indented. What of a figure stands at such an edge may be half of it.
 */
export function findTears(passages: readonly Passage[]): Torn {
  const paragraphs = passages.map((passage) => passage?.paragraph ?? null);
  const problems: Problem[] = [];
  const pitchPx = pitchOf(passages);
  const isOdd = besideRule(passages);
  passages.forEach((upper, at) => {
    if (upper) {
      const parted = partLines(upper, pitchPx);
      paragraphs[at] = parted.paragraph;
      problems.push(...parted.problems);
    }
  });
  passages.forEach((upper, at) => {
    const lower = passages[at + 1] ?? null;
    if (!upper) return;
    const isSamePage = lower !== null && firstPageOf(lower) === upper.pageNumber;
    const isItem = isSamePage && isItemAbove(upper, lower, pitchPx);
    const isOpen =
      (breaksOff(upper) && !isItem) || (isSamePage && (goesOn(upper, lower) || standsAbove(upper, lower)));
    const isHeadless =
      isSamePage && isOdd(lower) && !standsBeside(lower, passages) && beginsAbruptly(upper, lower, pitchPx);
    if (!isOpen && !isHeadless) return;
    if (isOpen) paragraphs[at] = withDisturbed(paragraphs[at], LAST_FIGURE);
    if (isSamePage && (isHeadless || goesOn(upper, lower) || standsAbove(upper, lower)))
      paragraphs[at + 1] = withDisturbed(paragraphs[at + 1], FIRST_FIGURE);
    problems.push(tornAt(upper, isSamePage ? lower : null));
  });
  return { paragraphs, problems };
}

type Placed = NonNullable<Passage>;

/** Marks the figures at both edges of a gap between lines of one paragraph in which a line has room. */
function partLines(passage: Placed, pitchPx: number): { paragraph: FlowParagraph; problems: Problem[] } {
  const lines = linesOf(passage.paragraph.content);
  const steps = lines.slice(1).map((line, at) => stepOf(lines[at], line));
  const least = Math.min(...steps.filter((step) => step > 0));
  let { paragraph } = passage;
  const problems: Problem[] = [];
  steps.forEach((step, at) => {
    const isAlone = steps.length === 1;
    if (!hasRoom(lines[at], lines[at + 1])) return;
    if (step <= ROOM_FOR_A_LINE * pitchPx || (!isAlone && step <= ROOM_FOR_A_LINE * least)) return;
    const seam = paragraph.lineStarts[at + 1];
    const { text } = paragraph.content;
    const from = seam - (LAST_FIGURE.exec(text.slice(0, seam))?.[0].length ?? 0);
    const to = seam + (FIRST_FIGURE.exec(text.slice(seam))?.[0].length ?? 0);
    paragraph = { ...paragraph, content: disturb(paragraph.content, from, to) };
    problems.push(problemAt(lines[at], lines[at + 1]));
  });
  return { paragraph, problems };
}

/** Whether a line as high as either would fit between two: those of a title stand farther apart than the text's. */
function hasRoom(upper: readonly Glyph[], lower: readonly Glyph[]): boolean {
  const [above, below] = [boxOf(upper), boxOf(lower)];
  if (!above || !below || upper[0].pageNumber !== lower[0].pageNumber) return true;
  return below[1] - above[3] > Math.min(boxHeight(above), boxHeight(below));
}

/** How far below a line the next one of its page stands; 0 over a page break. */
function stepOf([above]: readonly Glyph[], [below]: readonly Glyph[]): number {
  return above.pageNumber === below.pageNumber ? below.box[1] - above.box[1] : 0;
}

const FIGURE = "[\\d.,，%％¥￥元万亿角分整正零壹贰叁肆伍陆柒捌玖拾佰仟\\s]";
const LAST_FIGURE = new RegExp(`${FIGURE}+$`);
const FIRST_FIGURE = new RegExp(`^${FIGURE}+`);
/** What tells prose from headings and forms. */
const PROSE = /[，；。]/;
/** Lines this much farther apart than usual have room for one between them. */
const ROOM_FOR_A_LINE = 1.8;
const MOSTLY = 0.7;

const goesOn = (upper: Placed, lower: Placed): boolean =>
  spans(upper) && paragraphGoesOn(upper.paragraph, lower.paragraph, upper.room, lower.room);

/** Whether a paragraph stands in the page's one column, not beside another as signatures do. */
function spans({ paragraph: { content }, room }: Placed): boolean {
  const box = boxOf(content.glyphs);
  return box !== null && boxWidth(box) > MOSTLY * boxWidth(room);
}

/** A full line of prose with nothing behind it that ends a sentence. */
function breaksOff(passage: Placed): boolean {
  const { paragraph, room } = passage;
  const { content } = paragraph;
  return (
    spans(passage) &&
    (isProse(passage) || /[\d.]$/.test(content.text)) &&
    !CONTACT.test(content.text) &&
    !endsSentence(content.text) &&
    endsFull(content, room)
  );
}

/** 乙方(章)： 授权代表：… 电话：139…, 户名…账号：…: a form's line that ends in the number of a telephone or an account. */
const CONTACT =
  /(?:电话|手机|传真|联系方式|联系(?=[：:])|邮编|身份证(?:号码?)?|账号|帐号|账户(?:信息)?(?=[：:])|卡号)(?:[（(][^（）()]{1,8}[）)])?[：:\s](?:[^：:，。；\d元]{0,16}\d[\dX×*＊\s—–-]{6,}[；;，,、]?){1,3}$|(?:[银支分农工建中商]行|信用社|分理处|营业[部厅室])[^，。；\d元]{0,12}\d[\d\s—–-]{8,}$|(?:编号|流水号|登记号|备案号)[：:\s]*[A-Za-z\d〔〕（）()—–/.-]+$|^(?=.*\d{7})[\dX\s—–()（）-]{7,}$/u;

/** 大戏演出费，18场，117,000元 over the next item, with no room for a line between: items that bear no mark at their ends. */
function isItemAbove(upper: Placed, lower: Placed, pitchPx: number): boolean {
  const [last, first] = [linesOf(upper.paragraph.content).at(-1), linesOf(lower.paragraph.content)[0]];
  const isSigned = [BEGINS_WITH_SIGN, BEGINS_WITH_LABEL].some((begins) =>
    [upper, lower].every(({ paragraph }) => begins.test(paragraph.content.text)),
  );
  if (!last || !first || !(isSigned || ENDS_IN_SUM.test(upper.paragraph.content.text))) return false;
  const isNext =
    isSigned ||
    isNumbered(lower) ||
    [ENDS_IN_SUM, BEGINS_WITH_ITEM].some((words) => words.test(lower.paragraph.content.text));
  const step = stepOf(last, first);
  return isNext && step > 0 && step <= ROOM_FOR_A_LINE * pitchPx;
}

/** 支付：按月等额支付，…付完即结清全部租金, over 押金：5,000元: a line of a form, which needs no mark at its end. */
const BEGINS_WITH_LABEL = /^\s*(?:[（(]?\d{1,2}[）)、.．]\s*)?\p{Script=Han}{2,8}\s*[：:]\s*\S/u;
/** 备用金，7,400元（…）. */
const BEGINS_WITH_ITEM = /^\s*[^，。；：\d]{2,14}[，：:][^。；]*\d\s*[万亿]?元/;
const ENDS_IN_SUM = /\d\s*[万亿]?元(?:整)?[）)]?\s*$/;

/** Below a gap, at the margin: where paragraphs are indented, the rest of one. */
function beginsAbruptly(upper: Placed, lower: Placed, pitchPx: number): boolean {
  const [first] = linesOf(lower.paragraph.content);
  const last = linesOf(upper.paragraph.content).at(-1);
  if (!first || !last || !isProse(lower) || NOTE.test(lower.paragraph.content.text)) return false;
  return isAtMargin(lower) && stepOf(last, first) > ROOM_FOR_A_LINE * pitchPx;
}

/** ③ 可用率＝…, 注：…: a note at a page's foot stands apart from what is above it. */
const NOTE = /^\s*(?:[①-⑳＊*※]|注\s*\d{0,2}\s*[：:])/;

/** A paragraph above the line before it: the order is not that of the page. */
function standsAbove(upper: Placed, lower: Placed): boolean {
  const [first] = linesOf(lower.paragraph.content);
  const last = linesOf(upper.paragraph.content).at(-1);
  return first !== undefined && last !== undefined && spans(upper) && spans(lower) && stepOf(last, first) < 0;
}

/** Whether another paragraph stands at the same height, as signatures do. */
function standsBeside(own: Placed, passages: readonly Passage[]): boolean {
  const box = boxOf(own.paragraph.content.glyphs);
  return passages.some((passage) => {
    if (!passage || passage === own || passage.pageNumber !== own.pageNumber) return false;
    const other = boxOf(passage.paragraph.content.glyphs);
    return box !== null && other !== null && other[1] < box[3] && other[3] > box[1];
  });
}

const isAtMargin = ({ paragraph: { content }, room }: Placed): boolean => {
  const [first] = linesOf(content);
  return first[0].box[0] - room[0] < 0.6 * emOf(first);
};

/** Whether paragraphs are indented as a rule, the numbered among themselves, so that one at the margin is odd. */
function besideRule(passages: readonly Passage[]): (passage: Placed) => boolean {
  const prose = passages.filter((passage) => passage !== null).filter(isProse);
  const [numbered, plain] = [true, false].map((wanted) =>
    prose.filter((passage) => isNumbered(passage) === wanted),
  );
  const [ruleOfNumbered, ruleOfPlain] = [numbered, plain].map(
    (some) => some.filter(isAtMargin).length < some.length / 2,
  );
  return (passage) =>
    isNumbered(passage) ? (numbered.length > 1 ? ruleOfNumbered : ruleOfPlain) : ruleOfPlain;
}

const isProse = ({ paragraph: { content } }: Placed): boolean => PROSE.test(content.text);
const isNumbered = ({ paragraph: { content } }: Placed): boolean => beginsNumbered(content.text);

/** The usual step from line to line within paragraphs; the narrower ones tell, for gaps only widen it. */
function pitchOf(passages: readonly Passage[]): number {
  const steps = passages.flatMap((passage) => {
    const lines = passage ? linesOf(passage.paragraph.content) : [];
    return lines.slice(1).map((line, at) => stepOf(lines[at], line));
  });
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b);
  return down[Math.floor(down.length / 4)] ?? Number.POSITIVE_INFINITY;
}

const firstPageOf = ({ paragraph, pageNumber }: Placed): number =>
  paragraph.content.glyphs[0]?.pageNumber ?? pageNumber;

/** The paragraph with the glyphs under a match disturbed, so that no figure there is believed unproven. */
function withDisturbed(paragraph: FlowParagraph | null, figure: RegExp): FlowParagraph | null {
  const match = paragraph && figure.exec(paragraph.content.text);
  if (!paragraph || !match) return paragraph;
  const [from, to] = [match.index, match.index + match[0].length];
  return { ...paragraph, content: disturb(paragraph.content, from, to) };
}

function disturb(content: NormalText, from: number, to: number): NormalText {
  const marked = new Map(
    content.glyphs.slice(from, to).map((glyph) => [glyph, changedGlyph(glyph, { disturbed: true })]),
  );
  return { ...content, glyphs: content.glyphs.map((glyph) => marked.get(glyph) ?? glyph) };
}

function tornAt(upper: Placed, lower: Placed | null): Problem {
  const last = linesOf(upper.paragraph.content).at(-1) ?? [];
  return problemAt(last, lower && linesOf(lower.paragraph.content)[0]);
}

/** The gap between two lines, or both where there is none, or the one that nothing follows. */
function problemAt(upper: readonly Glyph[], lower: readonly Glyph[] | null): Problem {
  const last = boxOf(upper);
  const next = lower && boxOf(lower);
  const message = {
    zh: "语句在此处中断，其间可能有文字未读出或次序有误，请核对原件",
    en: "the sentence breaks off here: a line may not have been read, or stand in the wrong order; check the page",
  };
  const isBelow = last && next && next[1] - last[3] > boxHeight(last) / 2;
  const box: Box | null = isBelow
    ? [Math.min(last[0], next[0]), last[3], Math.max(last[2], next[2]), next[1]]
    : last && next
      ? unionOfBoxes([last, next])
      : last;
  return { code: "torn-text", pageNumber: upper[0]?.pageNumber ?? 1, box, message };
}

const boxOf = (line: readonly Glyph[]): Box | null =>
  line.length > 0 ? unionOfBoxes(line.map(({ box }) => box)) : null;
