import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowParagraph, FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood } from "./budget-figures.ts";
import { behindNumber, type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

const VERB = "(?:增加|追加|核增|调增|上调|调高|提高|减少|核减|调减|下调|调低|降低|压减)(?:了|额)?";
const UP_TO_SUM = "(?:人民币|共计|合计|[为计¥￥：:\\s])*$";
/** 增加80000元, 净增加, 追加养护费80000元: by how much a total changed, up to the sum. */
export const CHANGED_BY = new RegExp(`${VERB}[^，。；：:\\d]{0,10}?${UP_TO_SUM}`);
/** 增加80000元, 增加合同金额80000元: nothing but a word for money between. */
const CHANGED_ITSELF_BY = new RegExp(
  `${VERB}的?(?:合同|项目|服务)?(?:总?(?:金额|价款|费用|经费|造价|投资|价|额))?${UP_TO_SUM}`,
);
/** 新增服务费合计64,500元: what all that is added comes to. */
const ADDED_IN_ALL =
  /新增(?:的)?[^，。；：:\d月季年每]{0,8}(?:费用?|价款|款项?|金额|经费|造价|投资)(?:合计|共计|总计|总额)(?:人民币|[为计¥￥：:\s])*$/;
const LESS = /^(?:减|核减|调减|下调|调低|降低|压减)/;
const WORD_OF_WHOLE =
  "(?:现|本次|此次|共|拟|由此|因此|即|(?:变更|调整|修改|修订|增补|补充)后的?|较?原?|[较比](?:原|变更前|调整前)|合同|协议|总|价款?|金额|经费|费用|服务费|预算|额|应|需|净|实际|合计|共计)";
/** What has changed where nothing, or the whole, is named before; 较采购预算减少 is of another base. */
const OF_WHOLE = new RegExp(`(?:^|[，,。；;：:（(])${WORD_OF_WHOLE}*$`);
/** The same where no total stands in the paragraph: the whole is named, or nothing is said but the change. */
const OF_WHOLE_ALONE = new RegExp(`^\\s*$|(?:^|[，,。；;])(?=[^，,。；;])${WORD_OF_WHOLE}+$`);

/** A sum by which something changed, and whether that is the whole. */
interface Change {
  content: NormalText;
  sum: MoneySum;
  signed: number;
  isOfWhole: boolean;
}

/** 增加至, 核减为: what it came to. */
const TURNED =
  /(?:[至到成]|(?:增加|追加|核增|调增|上调|提高|减少|核减|调减|下调|降低|压减)为)\s*(?:人民币)?[¥￥]?\s*$/;

const NOT_BETWEEN = {
  zh: "增减额与变更前后总额之差不符，请核对原件",
  en: "this isn't by how much the two totals differ; check the page",
};

/** The two totals of an amendment, with every place that tells them. */
interface Totals {
  before: Money;
  after: Money;
  places: Money["evidence"];
  /** What the parts are called. */
  labels: string[];
}

/**
 * Problems for sums told as what was added to the old total or taken from it, by which the two don't differ: in one paragraph
 * with the new total, or in the clauses from where the one is told to where the other is.
 */
export function judgeDifferences(clauses: readonly Clause[], budgets: readonly Budget[]): Problem[] {
  const totals = totalsOf(budgets);
  if (!totals) return [];
  const { before, after } = totals;
  const sections = clauses
    .filter((clause) =>
      textsOf(clause).some((text) => [before, after].some(({ evidence }) => standsAt(text, evidence))),
    )
    .map(({ section }) => section);
  const [first, last] = [Math.min(...sections), Math.max(...sections)];
  const told = clauses.filter(isProse).flatMap((clause): Change[][] => {
    const { content } = clause.part;
    const isBeside = findSums(content.text).some((sum) => fenOf(sum) === after.fen);
    const isNear = clause.section >= first && clause.section <= last;
    if (clause.isPayment || clause.isOther || !(isBeside || isNear)) return [];
    return [changesIn(clause, totals, isBeside)];
  });
  if (areParts(told.flat(), totals)) return [];
  return told
    .filter((changes) => !areParts(changes, totals))
    .flat()
    .filter((change) => change.isOfWhole && !isGap(change, totals))
    .map(({ content, sum }) => notUnderstood(content, sum, NOT_BETWEEN));
}

function totalsOf(budgets: readonly Budget[]): Totals | null {
  const [was, more] = budgets.filter(({ version }) => version === "original");
  const [is, others] = budgets.filter(({ version }) => version === "amended");
  const [before, after] = [was, is].map((budget) => budget?.total ?? budget?.totalInCapitals ?? null);
  if (more || others || !before || !after) return null;
  const stated = [was, is].flatMap(({ total, totalInCapitals, restatements }) => [
    total,
    totalInCapitals,
    ...restatements,
  ]);
  return {
    before,
    after,
    places: stated.flatMap((money) => money?.evidence ?? []),
    labels: [...was.lines, ...is.lines].map(({ label }) => label.value),
  };
}

/** Every sum of a paragraph by which something changed; `isBeside` where the new total stands in it. */
function changesIn(
  { part: { content } }: Clause<FlowParagraph>,
  { before, after, places, labels }: Totals,
  isBeside: boolean,
): Change[] {
  const sums = findSums(content.text);
  return sums.flatMap((sum, index): Change[] => {
    const from = index === 0 ? behindNumber(content.text) : sums[index - 1].end;
    const said = content.text.slice(from, sum.start);
    const match = CHANGED_BY.exec(said) ?? ADDED_IN_ALL.exec(said);
    if (!match || TURNED.test(said) || standsAt(content, places, sum)) return [];
    const itself = CHANGED_ITSELF_BY.exec(said);
    // 核减服务后总价为…: the total once more.
    const isTotal = !itself && [before.fen, after.fen].some((fen) => fen === fenOf(sum));
    if (isTotal) return [];
    const isOfPart = labels.some((label) => said.includes(label.replace(/^(?:增加|减少|追加)/, "")));
    const isNamed = isBeside
      ? OF_WHOLE.test(said.slice(0, match.index))
      : itself !== null && OF_WHOLE_ALONE.test(said.slice(0, itself.index));
    const isOfWhole = isNamed && !(isOfPart && !isOnly(labels));
    const isAll = ADDED_IN_ALL.test(said);
    const signed = (LESS.test(match[0]) ? -1 : 1) * (fenOf(sum) ?? 0);
    return [{ content, sum, signed, isOfWhole: isOfWhole || isAll }];
  });
}

/** Whether several changes of parts come to the whole's, which may be told beside them. */
function areParts(changes: readonly Change[], { before, after }: Totals): boolean {
  const gapFen = after.fen - before.fen;
  const parts = changes.filter(({ signed }) => signed !== gapFen);
  return [changes, parts].some(
    (taken) => taken.length > 1 && taken.reduce((all, { signed }) => all + signed, 0) === gapFen,
  );
}

function isGap({ sum, signed }: Change, { before, after }: Totals): boolean {
  const slack = Math.max(before.precisionFen, after.precisionFen, sum.digits?.precisionFen ?? 0);
  return fenOf(sum) === null || Math.abs(signed - (after.fen - before.fen)) < slack;
}

const textsOf = (clause: Clause): NormalText[] =>
  isProse(clause) ? [clause.part.content] : (clause.part as FlowTable).cells.map(({ content }) => content);

const isOnly = (labels: readonly string[]): boolean => labels.length < 2;
