import { contradictsCapitals } from "../model/beside-capitals.ts";
import type { Contents } from "../model/record.ts";
import { claimsOf } from "../model/relation-claims.ts";
import { findCoarseParts } from "./coarse-sums.ts";
import { findConfirmed } from "./confirm.ts";
import { doubtDays } from "./days.ts";
import { findSuspicious } from "./doubt.ts";
import { findFarOff } from "./far-off.ts";
import { findBehindDoubt, findOddInstalments } from "./odd-instalments.ts";
import { findOddProducts } from "./odd-products.ts";
import { type Revision, reviseFigures } from "./revise.ts";
import { settleDisputes } from "./settle.ts";
import { findTangled } from "./tangled.ts";
import { proveTerm } from "./term.ts";
import { findUnsupported } from "./unsupported.ts";

/**
 * Gives every figure its trust from its readings and the arithmetic it takes part in; the contents given stay as they are.
 * First, disputed readings are settled where exactly one choice among what readers saw satisfies the arithmetic;
 * then what an independent figure confirms to its last digit is proven;
 * last, what is contradicted as a misreading would be, and what weak readings alone speak for, is doubted.
 * What comes out only when grouped otherwise is doubted, whatever else speaks for it, and is a problem;
 * so is an instalment's sum that its own 大写 contradicts, and what fails by more than any slip.
 * Nothing is changed to a value that no reader saw, and nothing that a person corrected is touched.
 */
export function proveContents(contents: Contents): Contents {
  const settled = reviseFigures(contents, settleDisputes(claimsOf(contents)));
  const claims = claimsOf(settled);
  const revisions = new Map<object, Revision>();
  for (const source of findSuspicious(claims)) revisions.set(source, { trust: "doubtful", rival: null });
  const confirmed = findConfirmed(claims);
  for (const source of findUnsupported(settled, confirmed))
    revisions.set(source, { trust: "doubtful", rival: null });
  for (const source of confirmed) revisions.set(source, { trust: "proven", rival: null });
  const tangled = findTangled(settled, claims);
  const farOff = findFarOff(settled, claims, tangled.figures);
  const contradicted = settled.schedules
    .flatMap(({ total, instalments }) => [total, ...instalments.map(({ amount }) => amount)])
    .filter((amount) => amount !== null)
    .filter((amount) => amount.trust !== "corrected" && contradictsCapitals(amount));
  const odd = [
    ...findOddProducts(settled, claims),
    ...findOddInstalments(settled, claims),
    ...findCoarseParts(claims),
  ];
  for (const source of [...tangled.figures, ...farOff.figures, ...odd, ...contradicted])
    revisions.set(source, { trust: "doubtful", rival: null });
  const isDoubted = (figure: object): boolean => revisions.get(figure)?.trust === "doubtful";
  for (const source of findBehindDoubt(settled, isDoubted))
    revisions.set(source, { trust: "doubtful", rival: null });
  const revised = doubtDays(proveTerm(reviseFigures(settled, revisions)));
  const problems = [...tangled.problems, ...farOff.problems];
  return problems.length > 0 ? { ...revised, problems: [...revised.problems, ...problems] } : revised;
}
