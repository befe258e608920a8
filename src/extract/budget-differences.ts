import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { notUnderstood } from "./budget-figures.ts";
import { type Clause, isProse } from "./clauses.ts";
import { findSums, type MoneySum } from "./money-sums.ts";

/** 增加80000元, 净增加, 追加养护费80000元: by how much a total changed, up to the sum. */
const CHANGED_BY =
  /(?:增加|追加|核增|调增|上调|调高|提高|减少|核减|调减|下调|调低|降低|压减)(?:了|额)?[^，。；：:\d]{0,10}?(?:人民币|共计|合计|[为计¥￥：:\s])*$/;
const LESS = /^(?:减|核减|调减|下调|调低|降低|压减)/;
/** What has changed where nothing, or the whole, is named before; 较采购预算减少 is of another base. */
const OF_WHOLE =
  /(?:^|[，,。；;：:（(])(?:现|本次|共|拟|由此|因此|即|较?原?|[较比](?:原|变更前|调整前)|合同|协议|总|价款?|金额|经费|费用|服务费|预算|额|应|需|净|实际)*$/;

/** A sum by which something changed, and whether that is the whole. */
interface Change {
  sum: MoneySum;
  signed: number;
  isOfWhole: boolean;
}

/** 增加至: what it came to. */
const TURNED = /[至到成]\s*(?:人民币)?[¥￥]?\s*$/;

const NOT_BETWEEN = {
  zh: "增减额与变更前后总额之差不符，请核对原件",
  en: "this isn't by how much the two totals differ; check the page",
};

/** Problems for sums told, in one paragraph with the new total, as what was added to or taken from the old one, by which the two don't differ. */
export function judgeDifferences(clauses: readonly Clause[], budgets: readonly Budget[]): Problem[] {
  const [was, more] = budgets.filter(({ version }) => version === "original");
  const [is, others] = budgets.filter(({ version }) => version === "amended");
  const [before, after] = [was, is].map((budget) => budget?.total ?? budget?.totalInCapitals ?? null);
  if (more || others || !before || !after) return [];
  const gapFen = Math.abs(after.fen - before.fen);
  const labels = [...was.lines, ...is.lines].map(({ label }) => label.value);
  return clauses.filter(isProse).flatMap(({ part: { content }, isPayment, isOther }) => {
    const sums = findSums(content.text);
    if (isPayment || isOther || !sums.some((sum) => fenOf(sum) === after.fen)) return [];
    const changes = sums.flatMap((sum, index): Change[] => {
      const said = content.text.slice(sums[index - 1]?.end ?? 0, sum.start);
      const match = CHANGED_BY.exec(said);
      if (!match || TURNED.test(said)) return [];
      const isOfPart = labels.some((label) => said.includes(label.replace(/^(?:增加|减少|追加)/, "")));
      const isOfWhole = OF_WHOLE.test(said.slice(0, match.index)) && !(isOfPart && !isOnly(labels));
      return [{ sum, signed: (LESS.test(match[0]) ? -1 : 1) * (fenOf(sum) ?? 0), isOfWhole }];
    });
    // Several changes of parts come to the whole's.
    if (changes.length > 1 && changes.reduce((all, { signed }) => all + signed, 0) === after.fen - before.fen)
      return [];
    return changes
      .filter(({ isOfWhole }) => isOfWhole)
      .map(({ sum }) => sum)
      .filter((sum) => {
        const fen = fenOf(sum);
        const slack = Math.max(before.precisionFen, after.precisionFen, sum.digits?.precisionFen ?? 0);
        return fen !== null && fen !== after.fen && fen !== before.fen && Math.abs(fen - gapFen) >= slack;
      })
      .map((sum) => notUnderstood(content, sum, NOT_BETWEEN));
  });
}

const isOnly = (labels: readonly string[]): boolean => labels.length < 2;
const fenOf = ({ digits, capitals }: MoneySum): number | null => digits?.fen ?? capitals?.fen ?? null;
