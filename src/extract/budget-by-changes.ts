import type { Budget, BudgetLine } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { ToldBySums } from "./budget-by-sums.ts";
import { changesIn, type ToldChange } from "./budget-change-items.ts";
import { settledChanges } from "./budget-change-settle.ts";
import { type ChangedCost, type Place, toldOfCost, toldOfTotal } from "./budget-change-told.ts";
import { STRONG_TOTAL } from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

/** So few lines come out by chance. */
const FEWEST_LINES = 2;

/**
 * The new budget of an amendment that tells cost by cost what it was, by how much it changed, what it is now, and which stay
 * (X由甲增加到乙; X，增加丙，变更为乙; 新增Y; Z照原合同执行), where `read` hasn't a new budget that comes out. It is taken where the costs
 * come to the new total, or where every cost of the old one and every sum of the changes has its place.
 */
export function findByChanges(clauses: readonly Clause[], read: readonly Budget[]): ToldBySums[] {
  const [before, otherBefore] = read.filter(({ version }) => version === "original");
  const [after, otherAfter] = read.filter(({ version }) => version === "amended");
  const oldTotal = before && (before.total ?? before.totalInCapitals);
  if (!before || otherBefore || otherAfter || read.some(({ name }) => name !== null)) return [];
  if (after && comesOut(after, before)) return [];
  const prose = clauses.filter(isProse);
  const oldFen = oldTotal?.fen ?? sumOf(topLines(before));
  const lines = listOf(before, oldFen);
  const isListed = lines.length > 0;
  const isOfBefore = ({ clause, sum }: Place): boolean =>
    [oldTotal, ...before.restatements, ...lines.map(({ amount }) => amount)].some(
      (money) => money && standsAt(clause.part.content, money.evidence, sum),
    );
  const olds = lines.map((line) => costOfLine(line, prose));
  const totals = totalsIn(prose).filter((place) => !isOfBefore(place));
  const ways = totals.flatMap((total) => {
    const changes = changesBefore(prose, total).filter(
      (change) =>
        !isOfWhole(change, total, oldFen) && !(change.sum && isOfBefore({ ...change, sum: change.sum })),
    );
    const settled = settledChanges(changes, olds);
    if (!settled || settled.costs.length < FEWEST_LINES) return [];
    const { costs, isWhole } = settled;
    const nowFen = costs.reduce((fen, { now }) => fen + (now ? (fenOf(now.sum) ?? 0) : 0), 0);
    const restFen = settled.rest.reduce((fen, { amount }) => fen + amount.fen, 0);
    const wasFen = costs.reduce((fen, { was }) => fen + (was ? (fenOf(was.sum) ?? 0) : 0), 0);
    const isExact = nowFen + restFen === fenOf(total.sum);
    // Where no list tells the old costs, those that the changes tell must make the old total.
    if (!isListed && wasFen !== oldFen) return [];
    return isExact || (isWhole && isSure(total.sum)) ? [{ total, settled, isExact }] : [];
  });
  const way = ways.find(({ isExact }) => isExact) ?? ways.at(-1);
  if (!way) return [];
  const { total, settled } = way;
  const told = settled.costs.flatMap((cost) => toldOfCost(cost, prose, isListed));
  const dropped = settled.used.flatMap(({ clause, sum }) => (sum ? [{ clause, sum }] : []));
  const shared = settled.costs.flatMap(({ now, place }) => (now && now === place ? [now] : []));
  return [{ clause: total.clause, told: [toldOfTotal(total), ...told], dropped, shared }];
}

/** The lines of the old list; none where they don't make its total. What a change begins from (由甲下调至乙) may have been taken for one more. */
function listOf(before: Budget, totalFen: number): BudgetLine[] {
  const lines = topLines(before);
  const count = lines.findIndex((_, at) => at > 0 && sumOf(lines.slice(0, at + 1)) === totalFen) + 1;
  return lines.slice(0, count);
}

/** A line of the old list, and where prose tells it. */
function costOfLine(line: BudgetLine, clauses: readonly Clause<FlowParagraph>[]): ChangedCost {
  const [place] = clauses.flatMap((clause) =>
    findSums(clause.part.content.text)
      .filter((sum) => standsAt(clause.part.content, line.amount.evidence, sum))
      .map((sum) => ({ clause, sum })),
  );
  const none = { name: null, was: null, now: null, byFen: [], isDropped: false, isCarried: false };
  return { ...none, line, place: place ?? null };
}

const isSure = ({ digits, capitals }: MoneySum): boolean => digits !== null && capitals !== null;

/** 合同金额增加68,000元，由665,000元变更为733,000元: told of the whole, and of no cost. */
function isOfWhole({ clause, sum, name, kind, byFen }: ToldChange, total: Place, wasFen: number): boolean {
  const now = fenOf(total.sum);
  if (!sum || now === null) return false;
  const words = name ? clause.part.content.text.slice(name.start, name.end) : "";
  const isDifference = kind === "by" && byFen === now - wasFen;
  return isDifference || [now, wasFen].includes(fenOf(sum) ?? 0) || STRONG_TOTAL.test(words);
}

/** Whether the lines of the new budget come to its total, with those of the old one that it doesn't name. */
function comesOut(after: Budget, before: Budget): boolean {
  const whole = after.total ?? after.totalInCapitals;
  const names = after.lines.map(({ label }) => label.value);
  const rest = topLines(before).filter(({ label }) => !names.includes(label.value));
  const fen = sumOf(topLines(after));
  return after.lines.length > 0 && (fen === whole?.fen || fen + sumOf(rest) === whole?.fen);
}

/** 调整后合同总价, 变更后费用总额: what the new total is told by. */
const NEW_TOTAL =
  /(?:总(?:价|额|金额|价款|费用|经费|计)|(?:合同|协议)(?:价|金额|价款|费用|额)|后[^，。；]{0,6}(?:合计|共计|总计|全年|年度)[^，。；]{0,8})[^，。；]{0,4}(?:(?:变更|调整|修改|修订|增加|增|减少|核减|核增|改|变)?(?:为|至|到|是)|[：:])?(?:人民币|[¥￥\s（(])*$/;

/** The sums that may be the new total: told in both ways of writing, or by its words. */
function totalsIn(clauses: readonly Clause<FlowParagraph>[]): Place[] {
  return clauses.flatMap((clause) => {
    const { text } = clause.part.content;
    if (clause.isPayment || clause.isOther) return [];
    return findSums(text)
      .filter(
        (sum) =>
          versionAt(clause, sum.start) === "amended" &&
          (isSure(sum) || NEW_TOTAL.test(text.slice(0, sum.start))),
      )
      .map((sum) => ({ clause, sum }));
  });
}

/** What is told of changes before a total. */
function changesBefore(clauses: readonly Clause<FlowParagraph>[], { clause, sum }: Place): ToldChange[] {
  const end = clauses.indexOf(clause);
  return clauses
    .slice(0, end + 1)
    .filter(({ isPayment, isOther }) => !isPayment && !isOther)
    .flatMap(changesIn)
    .filter((each) => each.clause !== clause || (each.sum?.start ?? each.name?.start ?? 0) < sum.start);
}
