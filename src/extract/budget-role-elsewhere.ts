import type { Saying } from "./budget-role.ts";
import { isLabel } from "./budget-role-words.ts";
import { STRONG_TOTAL, WEAK_TOTAL } from "./budget-words.ts";
import { behindNumber } from "./clauses.ts";

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
export const OF_FORMER = /上一个?\p{Script=Han}{0,4}(?:周期|轮|合同期)[^，。；]*$/u;

/** 核减后总额低于200,000元的，: from where on something else holds. */
export const isCondition = ({ text, sum, behind }: Saying): boolean =>
  /(?<!不)(?:低于|少于|高于|超过|不足|不满|达到?|满)\s*(?:人民币)?[¥￥]?\s*$/.test(
    text.slice(0, sum.start),
  ) && /^\s*(?:以[上下])?(?:的|时|后)\s*[，,、]/.test(behind);

/** 类似项目业绩，合同总价800,000元; 单项合同总价500万元以上的: of other agreements, or from where on something else holds. */
export const isOfOthers = ({ text, sum, behind }: Saying): boolean =>
  /(?:业绩|案例|同类(?:项目|合同)|类似(?:项目|合同)|单[项个]合同)[^。；]*$/.test(text.slice(0, sum.start)) ||
  /^\s*(?:[（(]含[）)])?\s*(?:及)?以[上下]的/.test(behind);

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
