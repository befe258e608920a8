import type { Schedule } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import { fitOf } from "../model/relation.ts";
import { scheduleClaims } from "../model/relation-schedule.ts";
import { isUpTo } from "../model/relation-steps.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { OTHER } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { findMoneyLike, findPercents } from "./figures/index.ts";
import { bareShareIn } from "./schedule-bare-shares.ts";
import { isGraded } from "./schedule-graded.ts";
import { itemsOf } from "./schedule-items.ts";
import { EACH_PAYS } from "./schedule-pays.ts";
import type { Paid } from "./schedule-prose.ts";
import { withoutEvents } from "./schedule-words.ts";

/** A share among payments that is no instalment's, and the schedule it stands amid. */
export interface Unclaimed {
  schedule: Schedule;
  problem: Problem;
  content: NormalText;
  span: Span;
  /** Told where the price is: a share there may be of anything. */
  isQuiet: boolean;
}

const NO_PART = {
  zh: "付款条款中的这一比例未能归入任何一期，请核对原件",
  en: "this share of a payment clause belongs to no instalment; check the page",
};

/** A share of the price by the words before it: 支付30%, 合同总价的30%, 首付款：30%, 至95%. */
const OF_PRICE = /(?:付|款|价|额|费|资金|比例|[至到])(?:的|为|至|到|达到?|[：:（(]|总[价额])*\s*(?:人民币)?$/;
/** A share that tells how far something has come, how well it is done, or of what else it is. */
const OF_ELSE =
  /(?:占|完成|超过|达[到至]?|税率|税费?|不低于|不少于|不超过|低于|每日|每天|每逾期|满意|合格|优惠|折扣|下浮|其中|包括|包含)[^，。；%]{0,12}$/;

/** The shares of a payment clause that look like an instalment's and were given to none. */
export function unclaimedShares(clause: Clause<FlowParagraph>, paid: readonly Paid[]): Span[] {
  const { text } = clause.part.content;
  const isTold = paid.some(({ instalment }) => instalment !== null);
  if (clause.isOther || !(isTold || (clause.isPayment && !clause.isBudget))) return [];
  const claimed = paid.flatMap(({ shares = [], unread }) => [...shares, ...unread]);
  return itemsOf(clause).flatMap((item) => {
    const said = text.slice(item.start, item.end);
    return findPercents(said)
      .filter(({ start, end }, index, all) => {
        const piece = said.slice(all[index - 1]?.end ?? 0, start);
        const isAgain = /^\s*[（(]\s*$/.test(piece) && all[index - 1]?.percent === all[index].percent;
        const behind = /^[^，。；]*/.exec(said.slice(end))?.[0] ?? "";
        // 验收合格付至85%: what stands before the payment says nothing of its share.
        const own = piece.slice([...piece.matchAll(EACH_PAYS)].at(-1)?.index ?? 0);
        const isElse =
          OF_ELSE.test(own) ||
          isGraded(text, piece) ||
          OTHER.test(withoutEvents(piece)) ||
          OTHER.test(behind);
        const isBare = bareShareIn(/[^，,、]*$/.exec(said.slice(0, end))?.[0] ?? "") !== null;
        const isOfPrice = (OF_PRICE.test(piece) || (isBare && clause.isPayment)) && !isElse;
        return isOfPrice && !isAgain && end > start;
      })
      .map(({ start, end }) => ({ start: item.start + start, end: item.start + end }))
      .filter((span) => !claimed.some((other) => other.start < span.end && span.start < other.end));
  });
}

export const toProblem = (clause: Clause<FlowParagraph>, span: Span): Problem =>
  notUnderstood(clause.part.content, span, NO_PART);

/**
 * Problems for shares that no instalment was given, but for those amid a schedule that comes out without them.
 * What is told as paid up to some day comes out however it is parted, which says nothing.
 */
export function problemsOfUnclaimed(contents: Contents, unclaimed: readonly Unclaimed[]): Problem[] {
  return unclaimed.filter(({ schedule }) => !comesOut(contents, schedule)).map(({ problem }) => problem);
}

function comesOut(contents: Contents, schedule: Schedule): boolean {
  if (schedule.instalments.some(({ amount, percent }) => isUpTo(amount) || isUpTo(percent))) return false;
  const claims = scheduleClaims({ ...contents, schedules: [schedule] });
  return (
    claims.length > 0 && claims.every(({ equation }) => equation !== null && fitOf(equation) === "holds")
  );
}

/** 按月拨付: whether words hold neither a sum nor a share. */
export const isWithoutSum = (words: string): boolean =>
  findMoneyLike(words).length === 0 && findPercents(words).length === 0;
