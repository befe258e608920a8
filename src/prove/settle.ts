import { compare } from "../model/decimal.ts";
import {
  asPrinted,
  type Choice,
  type Claim,
  type Equation,
  fitOf,
  type Operand,
  operandsOf,
  outcomeOf,
  type Printed,
} from "../model/relation.ts";
import { isEcho, pins } from "./pin.ts";
import type { Revision } from "./revise.ts";
import { type Assignment, findAssignments, isDisputed } from "./search.ts";

/**
 * Which readings of the disputed figures the arithmetic chooses.
 * A figure is settled when every assignment of readings that satisfies all equations of its group gives it the same value,
 * and one of these equations fixes it to its last digit, with no other figure in it that is itself in question.
 * An equation that no reading can satisfy is the paper's own flaw and has no say.
 */
export function settleDisputes(claims: readonly Claim[]): Map<object, Revision> {
  const equations = claims.flatMap(({ equation }) => equation ?? []);
  const revisions = new Map<object, Revision>();
  for (const group of groupsOf(equations)) {
    for (const [source, revision] of settleGroup(group, equations)) revisions.set(source, revision);
  }
  return revisions;
}

interface Group {
  figures: Operand[];
  equations: Equation[];
}

/** Disputed figures that hang together by the equations they share. */
function groupsOf(equations: readonly Equation[]): Group[] {
  const open = new Set(equations.filter((equation) => operandsOf(equation).some(isDisputed)));
  const groups: Group[] = [];
  for (const first of open) {
    open.delete(first);
    const group: Equation[] = [first];
    const sources = new Map(disputedIn(first));
    for (let grown = true; grown; ) {
      const next = [...open].find((equation) => disputedIn(equation).some(([source]) => sources.has(source)));
      grown = next !== undefined;
      if (!next) continue;
      open.delete(next);
      group.push(next);
      for (const [source, operand] of disputedIn(next)) sources.set(source, operand);
    }
    groups.push({ figures: [...sources.values()], equations: group });
  }
  return groups;
}

const disputedIn = (equation: Equation): [object, Operand][] =>
  operandsOf(equation)
    .filter(isDisputed)
    .map((operand) => [operand.source, operand]);

function settleGroup({ figures, equations }: Group, all: readonly Equation[]): [object, Revision][] {
  const hopeful = equations.filter((equation) => canHold(equation, isTolerablyMet));
  const strict = new Set(hopeful.filter((equation) => canHold(equation, isStrictlyMet)));
  const isMet = (equation: Equation, choice: Choice): boolean =>
    strict.has(equation) ? isStrictlyMet(equation, choice) : isTolerablyMet(equation, choice);
  const assignments =
    findAssignments(figures, hopeful, isMet) ?? findAssignments(figures, hopeful, isTolerablyMet);
  if (!assignments) return [];
  const common = commonTo(figures, assignments);
  const settled = settleByTurns(figures, { hopeful, all, common, choice: toChoice(common) });
  return [...settled].map((figure): [object, Revision] => {
    const rival = figure.rivals.find((each) => each === common.get(figure.source)) ?? null;
    return [figure.source, { trust: "proven", rival }];
  });
}

interface Choosing {
  hopeful: readonly Equation[];
  all: readonly Equation[];
  /** The disputed figures on whose values all assignments agree. */
  common: ReadonlyMap<object, Printed>;
  choice: Choice;
}

/**
 * First the figures that an equation settles alone, then those that it settles with these, and so on.
 * Two that only one sum speaks for may both be wrong and make up for each other, since misread digits differ by like amounts:
 * they need a second equation each that excludes their other readings.
 */
function settleByTurns(figures: readonly Operand[], given: Choosing): Set<Operand> {
  const settled = new Set<Operand>();
  const openIn = (equation: Equation): Operand[] => {
    const sources = new Set(operandsOf(equation).map((operand) => operand.source));
    return figures.filter((figure) => sources.has(figure.source) && !settled.has(figure));
  };
  for (let grown = true; grown; ) {
    const before = settled.size;
    for (const figure of figures.filter((each) => !settled.has(each) && given.common.has(each.source))) {
      const isSettled = given.hopeful.some((equation) => {
        if (!settles(equation, figure, given)) return false;
        if (isUnlikely(figure, given) && !isCorroborated(figure, equation, given)) return false;
        const open = openIn(equation);
        return open.length === 1 || open.every((each) => isCorroborated(each, equation, given));
      });
      if (isSettled) settled.add(figure);
    }
    grown = settled.size > before;
  }
  return settled;
}

