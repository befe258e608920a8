import type { Contents } from "../model/record.ts";
import { type Claim, type Equation, fitOf } from "../model/relation.ts";

type Product = Extract<Equation, { kind: "product" }>;

/** As many lines that come out without months make one that comes out only by them odd. */
const FEWEST = 2;

/**
 * The counts and prices of a line that comes out only by the months of its term, where the other lines of its budget come out
 * without: months make up for a digit that was lost (2 × 12 for 24).
 */
export function findOddProducts({ budgets }: Contents, claims: readonly Claim[]): Set<object> {
  const products = claims.flatMap(({ equation }) =>
    equation?.kind === "product" && fitOf(equation) === "holds" ? [equation] : [],
  );
  const odd = budgets.flatMap(({ lines }) => {
    const own = products.filter(({ result }) => lines.some(({ amount }) => amount === result.source));
    const monthly = own.filter(isByMonth);
    return monthly.length === 1 && own.length - 1 >= FEWEST ? monthly : [];
  });
  return new Set(odd.flatMap(({ factors }) => factors.map(({ source }) => source)));
}

const isByMonth = ({ factors }: Product): boolean => factors.some(({ evidence }) => evidence.length === 0);
