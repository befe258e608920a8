import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { OTHER } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const MISADDED = {
  zh: "所写增减各项与变更前后总额之差不符，请核对原件",
  en: "what is told as added and taken off doesn't come to the difference of both totals; check the page",
};

/** 增61,200元, 核减金额31,900元: right before by how much; not 增至. */
const CHANGE =
  /(净|共|合计|总计)?(增加?|新增|追加|核增|调增|减少?|核减|调减|扣减)(?:了|额|合同)?(?:总?(?:价款?|金额|费用?|额|款))?(?:共计?|合计|计|人民币|[（(]?大写|[：:¥￥\s])*$/;
/** 每月增加200元: what one costs more. */
const OF_ONE = /[每按]|单价|标准/;
const FEWEST = 2;
/** Ways to choose among more than so many are found by chance. */
const MOST = 10;

interface Change {
  content: NormalText;
  sum: MoneySum;
  fen: number;
  /** Whether its words call it all of the change. */
  isNet: boolean;
  /** Whether it is told in 大写 alone. */
  isInCapitals: boolean;
}

/**
 * Problems for what an amendment tells in its words as added and taken off (增61,200元, 减31,900元, 净增25,200元), be it of no line of
 * the record, where no choice among it comes to the difference of the totals before and behind.
 */
export function findMisadded(flow: Flow, { budgets, problems }: Contents): Problem[] {
  const [before, after] = (["original", "amended"] as const).map((version) =>
    budgets.filter((budget) => budget.version === version),
  );
  if (before.length !== 1 || after.length !== 1) return [];
  const [from, to] = [before[0], after[0]].map(
    ({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen,
  );
  if (!from || !to || from === to) return [];
  const told = changesOf(flow).filter(({ sum, content }) => !standsAt(content, toldPlaces(problems), sum));
  // Of a total without lines what is written out in 大写 is all that was added.
  const isAll = ({ isNet, isInCapitals }: Change): boolean =>
    isNet || (isInCapitals && after[0].lines.length === 0);
  const nets = told.filter(isAll);
  const items = told.filter((change) => !isAll(change));
  const isOff = after[0].lines.length === 0 && items.length >= FEWEST && !isChosen(items, to - from);
  const odd = [...nets.filter(({ fen }) => fen !== to - from), ...(isOff ? items.slice(-1) : [])];
  return odd.map(({ content, sum }) => notUnderstood(content, sum, MISADDED));
}

/** What is told as added, above zero, or taken off, below it, each once. */
function changesOf(flow: Flow): Change[] {
  const all = findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) => {
      const sums = findSums(content.text);
      return sums.flatMap((sum, at): Change[] => {
        const said = content.text.slice(sums[at - 1]?.end ?? 0, sum.start);
        const piece = /[^，。；]*$/.exec(said)?.[0] ?? "";
        const match = CHANGE.exec(piece);
        const isElse =
          OF_ONE.test(piece) || OTHER.test(piece) || /^\s*[/／每]/.test(content.text.slice(sum.end));
        if (!match || isElse) return [];
        const sign = match[2].includes("减") ? -1 : 1;
        return [
          {
            content,
            sum,
            fen: sign * (fenOf(sum) ?? 0),
            isNet: match[1] !== undefined,
            isInCapitals: sum.digits === null,
          },
        ];
      });
    });
  return all.filter(({ fen, isNet }, at) => {
    const first = all.findIndex((other) => other.fen === fen && other.isNet === isNet);
    return fen !== 0 && first === at;
  });
}

/** Whether some of the changes come to a sum. */
function isChosen(changes: readonly Change[], fen: number): boolean {
  if (changes.length > MOST) return true;
  let sums = [0];
  for (const change of changes) sums = sums.flatMap((sum) => [sum, sum + change.fen]);
  return sums.includes(fen);
}
