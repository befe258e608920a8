import type { Decimal } from "../model/decimal.ts";
import type { Finding } from "../model/finding.ts";
import { type Claim, type Operand, operandsOf } from "../model/relation.ts";
import { mendedBy, solveFor } from "../model/relation-solve.ts";
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
  const groups: Group[] = [];
  for (;;) {
    const best = bestGroup([...open], claims) ?? sharedFigure([...open]);
    if (!best) return groups;
    groups.push(best);
    for (const member of best.members) open.delete(member);
  }
}

function bestGroup(failures: readonly Failure[], claims: readonly Claim[]): Group | null {
  let best: Group | null = null;
  for (const { equation } of failures) {
    for (const operand of equation ? operandsOf(equation) : []) {
      const value = equation && solveFor(equation, operand);
      if (!value) continue;
      const members = explainedBy(operand, value, failures, claims);
      if (members.size > 1 && members.size > (best?.members.size ?? 0))
        best = { culprit: operand.name, members };
    }
  }
  return best;
}

function explainedBy(
  operand: Operand,
  value: Decimal,
  failures: readonly Failure[],
  claims: readonly Claim[],
): Set<Failure> {
  const mended = mendedBy(operand, value, claims);
  return new Set(failures.filter(({ equation }) => equation !== null && mended.has(equation)));
}

/** Failures without arithmetic (days, months) that weigh the same figure, or the schedule that one of them is about. */
function sharedFigure(failures: readonly Failure[]): Group | null {
  for (const failure of failures) {
    const members = failures.filter(
      (other) => isDated(failure) && isDated(other) && sharesFigure(failure, other),
    );
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