/** A reading far less sure than the vote might fit a sum that is wrong on paper by chance. */
function isUnlikely(figure: Operand, { common }: Choosing): boolean {
  const rival = figure.rivals.find((each) => each === common.get(figure.source));
  return rival !== undefined && rival.confidence * 2 < figure.confidence;
}

/** Whether another equation holds with the chosen value of a figure and with none of its other readings. */
function isCorroborated(figure: Operand, but: Equation, { hopeful, common, choice }: Choosing): boolean {
  const chosen = common.get(figure.source);
  if (!chosen) return false;
  const others = [figure, ...figure.rivals].filter((value) => value !== chosen);
  return hopeful.some(
    (equation) =>
      equation !== but &&
      operandsOf(equation).some((operand) => operand.source === figure.source) &&
      isTolerablyMet(equation, choice) &&
      others.every(
        (value) =>
          !isTolerablyMet(equation, (each) => (each.source === figure.source ? value : choice(each))),
      ),
  );
}

/** Whether any reading of its disputed figures satisfies an equation. */
function canHold(equation: Equation, isMet: (equation: Equation, choice: Choice) => boolean): boolean {
  const figures = disputedIn(equation).map(([, operand]) => operand);
  return findAssignments(figures, [equation], isMet) !== null;
}

function isStrictlyMet(equation: Equation, choice: Choice): boolean {
  return fitOf(equation, choice) === "holds";
}

/** Shares are often cut off or made to fit, and totals in 万元 cut off; sums and products of whole yuan leave no such room. */
function isTolerablyMet(equation: Equation, choice: Choice): boolean {
  const fit = fitOf(equation, choice);
  return fit === "holds" || fit === "cut-off" || (fit === "one-unit" && equation.kind === "share");
}

/** The figures that have one and the same value in all assignments. */
function commonTo(figures: readonly Operand[], assignments: readonly Assignment[]): Map<object, Printed> {
  const common = new Map<object, Printed>();
  for (const { source } of figures) {
    const values = new Set(assignments.map((assignment) => assignment.get(source)));
    const [value] = values;
    if (values.size === 1 && value) common.set(source, value);
  }
  return common;
}

const toChoice =
  (values: ReadonlyMap<object, Printed>): Choice =>
  (operand) =>
    values.get(operand.source) ?? asPrinted(operand);

/** Whether an equation fixes a disputed figure to its last digit, with no other figure in it that is itself in question. */
function settles(equation: Equation, figure: Operand, { all, common, choice }: Choosing): boolean {
  const others = operandsOf(equation).filter((operand) => operand.source !== figure.source);
  if (others.some((other) => isDisputed(other) && !common.has(other.source))) return false;
  if (isEcho(equation) && others.some((other) => other.trust === "doubtful")) return false;
  if (hasLostDigits(figure, choice) && !isExact(equation, choice)) return false;
  const isShare = equation.kind === "share" && equation.share.source === figure.source;
  if (!isShare && others.some((other) => isContradicted(other, equation, choice, all))) return false;
  return pins(equation, figure, choice);
}

/** Another reader saw more digits: what the shorter reading leaves out, its wider interval would cover up. */
function hasLostDigits(figure: Operand, choice: Choice): boolean {
  const { lastDigit } = choice(figure);
  return [figure, ...figure.rivals].some((reading) => compare(reading.lastDigit, lastDigit) < 0);
}

function isExact(equation: Equation, choice: Choice): boolean {
  return equation.kind !== "share" && outcomeOf(equation, choice).difference.units === 0n;
}

/** Whether more of the other exact equations of a figure fail than hold; shares are too coarse to contradict an amount. */
function isContradicted(figure: Operand, but: Equation, choice: Choice, all: readonly Equation[]): boolean {
  const others = all.filter(
    (equation) =>
      equation !== but &&
      (equation.kind === "sum" || equation.kind === "product") &&
      operandsOf(equation).some((operand) => operand.source === figure.source),
  );
  const failing = others.filter((equation) => !isTolerablyMet(equation, choice)).length;
  return failing > 0 && others.length - failing <= failing;
}
