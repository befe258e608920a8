import { spansMonths } from "../model/calendar.ts";
import { daysLike } from "../model/day-misread.ts";
import type { Contents } from "../model/record.ts";
import { CERTAIN } from "../model/stated.ts";
import type { Day } from "../model/value.ts";
import { SURE_ALONE } from "./unsupported.ts";

/**
 * The agreement's days, doubted where they were read poorly and no count of months proves them, or where they contradict
 * each other as a misread digit would make them: the paper isn't accused of what readers may have made.
 */
export function doubtDays(contents: Contents): Contents {
  const { signedOn, term, originalTerm } = contents.agreement;
  const suspects = new Set(contradictionsOf(contents).flatMap(suspectsOf));
  const judged = (day: Day): Day => {
    const isDoubtful = day.trust === "agreed" && (isWeak(day) || suspects.has(day));
    return isDoubtful ? { ...day, trust: "doubtful" } : day;
  };
  return {
    ...contents,
    agreement: {
      ...contents.agreement,
      signedOn: signedOn && judged(signedOn),
      term: term && { ...term, from: judged(term.from), to: judged(term.to) },
      ...(originalTerm && {
        originalTerm: { ...originalTerm, from: judged(originalTerm.from), to: judged(originalTerm.to) },
      }),
    },
  };
}

const isWeak = ({ confidence }: Day): boolean => confidence < SURE_ALONE;

/** Two days of which one can't be right as the other stands. */
interface Contradiction {
  days: [Day, Day];
  holds(first: string, second: string): boolean;
}

function contradictionsOf({
  agreement: { signedOn, term, originalTerm },
  ...parts
}: Contents): Contradiction[] {
  const isInOrder = (first: string, second: string): boolean => first <= second;
  const isSupplement = [...parts.budgets, ...parts.schedules].some(({ version }) => version === "amended");
  const all: Contradiction[] = [term, originalTerm ?? null].flatMap((each) => {
    if (!each) return [];
    const { from, to, months } = each;
    const spans = (first: string, second: string): boolean =>
      months === null || spansMonths(first, second, months);
    return [
      { days: [from, to], holds: isInOrder },
      { days: [from, to], holds: spans },
    ];
  });
  if (signedOn && term) all.push({ days: [signedOn, isSupplement ? term.to : term.from], holds: isInOrder });
  return all.filter(({ days: [first, second], holds }) => !holds(first.value, second.value));
}

/** The days that would come out with a digit read otherwise. */
function suspectsOf({ days: [first, second], holds }: Contradiction): Day[] {
  return [
    { day: first, isMended: (other: string) => holds(other, second.value) },
    { day: second, isMended: (other: string) => holds(first.value, other) },
  ]
    .filter(({ day, isMended }) => day.confidence < CERTAIN && daysLike(day.value).some(isMended))
    .map(({ day }) => day);
}
