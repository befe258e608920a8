import type { Contents } from "../model/record.ts";
import { type Claim, fitOf, operandsOf } from "../model/relation.ts";
import { claimsOf } from "../model/relation-claims.ts";

/** What contents say by their figures, worked out once for all who ask. */
export interface KnownClaims {
  all: readonly Claim[];
  /** The claims that a figure (the record's object) takes part in, in their order. */
  about(figure: object): readonly Claim[];
  /** Whether a figure takes part in what doesn't come out at all, by a figure in doubt. */
  isInDoubtfulBreak(figure: object): boolean;
}

/** What contents say by their figures; worked out anew unless they come from `withKnownClaims`. */
export function knownClaims(contents: Contents): KnownClaims {
  return known.get(contents) ?? knowClaims(contents);
}

/** The same contents with their claims known: a rule that asks for them at every failure costs no more than one that asks once. */
export function withKnownClaims(contents: Contents): Contents {
  const own = { ...contents };
  known.set(own, knowClaims(own));
  return own;
}

const known = new WeakMap<Contents, KnownClaims>();

function knowClaims(contents: Contents): KnownClaims {
  const all = claimsOf(contents);
  const byFigure = claimsByFigure(all);
  let inBreaks: Set<object> | null = null;
  return {
    all,
    about: (figure) => byFigure.get(figure) ?? [],
    isInDoubtfulBreak(figure) {
      inBreaks ??= figuresInDoubtfulBreaks(all);
      return inBreaks.has(figure);
    },
  };
}

/** Every figure with the claims it takes part in. */
export function claimsByFigure(claims: readonly Claim[]): Map<object, Claim[]> {
  const byFigure = new Map<object, Claim[]>();
  for (const claim of claims) {
    const operands = claim.equation ? operandsOf(claim.equation) : [];
    for (const figure of new Set(operands.map(({ source }) => source))) {
      const own = byFigure.get(figure);
      if (own) own.push(claim);
      else byFigure.set(figure, [claim]);
    }
  }
  return byFigure;
}

function figuresInDoubtfulBreaks(claims: readonly Claim[]): Set<object> {
  const figures = new Set<object>();
  for (const { equation } of claims) {
    const operands = equation ? operandsOf(equation) : [];
    if (!equation || !operands.some(({ trust }) => trust === "doubtful")) continue;
    if (fitOf(equation) === "broken") for (const { source } of operands) figures.add(source);
  }
  return figures;
}
