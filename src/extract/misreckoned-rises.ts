import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { flawedPlaces } from "./told-places.ts";

const NOT_ITS_RISE = {
  zh: "与上一年的金额及所写递增比例不符，请核对原件",
  en: "isn't what the sum of the year before comes to by the rise told; check the page",
};

/** 每年递增5%, 租金逐年上浮3%, 在上年基础上递增5%: by how much each year's sum is more than that of the year before. */
const RISE =
  /(?:每一?年|逐年|上一?年[^，。；\d]{0,8}基础上?)[^，。；\d]{0,12}(?:递增|增长|上浮|上涨|上调|提高|增加)[^，。；\d]{0,4}(\d+(?:\.\d+)?)\s*[%％]/;
/** 第一年租金, 首年, 2024.7.1—2025.6.30, 2025年度. */
const OF_YEAR = /第[一二三四五六七八九十\d]{1,2}个?年|首年|次年|20\d{2}/;
const FEWEST = 2;
/** A month's rent is rounded to the yuan, and paid twelve times. */
const ROUNDED_FEN = 1200;

/**
 * Problems for the sums of years that rise by one rate, told once, and that the year before doesn't come to by it: of the year before, of the
 * first, or not risen yet.
 */
export function findMisrisen(flow: Flow, contents: Contents): Problem[] {
  const rates = new Set(
    findClauses(flow)
      .filter(isProse)
      .filter(({ isOther }) => !isOther)
      .flatMap(({ part }) => RISE.exec(part.content.text)?.[1] ?? []),
  );
  const [rate] = rates;
  if (rates.size !== 1) return [];
  const known = new Set(flawedPlaces(contents).map((place) => JSON.stringify(place)));
  const isKnown = ({ evidence }: Money): boolean =>
    evidence.some((place) => known.has(JSON.stringify(place)));
  return contents.budgets
    .flatMap((budget) => oddYears(budget, Number(rate) / PERCENT))
    .filter((amount) => !isKnown(amount))
    .map((amount) => valueWithoutPlace(amount.raw, amount, NOT_ITS_RISE));
}

const PERCENT = 100;

function oddYears(budget: Budget, rate: number): Money[] {
  const lines = topLines(budget);
  if (lines.length < FEWEST || !lines.every(({ label }) => OF_YEAR.test(label.value))) return [];
  const [first] = lines;
  return lines.slice(1).flatMap(({ amount }, at) => {
    const before = lines[at].amount;
    const room = Math.max(ROUNDED_FEN, amount.precisionFen / 2);
    const ways = [before.fen, before.fen * (1 + rate), before.fen + first.amount.fen * rate];
    return ways.some((fen) => Math.abs(fen - amount.fen) <= room) ? [] : [amount];
  });
}
