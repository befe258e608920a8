import type { Flow, FlowParagraph } from "../model/flow.ts";
import type { Glyph, NormalText } from "../model/normal-text.ts";
import { boxHeight, unionOfBoxes } from "../model/place.ts";
import type { Text } from "../model/value.ts";
import { concatTexts, sliceText, textValue } from "./evidence.ts";

/** How far down a title may stand, in paragraphs. */
const SEARCHED = 12;
const LONGEST_TITLE = 80;
const KIND =
  /(?:合同|协议|契约|意向书|备忘录|确认书|委托书|约定书|补充约定|任务书|责任书|承诺书|订单)(?:书)?(?:正本|副本|文本)?(?:[（(][^（）()]{1,16}[）)]|[一二三四五六七八九十]|之[一二三四五六七八九十])?$/;
const LABEL = /^.{1,14}[：:]/;
/** 采购编号 LJDA-2025-CS-03: no line of a title, though no colon stands in it. */
const CODE =
  /^\s*[（(]?(?:合同|协议|采购|项目|招标|备案|登记|补充协议)?(?:计划|项目|备案|登记|流水)?(?:编号|序号|号)\s*[：:]?\s*[A-Za-z\d〔[【（(]/;
const SENTENCE = /[。；，]/;

interface Candidate {
  paragraph: FlowParagraph;
  sizePx: number;
  centrePx: number;
  isCentred: boolean;
}

/**
 * The agreement's title: the first line, or lines of one size, that names a kind of agreement and is no sentence;
 * large and centred ones come first. Null when no line does.
 */
export function findTitle(flow: Flow): Text | null {
  const candidates = headOf(flow);
  const named = candidates.filter(({ paragraph }) => KIND.test(paragraph.content.text.trim()));
  const best = named.reduce<Candidate | null>((so, each) => (so && rank(so) >= rank(each) ? so : each), null);
  return (
    best &&
    textValue(
      withoutOrnament(concatTexts(linesAround(candidates, best).map(({ paragraph }) => paragraph.content))),
    )
  );
}

/** ■写字楼物业服务合同, |造价咨询合同: what a bar or a square beside a title was read as. */
function withoutOrnament(title: NormalText): NormalText {
  const ornament = /^[\s|■□●◆▌▍丨_.·•-]+(?=[\p{Script=Han}《“"（(【\d])/u.exec(title.text)?.[0].length ?? 0;
  return sliceText(title, ornament, title.text.length);
}

/** The short lines of the first page, before its first sentence. */
function headOf(flow: Flow): Candidate[] {
  const paragraphs = flow.slice(0, SEARCHED).filter((part) => part.kind === "paragraph");
  const filled = paragraphs.filter(({ content }) => content.text.trim() !== "");
  const firstPage = filled[0]?.content.glyphs[0]?.pageNumber;
  const onPage = filled.filter(({ content }) => content.glyphs[0].pageNumber === firstPage);
  if (onPage.length === 0) return [];
  const room = unionOfBoxes(onPage.flatMap(({ content }) => boxesOf(content.glyphs)));
  const head: Candidate[] = [];
  for (const paragraph of onPage) {
    const { text, glyphs } = paragraph.content;
    if (text.length > LONGEST_TITLE || SENTENCE.test(text)) break;
    if (LABEL.test(text)) continue;
    const box = unionOfBoxes(boxesOf(glyphs));
    const centrePx = (box[0] + box[2]) / 2;
    const sizePx = medianHeight(glyphs);
    const isCentred =
      Math.abs(centrePx - (room[0] + room[2]) / 2) < 1.5 * sizePx && box[0] - room[0] > sizePx;
    head.push({ paragraph, sizePx, centrePx, isCentred });
  }
  return head;
}

const rank = ({ sizePx, isCentred }: Candidate): number => sizePx + (isCentred ? 0.5 * sizePx : 0);

/** The lines of one size about one axis right above and below, of a title printed on several. */
function linesAround(candidates: readonly Candidate[], best: Candidate): Candidate[] {
  const at = candidates.indexOf(best);
  const belongs = (other: Candidate, neighbour: Candidate): boolean =>
    !CODE.test(other.paragraph.content.text) &&
    (isOneAxis(other, best) || (other.isCentred && best.isCentred)) &&
    Math.abs(other.sizePx - best.sizePx) < 0.15 * best.sizePx &&
    Math.abs(other.centrePx - best.centrePx) < 1.5 * best.sizePx &&
    lineGap(other, neighbour) < 2.2 * best.sizePx;
  let [from, to] = [at, at];
  while (from > 0 && belongs(candidates[from - 1], candidates[from])) from -= 1;
  while (to + 1 < candidates.length && belongs(candidates[to + 1], candidates[to])) to += 1;
  if (isSort(candidates[to + 1], candidates[to])) to += 1;
  return candidates.slice(from, to + 1);
}

/** Lines of unlike length about one axis: the longest of a title may reach over the whole page. */
function isOneAxis(a: Candidate, b: Candidate): boolean {
  const [left, other] = [a, b].map(({ paragraph }) => paragraph.content.glyphs[0].box[0]);
  const isAbout = Math.abs(a.centrePx - b.centrePx) < 0.3 * b.sizePx;
  return isAbout && Math.abs(left - other) > b.sizePx;
}

/** （货物类） on a smaller line right below: which sort of the agreement named above it is. */
function isSort(candidate: Candidate | undefined, above: Candidate): boolean {
  if (!candidate || /[）)]$/.test(above.paragraph.content.text.trim())) return false;
  const isNear = lineGap(candidate, above) < 1.5 * above.sizePx;
  const isAbout = Math.abs(candidate.centrePx - above.centrePx) < above.sizePx;
  return isNear && isAbout && SORT.test(candidate.paragraph.content.text.trim());
}

const SORT = /^[（(](?![^（）()]*(?:[正副文样版本格式草案稿]|编号|第.+号)[）)])\p{Script=Han}{2,10}[）)]$/u;

function lineGap(a: Candidate, b: Candidate): number {
  const [upper, lower] = [a, b].map(({ paragraph }) => unionOfBoxes(boxesOf(paragraph.content.glyphs)));
  return Math.max(lower[1] - upper[3], upper[1] - lower[3]);
}

const boxesOf = (glyphs: readonly Glyph[]): Glyph["box"][] => glyphs.map(({ box }) => box);

function medianHeight(glyphs: readonly Glyph[]): number {
  return glyphs.map(({ box }) => boxHeight(box)).sort((a, b) => a - b)[Math.floor(glyphs.length / 2)] ?? 0;
}
