import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_SO_MUCH = {
  zh: "与所写增减百分比或数额不符，请核对原件",
  en: "doesn't differ by the share or the sum told; check the page",
};

/** 较上年|340,000元, between what is told now and what it was. */
const THAN = /(?:较|比)[^，。；\d多少高低增减]{0,12}$/;
/** 增长|6.5%: by how much, right behind what it was. */
const BY = /^[）)，,]?\s*(增长|增加|上涨|上升|提高|上调|下降|减少|降低|下调|下浮)(?:了|幅度为|约)?\s*$/;

/** Problems for a sum told as more or less by a share than another one beside it (360,000元，较上年340,000元增长6.5%) that it isn't. */
export function findMisgrown(flow: Flow, { problems }: Contents): Problem[] {
  const known = toldPlaces(problems);
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content } }) =>
      comparedIn(content.text)
        .filter((each) => !isSo(each) && !standsAt(content, known, each.now))
        .map(({ now, end }) => notUnderstood(content, { start: now.start, end }, NOT_SO_MUCH)),
    );
}

/** Two sums of which the one is told as more or less than the other, and by how much: in percent, or in fen. */
interface Compared {
  now: MoneySum;
  was: MoneySum;
  sign: number;
  percent: string | null;
  byFen: number | null;
  end: number;
}

function comparedIn(text: string): Compared[] {
  const sums = findSums(text);
  const shares = findPercents(text);
  return sums.slice(1).flatMap((was, at): Compared[] => {
    const now = sums[at];
    const between = text.slice(now.end, was.start);
    if (!THAN.test(between) || /[。；;]/.test(between)) return [];
    const [by, share] = [sums[at + 2], shares.find(({ start }) => start >= was.end)];
    const wayTo = (start: number): string | undefined =>
      BY.exec(text.slice(was.end, start).replace(/[¥￥\s]|人民币/g, ""))?.[1];
    const [toShare, toSum] = [share && wayTo(share.start), by && wayTo(by.start)];
    const way = toShare ?? toSum;
    if (!way) return [];
    const sign = /[降减下]/.test(way) ? -1 : 1;
    return toShare && share
      ? [{ now, was, sign, percent: share.percent, byFen: null, end: share.end }]
      : [{ now, was, sign, percent: null, byFen: by ? fenOf(by) : null, end: by?.end ?? was.end }];
  });
}

/** Whether the one is so much more, or less; in percent to the last digit told. */
function isSo({ now, was, sign, percent, byFen }: Compared): boolean {
  const [is, before] = [fenOf(now) ?? 0, fenOf(was) ?? 0];
  if (percent === null) return byFen === null || is - before === sign * byFen;
  const decimals = percent.split(".")[1]?.length ?? 0;
  return (
    before <= 0 ||
    Math.abs((sign * (is - before) * 100) / before - Number(percent)) <= ROUNDED / 10 ** decimals
  );
}

/** Half of the last digit, and a little. */
const ROUNDED = 0.51;
