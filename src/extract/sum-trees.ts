/** A sum in the order of the text, as a tree of sums is sought for it. */
export interface Summand {
  /** In fen; what is taken off stands below zero. */
  fen: number;
  /** Whether its words say that it sums up others. */
  isSum: boolean;
  /** Which heading it stands under. */
  section: number;
  /** Which list it is an item of: those of one paragraph, or paragraphs numbered alike; "" for none. */
  list: string;
  /** What it is called. */
  name: string;
}

/** A sum with those that it is made of, in the order of the text. */
export interface SumTree {
  /** Its place among the summands. */
  at: number;
  parts: SumTree[];
}

/** So many ways are tried before a list is given up. */
const MOST_STEPS = 20_000;
/** 2025年度, 第一标段: what may be said again as the sum of its own. */
const OF_ALL = /年度?$|总|合计|小计|标段|包$/;
/** Fewer parts are no list. */
const FEWEST = 2;
/** What speaks against a reading: a round sum that isn't called one, a part that is, and a sum left over under the heading of the last part. */
const COST = { unnamedSum: 1, namedPart: 3, leftOver: 1 };

interface Way {
  roots: SumTree[];
  /** How many summands are behind it. */
  end: number;
  cost: number;
}

/**
 * What the sum at `goal` is made of to the fen, by the summands right before it (`before`) or right behind it, each of which is
 * a part, the sum of parts beside it, or a sum said again. Null where there is no way, or no one way that has least against it.
 */
export function treeOf(
  summands: readonly Summand[],
  goal: number,
  side: "before" | "behind",
): SumTree | null {
  const order = [...summands.keys()].filter((at) => (side === "before" ? at < goal : at > goal));
  if (side === "before") order.reverse();
  const search = new Search(summands, order);
  const isLeftOver = ({ end }: Way): boolean =>
    end < order.length && summands[order[end]].section === summands[order[end - 1]].section;
  // A way that ends amid a list leaves out some of it.
  const isCut = ({ end }: Way): boolean =>
    end < order.length &&
    summands[order[end]].list !== "" &&
    summands[order[end]].list === summands[order[end - 1]].list;
  const ways = search
    .waysTo(summands[goal].fen, 0, goal)
    .filter((way) => !isCut(way))
    .map((way) => ({ ...way, cost: way.cost + (isLeftOver(way) ? COST.leftOver : 0) }));
  if (search.isGivenUp) return null;
  const [best, second] = ways.sort((a, b) => a.cost - b.cost || countOf(b.roots) - countOf(a.roots));
  if (!best || (second && isAsGood(second, best) && !isSame(second, best))) return null;
  return { at: goal, parts: inOrder(best.roots) };
}

/** The sums that no others of a tree make up. */
export const leavesOf = ({ at, parts }: SumTree): number[] =>
  parts.length === 0 ? [at] : parts.flatMap(leavesOf);

const isAsGood = (way: Way, best: Way): boolean =>
  way.cost === best.cost && countOf(way.roots) === countOf(best.roots);

/** Whether two ways differ only in which of two sums, one said again, is the one. */
const isSame = (way: Way, other: Way): boolean => {
  const [leaves, others] = [way, other].map(({ roots }) => roots.flatMap(leavesOf).sort((a, b) => a - b));
  return leaves.join() === others.join();
};

/** Where the words decide nothing, the way that uses most is meant. */
const countOf = (trees: readonly SumTree[]): number =>
  trees.reduce((count, { parts }) => count + 1 + countOf(parts), 0);

/** Whole thousands of yuan: two of them may come to a third by chance. */
const isRound = (fen: number): boolean => fen % 100_000 === 0;

const inOrder = (trees: readonly SumTree[]): SumTree[] =>
  [...trees].sort((a, b) => a.at - b.at).map(({ at, parts }) => ({ at, parts: inOrder(parts) }));

class Search {
  private steps = 0;

  constructor(
    private readonly summands: readonly Summand[],
    private readonly order: readonly number[],
  ) {}

  get isGivenUp(): boolean {
    return this.steps > MOST_STEPS;
  }

  /** Every way in which summands from `from` on in the order come to `fen`, which is that of the one at `goal`. */
  waysTo(fen: number, from: number, goal: number): Way[] {
    return this.goOn({ roots: [], end: from, cost: 0 }, fen, goal);
  }

