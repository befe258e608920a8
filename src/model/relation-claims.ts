import type { Contents } from "./record.ts";
import type { Claim } from "./relation.ts";
import {
  capitalsClaims,
  restatementClaims,
  shareClaims,
  sharesSumClaims,
  subtotalClaims,
  totalClaims,
} from "./relation-budget.ts";
import { productClaims } from "./relation-product.ts";
import { instalmentShareClaims, scheduleClaims, scheduleRestatementClaims } from "./relation-schedule.ts";
import { columnClaims } from "./relation-table.ts";

/** Everything that an agreement's budgets, schedules and tables say by their figures. */
export function claimsOf(contents: Contents): Claim[] {
  return [
    ...capitalsClaims(contents),
    ...restatementClaims(contents),
    ...scheduleRestatementClaims(contents),
    ...totalClaims(contents),
    ...subtotalClaims(contents),
    ...shareClaims(contents),
    ...sharesSumClaims(contents),
    ...productClaims(contents),
    ...scheduleClaims(contents),
    ...instalmentShareClaims(contents),
    ...columnClaims(contents),
  ];
}
