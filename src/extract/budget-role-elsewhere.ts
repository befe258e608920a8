import { discountsIn, leaves } from "./budget-discounts.ts";
import type { Saying } from "./budget-role.ts";
import { isLabel } from "./budget-role-words.ts";
import { STRONG_TOTAL, SUBTOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { behindNumber, type Clause } from "./clauses.ts";
import { findDays } from "./dates/read-day.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { isNoneOfIt } from "./schedule-refusals.ts";
import { FORMER_LABEL } from "./term-words.ts";

/** 按合同总金额（436,800元）的30%支付违约金: the whole said again, whatever the sentence is about. */
export const isSaidAgain = ({ text, sum, behind }: Saying): boolean =>
  (SAID_AGAIN.test(text.slice(0, sum.start)) && /^\s*[）)]/.test(behind)) ||
  THAT_IS.test(text.slice(0, sum.start)) ||
  (OF_WHOLE.test(text.slice(0, sum.start)) &&
    /^\s*[）)]?\s*的?\s*(?:\d+(?:\.\d+)?\s*[%％‰]|[万千百]分之)/.test(behind));

/** The whole, and none of 未履行部分的合同价款, 当月合同金额. */
const SAID_AGAIN =
  /(?<=^|[，。；：、（(\s]|[按照以即依据为]|[本该]|上述|超过)(?:合同|协议)(?:的?总(?:金额|价款?|额)|总价|价款|金额)\s*[（(]\s*(?:即|为|人民币|大写|小写|[：:¥￥\s])*$/;

/** 监理酬金总额60.5万元，即|605,000元. */
const THAT_IS =
  /(?:总[价额]|总(?:金额|价款|费用|经费|报酬|酬金)|合计|共计|总计)[^，。；\d]{0,6}\d[\d,.]*\s*[万亿]?元(?:整)?\s*[，,（(]\s*即(?:人民币|[¥￥\s])*$/;

/** 以本合同总价款757,600元的10%为限. */
const OF_WHOLE =
  /(?:[，。；：、\s]|[按照以即依据为]|[本该]|上述|超过|(?:调整|变更|修改|修订|核定|增加|减少)后的?)(?:合同|协议)(?:的?总(?:金额|价款?|额)|总价|价款|金额)(?:即|为|人民币|[：:¥￥\s])*$/;

/** 上一维保周期（2022年至2025年）成交价为: of another time, whatever it is called. */
export const OF_FORMER =
  /(?:上一(?:期|轮|届)(?:合同|协议|服务|租约)(?![^，。；]*(?:一致|相同|持平|结转|不变))|上一个?\p{Script=Han}{0,4}(?:周期|轮|合同期)|上一?\p{Script=Han}{0,2}(?:订阅|租|服务|合同|保险|采购)(?:期|年度))[^，。；]*$/u;

/** 双方2024年5月所签合同（服务期…，全年费用1,116,000元）即将到期; 2025年度培训协议（总价376,500元）项下结余; 较2024年度审计费279,800元略有增加: of an agreement before this one, by the words around it. */
export function isOfBefore(
  clause: Pick<Clause, "startYear" | "turns">,
  text: string,
  sum: MoneySum,
): boolean {
  const behind = text.slice(sum.end);
  const before = /[^。；;]*$/.exec(text.slice(0, sum.start))?.[0] ?? "";
  if (isNoneOfIt(behind)) return true;
  const bracket = IN_BRACKET.exec(before)?.[1];
  const outside = /^[^（）()]*[）)]([^。；;]*)/.exec(behind)?.[1];
  if (bracket !== undefined && outside !== undefined) {
    if (/(?<!本|此|该)(?:合同|协议)书?》?\s*$/.test(bracket) && EXPIRES.test(outside)) return true;
    if (/(?:前序|前期|上期|以往)项目\s*$/.test(bracket) && /结清|清结|付清/.test(outside)) return true;
    if (BOUGHT.test(before.slice(bracket.length)) && /^[^（）()]{0,6}的?[）)]/.test(behind)) return true;
    const year = /(20\d{2})年度?[^，。；]{0,16}(?:合同|协议)书?》?\s*$/.exec(bracket)?.[1];
    if (year && clause.startYear !== null && Number(year) < clause.startYear) return true;
  }
  // 双方所签合同将于7月31日到期。该合同年服务费238,800元: the one that ends.
  const last = /([^。；;]*)[。；;]\s*$/.exec(text.slice(0, sum.start - before.length))?.[1] ?? "";
  if (/^\s*(?:该|原)合同/.test(before) && /签.*(?:将|已).*(?:到期|期满|届满)/.test(last)) return true;
  // 原服务合同：有效期…，年服务费312,000元, in a paper that changes nothing of it: the one that a new one follows.
  const isChanging = clause.turns.length > 1 || clause.turns[0].version === "amended";
  if (!isChanging && FORMER_LABEL.test(text) && TELLS_TERM.test(text) && findDays(text).length > 1)
    return true;
  const isTurned = CHANGED_ONCE.test(before) && CHANGED_AGAIN.test(behind);
  return isTurned || (COMPARED.test(before) && DIFFERS.test(behind)) || FOR_REFERENCE.test(behind);
}

const TELLS_TERM = /有效期|服务期|租期|期限|合同期/;
/** 原有软件（2019年花26,000元买的）: what a thing cost once. */
const BOUGHT = /^[（(](?:19|20)\d{2}年[^，。；]{0,6}(?:花|买|购)[^，。；\d]{0,6}$/;
/** 经补充协议（一）变更为1,237,500元，现再次变更为: what an amendment before this one made of it. */
const CHANGED_ONCE =
  /(?<!本|本次)(?:补充|变更)协议[（(]?[一二三四1-4]?[）)]?》?[^，。；\d]{0,8}(?:变更|调整|修改|改)为(?:人民币|[¥￥\s])*$/;
const CHANGED_AGAIN =
  /^[^。；;\d]{0,6}[，,；;]\s*(?:现|本次|本协议)?(?:再次?|又|现|本次)(?:变更|调整|修改|改)为(?:人民币|[¥￥\s])*\d[\d,.]*万?元/;

const IN_BRACKET = /^(.*)[（(][^（）()]*$/;
const EXPIRES = /(?:到期|届满|期满|履行完毕|执行完毕|已终止)/;
const COMPARED = /(?:^|[，,、（(])\s*(?:较|比|同比)[^，。；]{2,20}$/;
const DIFFERS =
  /^[^，。；\d]{0,2}(?:略?有?所?(?:增加|减少|上升|下降|提高|降低|上涨|下调|上浮|下浮|增长)|略?[多少高低涨降增减])/;
const FOR_REFERENCE = /^[^。；;]*[，,](?:[仅只](?:作为?|供)[^，。；]{0,4}|供)参考/;

/** 按578000元一次包死, 以115,000元成交: the price that was agreed, whatever was reckoned or asked before. */
export const isAgreedUpon = (text: string, sum: MoneySum): boolean =>
  AGREED_BEFORE.test(text.slice(0, sum.start)) &&
  isOfAll(/[^。；;]*$/.exec(text.slice(0, sum.start))?.[0] ?? "") &&
  AGREED_UPON.test(text.slice(sum.digits?.end ?? sum.end));

/** 以上合计100,500元，按八八折付费，优惠后约定收费为|88,440元（大写…）: what a discount told before it leaves of a list's sum, written twice. */
export function isLeftInAll({ text, sum, state }: Saying): boolean {
  const before = text.slice(0, sum.start);
  const net = fenOf(sum);
  if (!(state.isListing || state.hasTotal) || net === null || !isCalledLeft(text, sum)) return false;
  const sums = findSums(before);
  return discountsIn(before, sums).some((discount) =>
    sums.some((gross) => leaves(discount, fenOf(gross) ?? 0, net)),
  );
}
export const isCalledLeft = (text: string, { capitals, start }: MoneySum): boolean =>
  capitals !== null && LEFT_IN_ALL.test(text.slice(0, start));
const LEFT_IN_ALL =
  /(?:合计|共计|总计|总价|总额)[^。；;]*[，,]\s*(?:优惠|让利|下浮|打?折|议价)后的?(?:约定|协议|合同|实际|最终|应[付收])*(?:收费|费用|价款?|价格|酬金|报酬|金额|服务费|款项)[合共总计为是：:]*(?:人民币)?[¥￥]?\s*$/;

/** 预算造价…，让利…，按: said of a price, or of nothing else in its sentence; 车辆，双方约定按 is of that alone. */
const isOfAll = (said: string): boolean =>
  !/其中/.test(said) &&
  (/造价|报价|让利|优惠|下浮|控制价|审核|(?:合同|总)?价款/.test(said) ||
    !/\p{Script=Han}[：:，,].*(?:按照?|以)/u.test(said));

/** Nothing that is only a part, or another agreement: 土建部分按, 甲方上一年与丙公司以. */
const AGREED_BEFORE =
  /(?:^|[，,。；;：:])\s*(?:经?(?:甲乙)?(?:双方|各方)?(?:友好)?(?:协商|商定|议定|磋商|谈判|同意|确定|约定)(?:一致)?(?:后)?|(?:优惠|让利|下浮|打?折|议价)后|最终|最后|本(?:合同|工程|项目)|现|故|遂|统一|双方)*(?:按照?|以)\s*(?:人民币)?[¥￥]?\s*$/;
const AGREED_UPON =
  /^(?:整)?\s*(?:[（(][^（）()]*[）)])?\s*(?:的?(?:固定)?总价|一次性?)?(?:包死|包干|总承包|总包|成交|签约|签订(?:本)?(?:合同|协议))(?![价的]|[^。；;]*(?:另计|另行|另按|含在|包含在|每[户人次台]))/;

/** 核减后总额低于200,000元的，: from where on something else holds. */
export const isCondition = ({ text, sum, behind }: Saying): boolean =>
  /(?<!不)(?:低于|少于|高于|超过|不足|不满|达到?|满)\s*(?:人民币)?[¥￥]?\s*$/.test(
    text.slice(0, sum.start),
  ) && /^\s*(?:以[上下])?(?:的|时|后)\s*[，,、]/.test(behind);

/** 类似项目业绩，合同总价800,000元; 单项合同总价500万元以上的: of other agreements, or from where on something else holds. */
export const isOfOthers = ({ text, sum, behind }: Saying): boolean =>
  /(?:业绩|案例|同类(?:项目|合同)|类似(?:项目|合同)|单[项个]合同)[^。；]*$|[（(](?:其)?总包(?:合同|协议)(?:总?价款?|总?金额|总?额)[^，。；\d]*$/.test(
    text.slice(0, sum.start),
  ) || /^\s*(?:[（(]含[）)])?\s*(?:及)?以[上下]的/.test(behind);

/** 分标段提交履约保函，一标段20,000元，二标段15,000元: what each lot is secured by. */
export const isSecured = ({ text, sum }: Saying): boolean =>
  /保函|保证金|担保|押金|保额|限额|罚|赔偿/.test(/[^。；;]*$/.exec(text.slice(0, sum.start))?.[0] ?? "");

/** 第三条 保险费：保费总额…（大写…）: what is paid for insurance is the price where insurance is what is bought. */
export const isPremium = ({ clause, sum, said, words }: Saying): boolean =>
  clause.isBudget &&
  sum.digits !== null &&
  sum.capitals !== null &&
  /^保(?:险)?费/.test(words) &&
  STRONG_TOTAL.test(said);

/** 上年支出约312万元: told roughly, and by no name of a whole. */
export const isRough = ({ text, sum, words }: Saying): boolean =>
  /约(?:为|计)?\s*(?:人民币)?[¥￥]?\s*$/.test(text.slice(0, sum.start)) &&
  !STRONG_TOTAL.test(words) &&
  !sum.capitals;

/** 签约合同价…。其中安全文明施工费总额…: what is set apart within the price told before it, be it called a sum. */
export const isBelowPrice = ({ clause, state, words }: Saying): boolean =>
  state.isBelowTotal && !clause.isPayment && !clause.isOther && isLabel(words);

/** 三、合同价款 above 人民币516,440.00元（大写：…）: what the heading names, written twice and called by no name of its own. */
export const isUnderPriceHeading = ({ clause, text, sum, state, behind }: Saying): boolean =>
  (sum.digits?.fen ?? 0) > 0 &&
  (sum.capitals?.fen ?? 0) > 0 &&
  UNNAMED.test(text.slice(behindNumber(text), sum.start)) &&
  ENDS.test(behind) &&
  !(clause.isPayment && state.hasTotal) &&
  !clause.isOther &&
  isPriceHeading(clause.heading);

/** Nothing that makes another thing of it: 元/年, 元每台, 为定金, 以内, 每年递增. */
const ENDS =
  /^\s*[）)]?\s*(?:$|[。；]|[，,]?\s*[（(]?\s*(?:[总此该]价?款?)?(?:已|均)?(?:含税?|包[含括干]|不含)(?![^。；]*(?:定金|押金|递增|上限|为限|据实|\d\s*[万亿]?元)))/;
const UNNAMED = /^(?:小写|大写|金额|人民币|为|即|计|RMB|[：:（(¥￥\s])*$/;

const isPriceHeading = (heading: string): boolean => {
  const words = heading
    .slice(behindNumber(heading))
    .replace(/[：:\s]/g, "")
    .replace(/(?:及|与|和)(?!.*(?:定金|押金|保证金)).*$/, "");
  return words.length <= LONGEST_PRICE_HEADING && (STRONG_TOTAL.test(words) || WEAK_TOTAL.test(words));
};

const LONGEST_PRICE_HEADING = 12;

/** 以上六项小计480,600元: a sum of what stands above, though the word is that of a product. */
export const isSumOfAbove = ({ clause, text, sum, label }: Saying): boolean =>
  !clause.isOther &&
  /^(?:以上|上述|前述)(?!\p{Script=Han}{0,4}(?:核减|核增|减少|增加|调减|调增|追加|净增|净减|扣减))/u.test(
    text.slice(label.start),
  ) &&
  SUBTOTAL.test(text.slice(label.start, sum.start));

/** 支付合同总价（即763,776元）的5%作为违约金: the whole, told again right behind its name. */
export const isTotalInBrackets = ({ text, sum }: Saying): boolean =>
  IN_BRACKETS.test(text.slice(0, sum.start));
const IN_BRACKETS =
  /(?:^|[，。；：:]|按照?|(?<!第三方)支付|给付|承担|本|该|上述)(?:合同|协议)总(?:价款?|金额|额)[（(]\s*(?:即|计|为|人民币|[：:¥￥\s])*$/;