  private goOn(way: Way, rest: number, goal: number): Way[] {
    this.steps += 1;
    if (this.isGivenUp) return [];
    const at = this.order[way.end];
    if (rest === 0 && way.roots.length >= FEWEST) return [way, ...this.asHead(way, at)];
    if (at === undefined || !this.mayReach(rest, way.end)) return [];
    const next = this.summands[at];
    const ahead = way.end + 1;
    const cost = way.cost + (next.isSum ? COST.namedPart : 0);
    const asPart = this.goOn(
      { roots: [...way.roots, { at, parts: [] }], end: ahead, cost },
      rest - next.fen,
      goal,
    );
    return [...asPart, ...this.asAgain(way, rest, goal, at), ...this.asSum(way, rest, goal, at)];
  }

  /** What is said again: the sum at hand, or the part before it. */
  private asAgain(way: Way, rest: number, goal: number, at: number): Way[] {
    const said = [goal, way.roots.at(-1)?.at];
    const own = this.summands[at];
    const isAgain = said.some((place) => {
      const other = place === undefined ? null : this.summands[place];
      return other?.fen === own.fen && (own.isSum || other.name === own.name || OF_ALL.test(own.name));
    });
    return isAgain ? this.goOn({ ...way, end: way.end + 1, cost: way.cost }, rest, goal) : [];
  }

  /** The sum of what stands behind it in the order, or of the last parts before it. */
  private asSum(way: Way, rest: number, goal: number, at: number): Way[] {
    const next = this.summands[at];
    const cost = way.cost + (next.isSum || !isRound(next.fen) ? 0 : COST.unnamedSum);
    // 优惠…；以上合计…，扣除优惠后…; 增值税…（以上五项合计…）: what is taken off, or a tax, may stand between a sum that is called one and its parts.
    const off = next.isSum ? this.offBehind(way.end + 1) : [];
    const offFen = off.reduce((fen, each) => fen + this.summands[each].fen, 0);
    const ahead = [[], off].slice(0, off.length > 0 ? 2 : 1).flatMap((aside) =>
      this.waysTo(next.fen, way.end + 1 + aside.length, at).flatMap((inner) =>
        this.goOn(
          {
            roots: [
              ...way.roots,
              { at, parts: inner.roots },
              ...aside.map((each) => ({ at: each, parts: [] })),
            ],
            end: inner.end,
            cost: cost + inner.cost,
          },
          rest - next.fen - (aside.length > 0 ? offFen : 0),
          goal,
        ),
      ),
    );
    const count = this.lastThatCome(way.roots, next.fen);
    if (count === 0) return ahead;
    const parts = way.roots.slice(-count);
    const roots = [...way.roots.slice(0, -count), { at, parts }];
    return [...ahead, ...this.goOn({ roots, end: way.end + 1, cost }, rest, goal)];
  }

  /** The places of what is taken off, and of taxes, right behind a place in the order. */
  private offBehind(from: number): number[] {
    const rest = this.order.slice(from);
    const end = rest.findIndex((at) => this.summands[at].fen >= 0 && !this.summands[at].name.includes("税"));
    return end < 0 ? rest : rest.slice(0, end);
  }

  /** The whole came out; what stands next may yet be the sum of its last parts, told before them. */
  private asHead(way: Way, at: number | undefined): Way[] {
    const next = at === undefined ? null : this.summands[at];
    const count = next ? this.lastThatCome(way.roots, next.fen) : 0;
    if (at === undefined || next === null || count === 0 || count === way.roots.length) return [];
    const parts = way.roots.slice(-count);
    const cost = way.cost + (next.isSum || !isRound(next.fen) ? 0 : COST.unnamedSum);
    return [{ roots: [...way.roots.slice(0, -count), { at, parts }], end: way.end + 1, cost }];
  }

  /** How many of the last trees come to a sum; 0 for none. */
  private lastThatCome(trees: readonly SumTree[], fen: number): number {
    let sum = 0;
    for (let count = 1; count <= trees.length; count++) {
      sum += this.summands[trees[trees.length - count].at].fen;
      if (count >= FEWEST && sum === fen) return count;
    }
    return 0;
  }

  /** Whether what is left may still be come to: it isn't overdrawn by more than what is yet taken off. */
  private mayReach(rest: number, end: number): boolean {
    if (rest > 0) return true;
    const offFen = this.order.slice(end).reduce((off, at) => off - Math.min(0, this.summands[at].fen), 0);
    return offFen + rest >= 0 && offFen > 0;
  }
}
