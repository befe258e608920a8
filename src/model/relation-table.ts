import type { Contents } from "./record.ts";
import type { Claim } from "./relation.ts";
import { totalRowClaims } from "./relation-column.ts";
import { formulaClaims } from "./relation-formula.ts";
import { judgedElsewhere } from "./relation-judged.ts";
import { fullMarkClaims } from "./relation-points.ts";
import { totalColumnClaims } from "./relation-row.ts";
import { tableToGrid } from "./table-grid.ts";

/** What tables say by their figures, but for what the budgets and schedules read from them say already. */
export function columnClaims(contents: Contents): Claim[] {
  const isJudged = judgedElsewhere(contents);
  return contents.tables.flatMap((table) => {
    const grid = tableToGrid(table);
    const claims = [...totalRowClaims(grid), ...formulaClaims(grid), ...fullMarkClaims(grid)];
    return [...claims.filter((claim) => !isJudged(claim)), ...totalColumnClaims(grid)];
  });
}
