import type { Schedule } from "../model/agreement.ts";
import { monthIndex } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { NormalText } from "../model/normal-text.ts";
import { CERTAIN } from "../model/stated.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { isReadWell } from "./evidence.ts";
import { findPeriods } from "./figures/index.ts";
import type { Running } from "./schedule-occasion.ts";

/** Words that say when an instalment is paid, and the schedule they belong to. */
export interface ToldWhen {
  schedule: Schedule;
  content: NormalText;
  span: Span;
}

const FEWEST_STEPS = 3;
const UNSURE = {
  zh: "付款的月份或次数读数不一致或不清晰，请核对原件",
  en: "when this is paid, or how often, was read unlike or poorly; check the page",
};

/**
 * A problem for every month or count of payments that readers saw unlike or poorly: months and counts carry no trust
 * of their own. None where a wrong month would break a schedule that covers the printed term, or goes in even steps.
 */
export function doubtPeriods(told: readonly ToldWhen[], running: Running): Problem[] {
  return told.flatMap(({ schedule, content, span }) =>
    isYearLost(content, span) ||
    ((isCutShort(content, span) || isDoubtful(content, span, running.year)) &&
      !isConfirmed(schedule, running))
      ? [notUnderstood(content, span, UNSURE)]
      : [],
  );
}

/** 2027年1月-3上: a month follows whose sign was misread, so that the months seem to end before it. */
const isCutShort = ({ text }: NormalText, { end }: Span): boolean =>
  /^\s*(?:[-–~～]|—{1,2}|至|到)\s*\d{1,2}(?![\d.]|\s*[月日号年期次个])/.test(text.slice(end));

/** 2024只12月, 2024只第四季度: what was read between looks like no 年, though it most likely was one; the month may be of that year. */
function isYearLost({ text, glyphs }: NormalText, { start }: Span): boolean {
  const lost = YEAR_LOST.exec(text.slice(0, start));
  return lost !== null && (glyphs[lost.index + lost[1].length]?.confidence ?? CERTAIN) < CERTAIN;
}

const YEAR_LOST = /(?<!\d)(20[0-4]\d\s?)[^\d\s\p{P}年至到及与和或前后元万第级届版财度]\s?第?\s?$/u;

const COUNT = /\d+|[一二两三四五六七八九十]+/;

function isDoubtful(content: NormalText, { start, end }: Span, year: string | null): boolean {
  const periodsIn = (saw: string): string | null =>
    findPeriods(saw, year ?? "2000")
      .map(({ from, to }) => `${from}/${to}`)
      .join() || null;
  const isPeriod = periodsIn(content.text.slice(start, end)) !== null;
  const read = (saw: string): string | null => (isPeriod ? periodsIn(saw) : (COUNT.exec(saw)?.[0] ?? null));
  return !isReadWell(content, { start, end }, read);
}

/** Whether months follow each other without a gap, from the term's first to its last or in even steps. */
function isConfirmed({ instalments }: Schedule, { from, to }: Running): boolean {
  const stretches = instalments
    .flatMap((each) => (each.from && each.to ? [[monthIndex(each.from), monthIndex(each.to)]] : []))
    .sort((a, b) => a[0] - b[0]);
  if (stretches.length < instalments.length) return false;
  const isChain = stretches.slice(1).every(([first], index) => first === stretches[index][1] + 1);
  const isEven = new Set(stretches.map(([first, last]) => last - first)).size === 1;
  const isWhole =
    from !== null &&
    to !== null &&
    stretches[0]?.[0] === monthIndex(from) &&
    stretches.at(-1)?.[1] === monthIndex(to);
  return isChain && (isWhole || (isEven && stretches.length >= FEWEST_STEPS));
}
