import { readDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { hasLostDigit, isDoubledOne, looksSlipped } from "../model/looks-misread.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { isOfBefore } from "./budget-role-elsewhere.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { figuresOf } from "./record-money.ts";
import { accountedPlaces } from "./told-places.ts";

const LIKE_THE_TOTAL = {
  zh: "与合同总额只差一处笔误（一位数字、相邻两位颠倒或多少一位），但未能读作合同总额，请核对原件",
  en: "differs from the agreement's total by one slip alone (a digit, two changed about, one more or less), and was not read as it; check the page",
};

/** What was to be spent at most, or was paid before or to others. */
const ELSE = /限价|控制价|预算|概算|估算|批复|上一?年|往年|上期|业绩|注册|投资额?/;
/** 以审计服务费总额35.6万元的两倍为限: called the whole, a round sum is hardly another's. */
const NAMES_WHOLE =
  /(?:总(?:价款?|额|金额|费用|经费|造价)|合同(?:价款?|金额))(?:为|即|人民币|[：:（(¥￥\s])*$/;
/** Of fewer digits that aren't zeros at the end any round sum is soon another's slip. */
const FEWEST_DIGITS = 4;
const FEWEST_SHIFTED = 3;

/**
 * Problems for sums told anywhere, in whatever words, that are a total but for one slip and no figure of the record: most
 * likely the total told once more.
 */
export function findUntoldSlips(flow: Flow, contents: Contents): Problem[] {
  const { price, paid } = figuresOf(contents);
  const known = new Set([...price, ...paid].map(({ fen }) => fen));
  const placed = accountedPlaces(contents);
  const totals = contents.budgets.flatMap(
    ({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? [],
  );
  return findClauses(flow)
    .filter(isProse)
    .flatMap((clause) => {
      const { content } = clause.part;
      return findSums(content.text)
        .filter((sum) => !isOfBefore(clause, content.text, sum))
        .filter((sum) => {
          const fen = fenOf(sum);
          const piece = /[^，。；]*$/.exec(content.text.slice(0, sum.start))?.[0] ?? "";
          const fewest = NAMES_WHOLE.test(piece) ? FEWEST_SHIFTED : FEWEST_DIGITS;
          const isLike =
            fen !== null && !known.has(fen) && totals.some((total) => isSlipOf(fen, total, fewest));
          return isLike && !ELSE.test(piece) && !standsAt(content, placed, sum);
        })
        .map((sum) => notUnderstood(content, sum, LIKE_THE_TOTAL));
    });
}

/**
 * Whether a sum is another but for one slip; less by a zero alone is a tenth (a deposit), and no slip, nor is what has lost the
 * first digit: it is what is left of the total by another's share.
 */
function isSlipOf(fen: number, total: number, fewest: number): boolean {
  const [seen, meant] = [fen, total].map((value) => readDecimal(String(value / FEN)));
  const digits = significant(total).length;
  if (significant(fen) === significant(total)) return fen === total * 10 && digits >= FEWEST_SHIFTED;
  return (
    digits >= fewest &&
    (looksSlipped(seen, meant) ||
      (hasLostDigit(seen, meant) && significant(fen).slice(0, 2) === significant(total).slice(0, 2)) ||
      isDoubledOne(significant(fen), significant(total)))
  );
}

const FEN = 100;
const significant = (fen: number): string => String(fen).replace(/0+$/, "");
