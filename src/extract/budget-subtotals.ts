import { remembered } from "../model/remembered.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { findProducts } from "./budget-products.ts";
import { STRONG_TOTAL } from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { fenOf, findSums } from "./money-sums.ts";

/** A sum of prose with what its words call it. */
interface Summed {
  clause: number;
  start: number;
  section: number;
  version: string;
  fen: number;
  isTotal: boolean;
  /** Whether it is the price of one, or what some of one thing cost. */
  isReckoned: boolean;
  /** Whether it is the price of a month of one thing. */
  isRate: boolean;
  /** Whether it is told as what a month comes to. */
  ofMonth: boolean;
  /** Whether it is called a sum of some of those before it, by no name (小计) or by one (一期小计); null for any other. */
  subtotal: "bare" | "named" | null;
}

const SUBTOTAL = /小计(?:金额|费用|为|是|人民币|[：:\s¥￥（(])*$/;
const BARE =
  /^[\s，,、；;。）)]*(?:(?:以上|上述|前述|前)[^，。；]{0,10}|第[^，。；]{1,12}项|[两二三四五六七八九十\d]+项)?(?:费用|金额|共计|合计)?小计/;
/** What it is of stands behind it: 设备费小计10万元，其中…. */
const OF_WHAT_FOLLOWS = /^[^，。；]{0,4}[）)]?[，,（(。：:]?\s*(?:其中|包括|包含|[：:])/;

const OF_ONE = /单价|每|@|[×xX*＊]|[\p{Script=Han}]价(?:为|[：:\s¥￥])*$|\d\s*\p{Script=Han}{1,2}\s*[，,]/u;

/**
 * Where subtotals stand that sum up parts told before them, while the whole is told as well: they are no parts themselves, nor
 * the whole, and the list goes on behind them. One with a name of its own only where it comes out. Places by the clause's index.
 */
export const findSubtotals = remembered((clauses: readonly Clause[]): Subtotals => {
  const sums = clauses.flatMap((clause, index) => summedIn(clause, index));
  const found = new Map<number, Set<number>>();
  const open: Summed[] = [];
  for (const sum of sums) {
    const near = open.filter(({ section, version }) => section === sum.section && version === sum.version);
    if (isSubtotal(sum, near, sums) || isSumOfMonths(sum, near)) {
      found.set(sum.clause, (found.get(sum.clause) ?? new Set()).add(sum.start));
      continue;
    }
    if (sum.isTotal) open.length = 0;
    else open.push(sum);
  }
  return found;
});

/** Places by the clause's index. */
type Subtotals = ReadonlyMap<number, ReadonlySet<number>>;

function isSubtotal(sum: Summed, before: readonly Summed[], all: readonly Summed[]): boolean {
  const isWholeTold = all.some(
    ({ isTotal, section, version }) => isTotal && section === sum.section && version === sum.version,
  );
  if (sum.subtotal === null || !isWholeTold || before.length === 0 || sum.isReckoned) return false;
  return (sum.subtotal === "bare" && !before.some(({ isReckoned }) => isReckoned)) || comesOut(sum, before);
}

/** 每月18,900元，两年…；每月5,300元，两年…；以上月费共24,200元: what a month of all comes to, to the fen. */
const isSumOfMonths = ({ ofMonth, fen }: Summed, before: readonly Summed[]): boolean => {
  const rates = before.filter(({ isRate }) => isRate);
  return ofMonth && rates.length > 1 && rates.reduce((sum, rate) => sum + rate.fen, 0) === fen;
};

/** Whether the last parts before, two or more, come to it. */
function comesOut({ fen }: Summed, before: readonly Summed[]): boolean {
  let sum = 0;
  return [...before].reverse().some((part, index) => {
    sum += part.fen;
    return index > 0 && sum === fen;
  });
}

function summedIn(clause: Clause, index: number): Summed[] {
  if (!isProse(clause) || clause.isPayment || clause.isOther) return [];
  const { text } = clause.part.content;
  const sums = findSums(text);
  const { prices, products } = findProducts(text, sums);
  return sums.flatMap((sum, at): Summed[] => {
    const fen = fenOf(sum);
    if (!fen) return [];
    const from = sums[at - 1]?.end ?? 0;
    const { label, near } = phraseBefore(text, sum.start, from, clause.isCounted);
    const said = text.slice(from, sum.start);
    const isCalled = SUBTOTAL.test(said) && !OF_WHAT_FOLLOWS.test(text.slice(sum.end));
    const isBare = BARE.test(at === 0 ? text.slice(label.start, sum.start) : said);
    return [
      {
        ...{
          clause: index,
          start: sum.start,
          section: clause.section,
          version: versionAt(clause, sum.start),
          fen,
        },
        isTotal: !isCalled && STRONG_TOTAL.test(text.slice(label.start, label.end) + near),
        // 900人天，每人天220元，小计198,000元: what one thing costs by its count.
        isReckoned: prices.has(sum) || products.has(sum) || OF_ONE.test(said),
        isRate: prices.has(sum) && /月/.test(said),
        ofMonth: /(?:每个?)?月(?:费用?|服务费|租金|度?费用)?(?:合计|共计|总计|共)[^，。；\d]{0,4}$/.test(
          said,
        ),
        subtotal: isCalled ? (isBare ? "bare" : "named") : null,
      },
    ];
  });
}
