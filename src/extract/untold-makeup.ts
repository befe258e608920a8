import type { FlowParagraph } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import type { Clause } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

/** A sum of a section with the words before it that no sum before it has. */
interface Told {
  paragraph: FlowParagraph;
  start: number;
  fen: number;
  said: string;
}

const COUNT =
  /(\d{1,4}|[一二两三四五六七八九十]{1,3})\s*个?(?:年|月|季度?|周|天|日|期|次|批|人|名|位|台|辆|套|项|间|户|份|件)/g;
const TIMES = /(\d{1,3}|[一二两三四五六七八九十]{1,3})\s*个?(?:月|季度?|年)(?![度\d])/g;
const NUMERALS = "〇一二三四五六七八九十";
const MONTHS_OF_YEAR = 12;
const LONGEST_RUN = 15;

/**
 * 月人工费57,100元 of 7,200, 16,800 and 33,100元, with 管理费3,426元 60,526元 a month, ten months 605,260元: tells which sums of a section
 * are what a price by the month is made up of. Such a sum leads to a figure of the record by steps that are borne out to the fen:
 * told by the month or the year, so many times it, as the section says, is a sum of the record; or with those beside it it comes to
 * a unit price, to a payment that comes again, to the price of one of the `months` it runs, or to a sum so found. Parts of a whole
 * price are none: they belong into the record.
 */
export function madeUpIn(
  clauses: readonly Clause<FlowParagraph>[],
  { budgets, schedules }: Contents,
  months: number,
): (paragraph: FlowParagraph, sum: MoneySum) => boolean {
  const told = clauses.flatMap(({ part }) => toldIn(part));
  const section = clauses.map(({ part }) => part.content.text).join("。");
  const counts = timesOf(section, months);
  const rates = [
    ...budgets.flatMap(({ lines }) => lines.map(({ unitPrice }) => unitPrice)),
    ...schedules.flatMap(({ instalments }) =>
      instalments.filter(({ occurrences }) => occurrences !== 1).map(({ amount }) => amount),
    ),
  ];
  const wholes = budgets.flatMap(({ total, totalInCapitals, lines }) => [
    total ?? totalInCapitals,
    ...lines.map(({ amount }) => amount),
  ]);
  const fensOf = (figures: readonly ({ fen: number } | null | undefined)[]): number[] =>
    figures.flatMap((figure) => (figure ? [figure.fen] : [])).filter((fen) => fen > 0);
  const whole = new Set([...fensOf(wholes), ...fensOf(rates)]);
  const borne = new Set(fensOf(rates));
  const isTimesKnown = ({ fen }: Told): boolean => counts.some((count) => whole.has(fen * count));
  const isRate = ({ said }: Told): boolean => /[每月年季]/.test(/[^。；;]*$/.exec(said)?.[0] ?? "");
  for (const sum of told.filter((each) => isRate(each) && isTimesKnown(each) && !whole.has(each.fen)))
    borne.add(sum.fen);
  const parts = told.filter((sum, index) => !isFactor(sum, told[index + 1]));
  for (let size = -1; size < borne.size; ) {
    size = borne.size;
    for (const run of runsOf(parts)) {
      const fen = run.reduce((all, part) => all + part.fen, 0);
      if (borne.has(fen) || (months > 1 && whole.has(fen * months)))
        for (const part of run) borne.add(part.fen);
    }
  }
  const placed = told.filter(
    ({ fen }, index) => borne.has(fen) || isTimes(told[index - 1], told[index], whole),
  );
  return (paragraph, { start }) => placed.some((sum) => sum.paragraph === paragraph && sum.start === start);
}

function toldIn(paragraph: FlowParagraph): Told[] {
  const { text } = paragraph.content;
  const sums = findSums(text);
  return sums.flatMap((sum, index) => {
    const fen = fenOf(sum);
    const said = text.slice(sums[index - 1]?.end ?? 0, sum.start);
    return fen !== null && fen > 0 ? [{ paragraph, start: sum.start, fen, said }] : [];
  });
}

/** How many months, quarters or years a section tells, that a price by the month may be taken times. */
function timesOf(text: string, months: number): number[] {
  const said = [...text.matchAll(TIMES)].map(([, count]) => numberOf(count));
  const year = /年/.test(text) && /月/.test(text) ? [MONTHS_OF_YEAR] : [];
  return [...new Set([...said, ...year, months])].filter((count) => count > 1);
}

const countsOf = (text: string): number[] =>
  [...text.matchAll(COUNT)].map(([, count]) => numberOf(count)).filter((count) => count > 1);

function numberOf(count: string): number {
  if (/\d/.test(count)) return Number(count);
  const [tens, ones] = count.replace("两", "二").split("十");
  if (ones === undefined) return count.length === 1 ? NUMERALS.indexOf(count.replace("两", "二")) : 0;
  return (tens === "" ? 1 : NUMERALS.indexOf(tens)) * 10 + (ones === "" ? 0 : NUMERALS.indexOf(ones));
}

/** 厨师3人，每人5,600元，计16,800元: what is taken so often to make the next. */
function isFactor(sum: Told, next: Told | undefined): boolean {
  if (next === undefined || next.paragraph !== sum.paragraph) return false;
  return countsOf(sum.said + next.said).some((count) => count * sum.fen === next.fen);
}

/** 每月37,200元，六个月共223,200元: so many times what stands before it and is of the record. */
function isTimes(one: Told | undefined, all: Told, known: ReadonlySet<number>): boolean {
  if (one === undefined || one.paragraph !== all.paragraph || !known.has(one.fen)) return false;
  return countsOf(all.said).some((count) => count * one.fen === all.fen);
}

/** Runs of two sums or more that stand one behind the other. */
function runsOf(told: readonly Told[]): Told[][] {
  return told.flatMap((_, from) =>
    Array.from({ length: LONGEST_RUN - 1 }, (__, more) => told.slice(from, from + more + 2)).filter(
      (run, more) => run.length === more + 2,
    ),
  );
}
