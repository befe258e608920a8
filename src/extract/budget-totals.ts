import type { Phrase } from "./budget-phrases.ts";
import type { Told } from "./budget-prose.ts";
import type { MoneySum } from "./money-sums.ts";

/** 甲合计…；乙合计…；两项共计…: of sums that differ, only the one that all others add up to is the total. */
export function doubtfulTotals(told: readonly Told[]): Told[] {
  const bare = told.filter(
    ({ role, isClear, name, sum }) => role === "total" && !isClear && !name && fenOf(sum) !== null,
  );
  return (["original", "amended"] as const).flatMap((version) => {
    const same = bare.filter((each) => each.version === version);
    if (new Set(same.map(({ sum }) => fenOf(sum))).size < 2 || isRunning(told, same)) return [];
    const others = same.slice(0, -1);
    const isSum =
      others.reduce((all, { sum }) => all + (fenOf(sum) ?? 0), 0) === fenOf(same[same.length - 1].sum);
    return isSum && others.length > 1 ? others : same;
  });
}

/** 小计48万元，加收管理费4万元，合计52万元: each is the one before with the lines told since. */
function isRunning(told: readonly Told[], totals: readonly Told[]): boolean {
  return totals.slice(1).every((total, index) => {
    const [from, to] = [told.indexOf(totals[index]), told.indexOf(total)];
    const lines = told.slice(from + 1, to).filter(({ role, depth }) => role === "line" && depth === 0);
    const sum = lines.reduce((all, { sum }) => all + (fenOf(sum) ?? 0), fenOf(totals[index].sum) ?? 0);
    return lines.length > 0 && sum === fenOf(total.sum);
  });
}

const fenOf = ({ digits, capitals }: MoneySum): number | null => digits?.fen ?? capitals?.fen ?? null;

const CLEAR_TOTAL = /总(?!计)|(?:合同|协议)(?:价|金额|价款|额|款)|(?:成交|中标|签约)/;
/** What the total may come to is no total. */
const CEILING = /不(?:得)?(?:超过|高于|低于|少于)|以内|上限/;

/** 第三条|运营费462,000元: what a clause told before tells. */
const OF_CLAUSE = /第[一二三四五六七八九十\d]{1,3}条(?:所述|约定|所列|规定)?的?$/;

/** Whether a total's own words leave no doubt that it is the whole agreement's. */
export const isClearTotal = (text: string, { label, near }: Phrase): boolean =>
  (OF_CLAUSE.test(text.slice(0, label.start)) ||
    CLEAR_TOTAL.test(text.slice(label.start, label.end) + near)) &&
  !CEILING.test(near);

/** 优惠20000元，合同总价为: what stands in a total's sentence before it where something is taken off. */
export const TAKEN_OFF = /(?:优惠|折扣|打折|折让|让利|下浮|减免|抹零)[^。；]*$/;
