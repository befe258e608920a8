import type { Told } from "./budget-prose.ts";
import { findPercents } from "./figures/index.ts";

/** What may stand between lines and their shares: nothing that the shares could be of instead (甲乙双方承担风险的比例). */
const OF_LINES =
  /^[^\p{Script=Han}]*(?:元整?)?[^\p{Script=Han}]*(?:其|各自?|两者|三者|[两二三四五]项|各项|上述|以上)?(?:费用|金额|款项|经费)?(?:[所各]?占[^，。；\d]{0,14})?的?$/u;

/** 甲3万元、乙4万元，分别占…%、…%: the shares of as many lines that stand right before them, one each. */
export function shareOut(text: string, told: readonly Told[]): void {
  const said = /(?:分别(?:所?占|为)|(?:占比|比例)(?:分别)?(?:为|是)?)[^，。；\d]{0,12}(?=\d)/.exec(text);
  if (!said) return;
  const stop = text.slice(said.index).search(/[。；;]/);
  const shares = findPercents(text.slice(said.index, stop < 0 ? text.length : said.index + stop));
  const lines = told
    .filter(({ role, sum }) => role === "line" && sum.end <= said.index)
    .slice(-shares.length);
  const last = lines.at(-1);
  const isOfThem = last !== undefined && OF_LINES.test(text.slice(last.sum.end, said.index));
  const isEach =
    isOfThem &&
    shares.length > 1 &&
    lines.length === shares.length &&
    lines.slice(0, -1).every(({ share }) => !share);
  if (!isEach) return;
  for (const [at, { start, end }] of shares.entries())
    lines[at].share = { start: said.index + start, end: said.index + end };
}
