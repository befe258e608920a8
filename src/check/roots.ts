import type { Finding } from "../model/finding.ts";
import { type Claim, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";
import { claimsByFigure } from "./known-claims.ts";
import type { Verdict } from "./rule.ts";

type Failure = Extract<Verdict, { outcome: "fail" }>;

/**
 * Findings with the root of each named, every root before those that follow from it.
 * A figure is the root of several findings when one other value of it would satisfy all of them
 * and break nothing that holds; the root finding is the one whose subject that figure is.
 */
export function orderByRoot(failures: readonly Failure[], claims: readonly Claim[]): Finding[] {
  const open = new Set(failures);
  const ordered: Finding[] = [];
  const judged = [...failures.map(toClaim), ...claims];
  const groups = groupsOf(failures, judged);
  for (const failure of failures) {
    if (!open.has(failure)) continue;
    const group = groups.find(({ members }) => members.has(failure));
    const members = group ? [...group.members] : [failure];
    const root = group ? rootOf(members, group.culprit) : failure;
    for (const member of [root, ...members.filter((each) => each !== root)]) {
      open.delete(member);
      const followsFrom = member === root ? null : root.finding.subject;
      ordered.push({ ...member.finding, followsFrom });
    }
  }
  return ordered;
}

const toClaim = ({ finding, equation }: Failure): Claim => ({ ...finding, equation, missing: [] });

interface Group {
  culprit: string;
  members: Set<Failure>;
}

/** Greedily the figure that explains most failures, until none explains two. */
function groupsOf(failures: readonly Failure[], claims: readonly Claim[]): Group[] {
  const open = new Set(failures);
  const explanations = explanationsOf(failures, claims);
  const groups: Group[] = [];
  for (;;) {
    const best = bestGroup(open, explanations) ?? sharedFigure([...open]);
    if (!best) return groups;
    groups.push(best);
    for (const member of best.members) open.delete(member);
  }
}

/** What another value of a figure of `failure` would mend. */
interface Explanation {
  failure: Failure;
  culprit: string;
  mended: readonly Failure[];
}

/** Every figure of a failure that explains more than one, in the order of the failures. */
function explanationsOf(failures: readonly Failure[], claims: readonly Claim[]): Explanation[] {
  const byFigure = claimsByFigure(claims);
  return failures.flatMap((failure) => {
    const { equation } = failure;
    return (equation ? operandsOf(equation) : []).flatMap((operand): Explanation[] => {
      const value = equation && solveFor(equation, operand);
      if (!value) return [];
      const equations = mendedBy(operand, value, byFigure.get(operand.source) ?? []);
      if (equations.size === 0) return [];
      const mended = failures.filter((other) => other.equation !== null && equations.has(other.equation));
      return mended.length > 1 ? [{ failure, culprit: operand.name, mended }] : [];
    });
  });
}

function bestGroup(open: ReadonlySet<Failure>, explanations: readonly Explanation[]): Group | null {
  let best: Group | null = null;
  for (const { failure, culprit, mended } of explanations) {
    if (!open.has(failure)) continue;
    const members = mended.filter((each) => open.has(each));
    if (members.length > 1 && members.length > (best?.members.size ?? 0))
      best = { culprit, members: new Set(members) };
  }
  return best;
}

/** Failures without arithmetic (days, months) that weigh the same figure, or the schedule that one of them is about. */
function sharedFigure(failures: readonly Failure[]): Group | null {
  const dated = failures.filter(isDated);
  for (const failure of dated) {
    const members = dated.filter((other) => sharesFigure(failure, other));
    if (members.length > 1) return { culprit: failure.finding.subject, members: new Set(members) };
  }
  return null;
}

const isDated = (failure: Failure): boolean =>
  failure.equation === null && failure.finding.ruleId !== "indicator-numbering";
const sharesFigure = (a: Failure, b: Failure): boolean =>
  a.figures.some((figure) => b.figures.includes(figure));

/** The finding about the figure itself, else the first that has it for a part. */
function rootOf(members: readonly Failure[], culprit: string): Failure {
  const subjects = members.filter(({ finding }) => culprit.startsWith(finding.subject));
  const closest = [...subjects].sort((a, b) => b.finding.subject.length - a.finding.subject.length);
  return closest[0] ?? members[0];
}
