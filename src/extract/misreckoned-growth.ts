import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findPercents } from "./figures/index.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const NOT_SO_MUCH = {
  zh: "与所写增减百分比不符，请核对原件",
  en: "doesn't differ by the percentage told; check the page",
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
    .flatMap(({ part: { content } }) => {
      const { text } = content;
      const sums = findSums(text);
      return findPercents(text).flatMap((share): Problem[] => {
        const at = sums.findLastIndex(({ end }) => end <= share.start);
        const [now, was] = [sums[at - 1], sums[at]];
        if (!now || !was || standsAt(content, known, now)) return [];
        const way = BY.exec(text.slice(was.end, share.start))?.[1];
        const isBeside =
          THAN.test(text.slice(now.end, was.start)) && !/[。；;]/.test(text.slice(now.end, was.start));
        const [is, before] = [fenOf(now) ?? 0, fenOf(was) ?? 0];
        if (!way || !isBeside || before <= 0) return [];
        const sign = /[降减下]/.test(way) ? -1 : 1;
        const grown = (sign * (is - before) * 100) / before;
        const decimals = share.percent.split(".")[1]?.length ?? 0;
        return Math.abs(grown - Number(share.percent)) <= 0.51 * 10 ** -decimals
          ? []
          : [notUnderstood(content, { start: now.start, end: share.end }, NOT_SO_MUCH)];
      });
    });
}
