import type { Budget, Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { moneyAt, percentAt, type Span, textAt } from "./budget-figures.ts";
import { behindNumber } from "./clauses.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import type { Unread } from "./schedule-retained.ts";

const ALL = 100;
/** In fen: a share is rounded to the fen. */
const SLACK_FEN = 1;
/** 累计80%: of all up to here; 违约金为合同总价的5%: of something else. */
const NO_OWN_SHARE = /累计|[付达]至|达到|至\s*$|违约|罚|扣|赔|质保|保证金|保留|担保|保函|押金/;
/** What may stand between a share and its sum. */
const BESIDE = /^[，,、（(：:\s]*(?:即|计|为|共|人民币|[¥￥\s])*$/;

/**
 * （2）上半年样次完成并交齐报告：40%，59,933.60元 in a clause of payments: a sum among them whose words were not understood is an instalment
 * where it is, to the fen, the share of the price that stands right before it. In place; answers the problems that are solved so.
 */
export function takeFittingShares(
  schedules: readonly Schedule[],
  unread: readonly Unread[],
  budgets: readonly Budget[],
): Problem[] {
  return unread.flatMap(({ schedule, content, span, problem }) => {
    const { text } = content;
    const [sum, more] = findSums(text.slice(span.start, span.end));
    const share = findPercents(text).findLast(({ end }) => end <= span.start);
    if (!schedules.includes(schedule) || !sum?.digits || more || !share) return [];
    const amount = moneyAt(content, at(span, sum.digits));
    const percent = percentAt(content, share);
    const isBeside = BESIDE.test(text.slice(share.end, span.start + sum.start));
    const isOf = budgets
      .filter(({ version }) => version === schedule.version)
      .flatMap(({ total, totalInCapitals }) => total ?? totalInCapitals ?? [])
      .some(({ fen }) => Math.abs((fen * Number(share.percent)) / ALL - (amount?.fen ?? 0)) <= SLACK_FEN);
    const said = /[^。；;]*$/.exec(text.slice(0, share.start))?.[0] ?? "";
    if (!amount || !percent || !isBeside || !isOf || NO_OWN_SHARE.test(said)) return [];
    schedule.instalments.push({
      ...{ from: null, to: null, occurrences: 1, amount, percent },
      condition: conditionBefore(content, share.start),
    });
    return [problem];
  });
}

const at = ({ start }: Span, part: Span): Span => ({ start: start + part.start, end: start + part.end });

/** The words of a share's own sentence before it, without its number. */
function conditionBefore(content: Unread["content"], end: number): ReturnType<typeof textAt> | null {
  const { text } = content;
  const stop = Math.max(...["。", "；", ";"].map((sign) => text.lastIndexOf(sign, end - 1))) + 1;
  const start = stop + behindNumber(text.slice(stop, end));
  const said = text.slice(start, end).replace(/[：:，,、（(\s]+$/, "");
  return said.length > 1 ? textAt(content, { start, end: start + said.length }) : null;
}
