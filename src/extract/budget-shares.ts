import type { Told } from "./budget-prose.ts";
import { findPercents } from "./figures/index.ts";

/** 甲3万元、乙4万元，分别占…%、…%: the shares of as many lines that stand right before them, one each. */
export function shareOut(text: string, told: readonly Told[]): void {
  const said = /(?:分别(?:所?占|为)|(?:占比|比例)(?:分别)?(?:为|是)?)[^，。；\d]{0,12}(?=\d)/.exec(text);
  if (!said) return;
  const stop = text.slice(said.index).search(/[。；;]/);
  const shares = findPercents(text.slice(said.index, stop < 0 ? text.length : said.index + stop));
  const lines = told
    .filter(({ role, sum }) => role === "line" && sum.end <= said.index)
    .slice(-shares.length);
  const isEach =
    shares.length > 1 && lines.length === shares.length && lines.slice(0, -1).every(({ share }) => !share);
  if (!isEach) return;
  for (const [at, { start, end }] of shares.entries())
    lines[at].share = { start: said.index + start, end: said.index + end };
}
