import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { findCoarse } from "./coarse-figures.ts";
import { findMiscountedPayments } from "./miscounted-payments.ts";
import { findMisadded } from "./misreckoned-additions.ts";
import { findMiswritten } from "./misreckoned-capitals.ts";
import { findMischanged } from "./misreckoned-changes.ts";
import { findMiscounted } from "./misreckoned-counts.ts";
import { findMisdated } from "./misreckoned-days.ts";
import { findMisdeposited } from "./misreckoned-deposits.ts";
import { findMisdiscounted } from "./misreckoned-discounts.ts";
import { findMisformulated } from "./misreckoned-formulas.ts";
import { findMisgrown } from "./misreckoned-growth.ts";
import { findMissharedLines } from "./misreckoned-line-shares.ts";
import { findMislisted } from "./misreckoned-lists.ts";
import { findMismade } from "./misreckoned-makeup.ts";
import { findOddMonths } from "./misreckoned-months.ts";
import { findMisordered } from "./misreckoned-order.ts";
import { findMisordinal } from "./misreckoned-ordinals.ts";
import { findMisparted } from "./misreckoned-parts.ts";
import { findMisseamed } from "./misreckoned-periods.ts";
import { findMisreckoned } from "./misreckoned-products.ts";
import { findMisrated } from "./misreckoned-rates.ts";
import { findMisrisen } from "./misreckoned-rises.ts";
import { findMisreckonedRows } from "./misreckoned-rows.ts";
import { findMisrun } from "./misreckoned-running.ts";
import { findMissummedShares } from "./misreckoned-share-columns.ts";
import { findMisshared } from "./misreckoned-shares.ts";
import { findUnlikeTotals } from "./misreckoned-tables.ts";
import { findMistaxed } from "./misreckoned-taxes.ts";
import { findMistimed } from "./misreckoned-times.ts";

/** Each looks for one kind of reckoning that no rule judges. */
const GUARDS: readonly ((flow: Flow, contents: Contents) => Problem[])[] = [
  findMisreckoned,
  findMisreckonedRows,
  findUnlikeTotals,
  findMisdiscounted,
  findMisshared,
  findMissharedLines,
  findMissummedShares,
  findMistaxed,
  findMisrated,
  findMisrisen,
  findMisformulated,
  findMisrun,
  findMischanged,
  findMisadded,
  findMistimed,
  findMisseamed,
  findMislisted,
  findMisordered,
  findOddMonths,
  findMiswritten,
  findMisdeposited,
  findMisgrown,
  findMismade,
  findMiscounted,
  findMiscountedPayments,
  findMisdated,
  findMisparted,
  findMisordinal,
  (_, contents) => findCoarse(contents),
];

/** Problems for reckonings of money that an agreement's words or tables tell, that don't come out, and that nothing was told of yet. */
export function findMisreckonings(flow: Flow, contents: Contents): Problem[] {
  const found: Problem[] = [];
  for (const guard of GUARDS)
    found.push(...guard(flow, { ...contents, problems: contents.problems.concat(found) }));
  return found;
}
