import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { behindNumber, findClauses, isProse } from "./clauses.ts";

const NOT_ITS_SHARE = {
  zh: "与该项金额占总额的比例不符，请核对原件",
  en: "isn't the share of the total that this line's amount is; check the page",
};

/** 占合同总价的9%, and no sum behind it. */
const SHARE_OF_WHOLE =
  /占(?:到)?(?:本|该)?(?:合同|协议|项目|课题|经费|费用|服务费|预算|工程)?(?:总(?:价款?|额|金额|经费|费用|预算|投资)|(?<=合同|协议)(?:价款?|金额))的?(?:比例)?为?\s*((\d+)(?:\.(\d+))?)\s*[%％](?![^，。；]{0,4}\d)/g;
/** Under a condition, or as a bound, a share is of something else. */
const CONDITION = /违约|逾期|终止|解除|变更|增加|减少|转包|分包|提前|如果|若|超过|不低于|不超过|至少|约/;
const WHOLE = 100;

/**
 * Problems for shares that a sentence tells of a line by its name (志愿者补贴占合同总价的12%) behind the list, and that its amount
 * isn't, as far as the share is printed.
 */
export function findMissharedLines(flow: Flow, { budgets }: Contents): Problem[] {
  const lines = budgets.flatMap((budget) => {
    const fen = (budget.total ?? budget.totalInCapitals)?.fen ?? 0;
    return fen > 0 ? budget.lines.map((line) => ({ line, fen })) : [];
  });
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) =>
      [...content.text.matchAll(SHARE_OF_WHOLE)].flatMap((match): Problem[] => {
        const said = /[^。；;]*$/.exec(content.text.slice(0, match.index))?.[0] ?? "";
        if (CONDITION.test(said)) return [];
        const owners = ownersOf(said);
        const own = lines.filter(({ line }) => isNamed(line, owners));
        const isIt = own.some(({ line, fen }) => isShare(line.amount.fen / fen, match[1], match[3] ?? ""));
        const span: Span = { start: match.index, end: match.index + match[0].length };
        return own.length === 0 || isIt ? [] : [notUnderstood(content, span, NOT_ITS_SHARE)];
      }),
    );
}

const isNamed = ({ label, percent }: BudgetLine, owners: readonly string[]): boolean =>
  percent === null && label.value.length > 1 && owners.includes(label.value.replace(/\s/g, ""));

/** What a sentence tells a share of: the words right before it, or those before what is said of them (托管为重点项目，占…). */
function ownersOf(said: string): string[] {
  const all = said.slice(behindNumber(said)).replace(/\s/g, "");
  const last = /[^，。；;：:]*$/.exec(all)?.[0] ?? "";
  const first = /^[^，：:]+?(?=为|是|属|[，：:])/.exec(all)?.[0] ?? "";
  // 其中机构管理费68,000元，占…: the line told again with its sum.
  const again = first.replace(/^其中/, "").replace(/(?:为|计|共)?(?:人民币|[¥￥])?\d[\d,.]*[万亿]?元$/, "");
  return last === "" ? [first, again] : [last, last.replace(/^其中/, "")];
}

/** Whether a ratio is a share, to its last printed digit. */
const isShare = (ratio: number, share: string, decimals: string): boolean =>
  Math.abs(ratio * WHOLE - Number(share)) <= 10 ** -decimals.length;
