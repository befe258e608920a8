import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { BOUND_BEFORE, BOUND_BEHIND, DIFFERENCE, OTHER, PAYS } from "./budget-words.ts";
import type { Clause } from "./clauses.ts";

export const LONGEST_LABEL = 40;
/** A price of one by its name. */
export const UNIT_PRICE = /(?:单价|@|每(?!年度?$)\S{1,6})$/;
/** Money that no list of costs has, though its clause stands behind one. */
const NEVER_LISTED =
  /违约|赔偿|赔付|免赔|罚|滞纳|押金|履约(?:保证|担保)|保函(?!费|手续)|注册资[本金]|开办资金|保额|保险金额|限额|逾期|(?<!折|加计)扣(?=款|除(?!优惠|折扣|让利|减免|免租|免费|装修)|减|发|$)|投保/;
/** 罚没物品处置费, 投保服务: what is bought, whose name only begins with such a word. */
const COST_OF = new RegExp(
  `(?:${NEVER_LISTED.source})(?![^，。；]*的)(?:\\p{Script=Han}{1,10}?(?:费用?|经费|支出|补助)|\\p{Script=Han}{0,10}?(?:服务|采购|开发|建设|系统|平台|设备|工作))$`,
  "u",
);
export const isCostOf = (words: string): boolean => COST_OF.test(words);
export const isNeverListed = (said: string, words: string): boolean =>
  (NEVER_LISTED.test(said) && !isCostOf(words)) || OWN_FUNDS.test(words);
/** 本项目预算205万元: what there was to spend on all of it. */
const OWN_FUNDS =
  /^(?:本|该|此)(?:项目|合同|采购|次采购|年度|次)?的?(?:采购|财政)?预算(?:金额|资金|总额|额|数)?$/;

/** The agreement's own price is no part of it. */
export const WHOLE_PRICE =
  /^(?:本|该|上述|最终|实际|(?:变更|调整|修改|修订)[前后]的?)?(?:合同|协议|签约|成交|中标)总?(?:合同)?(?:价款?|金额|额)$/;
/** 上年为6.8万元: of another time. */
export const OF_FORMER_YEAR = /^(?:上一?(?:年度?|期)|去年|往年|前一?年)$/;
/** 2025年度同类任务中标价, 上届活动承办费: what is told for comparison. */
export const OF_ANOTHER =
  /(?:投资|工程|项目)(?:概|估)算(?:总?投资)?(?:额|总额|金额)?$|(?:概|估)算(?:总?投资)(?:额|总额)?$|投资(?:总)?额$|(?:码洋|定价|送审|计费基数)(?:总)?(?:额|金额|价)?$|同类|类似(?:项目|任务|服务|业绩|合同)|上年同期|上届|(?<!以)上一?年度|上一个?\p{Script=Han}{0,4}(?:周期|轮|合同期)|往年|历年|去年/u;
/** 市级财政科技拨款100万元: who pays a part of the whole, and no word of when. */
export const GRANT =
  /(?:财政|专项|科技|上级|中央|[省市县区镇乡]级?)\p{Script=Han}{0,6}(?:拨款|补助款|资助款)(?=(?:为|共|计|[：:\s¥￥])*$)/u;
/** 报价12.8万元，…，未计入合同总价; …，成交金额均未超预算: what a sentence says behind a sum that is told beside the price. */
const TOLD_BESIDE =
  /(?:[不未](?:包[含括]|含|计|列|纳)(?:入|在)?|不[在属](?:于)?)(?:本|上述)?(?:签约)?(?:合同|协议|总)[^，。；]{0,4}(?:总?价|总?额|内|中)|未超(?:过|出)?(?:采购)?(?:预算|限价|控制价)/;

/** 其中县科技局补助50,000元已经包括在内: where money of the whole comes from, and no part of what it costs. */
const FUNDED =
  /(?:财政|上级|国家|政府|专项|[省市县区乡镇]|局|厅|委)\p{Script=Han}{0,6}(?:补助|补贴|资助|配套)(?:资金|经费|款|费)?$/u;
const IS_WITHIN = /^[^，。；]{0,4}(?:已经?)?(?:包[含括]|含|计入?)在?[^，。；]{0,6}[内中里]/;

/** Whether a sum that is called so stands beside the price by its words: of another time or thing, or told for comparison. */
export const isBeside = (words: string, behind: string): boolean =>
  OF_ANOTHER.test(words) ||
  (FUNDED.test(words) && IS_WITHIN.test(behind)) ||
  TOLD_BESIDE.test(/^[^。；;]*/.exec(behind)?.[0] ?? "");

/** 首付款, 尾款: a payment by its name, no part of a budget. */
export const PAYMENT_NAME =
  /^(?:已(?:支)?付(?:款|款项)?|首付款?|首款|[二三]期款|首[期笔](?:款|付款)?|预付(?:款|工程款)|进度款|中期款|[尾余]款|[尾末]期款?|质保金|质量保证金|定金|第[一二三四五六\d][期笔次](?:款|付款|款项)?|验收款|到货款|结算款)$/;

/** 其中专家费不超过10万元: a part told by its ceiling in the sentence that lists the parts. */
export const isCeilingOfPart = (text: string, { start, end }: Span): boolean =>
  /其中[^。；]*$/.test(text.slice(0, start)) && /[费款贴]$/.test(text.slice(start, end));

/** 应支付的费用包括：（1）咨询费: what is said of all parts is not said of the first. */
export const behindOpener = (piece: string): string =>
  piece.replace(/^.*(?:其中|包括|包含|如下|以下)[^，。；：:]{0,8}[:：]/, "");

/** 2025年1月1日至2025年12月31日租金: from which day to which is told in few words. */
const RANGE =
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:起?[至到]|—{1,2}|[-~～–])\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日止?/g;

/** Mostly Chinese, and not as long as a sentence; what stands in brackets (第一年（2025年）) counts for nothing. */
export function isLabel(name: string): boolean {
  const words = name.replace(/[（(][^（）()]*[）)]/g, "").replace(RANGE, "期间");
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const signs = words.replace(/[A-Za-z]+/g, "a").length;
  // PE管, LED屏.
  const isNamed = han >= 2 || /^[A-Za-z]{2,8}\p{Script=Han}$/u.test(words.trim());
  return words.length <= LONGEST_LABEL && isNamed && han * 2 >= signs;
}

/** Money amid the parts of a budget that isn't plainly something else. */
export function isAmongLines(
  clause: Clause,
  text: string,
  { label, piece, near }: Phrase,
  behind: string,
): boolean {
  const isBound = BOUND_BEFORE.test(near) || BOUND_BEHIND.test(behind);
  const isElse =
    (isBound && !isCeilingOfPart(text, label)) ||
    /^\s*[/／]/.test(behind) ||
    PAYMENT_NAME.test(near.replace(/^[，、\s]+/, "")) ||
    DIFFERENCE.test(piece) ||
    (OTHER.test(piece) && !isCostOf(text.slice(label.start, label.end))) ||
    isNeverListed(near, text.slice(label.start, label.end)) ||
    PAYS.test(behindOpener(piece)) ||
    UNIT_PRICE.test(piece.trim()) ||
    isBeside(text.slice(label.start, label.end), behind);
  return !isElse && !clause.isPayment && !clause.isOther;
}

/** 三个项目涉及财政资金合计1.87亿元: what is looked into, and not paid. */
export const isOfOthersFunds = (piece: string): boolean => OF_OTHERS_FUNDS.test(piece);
const OF_OTHERS_FUNDS = /涉及[^，。；\d]{0,12}(?:资金|投资|金额|预算|资产)[^，。；\d]{0,8}$/;

/** 总额以2万元为限: how much something may come to, be it called a total. */
export const isLimit = (near: string, behind: string): boolean =>
  /^\s*为限/.test(behind) && /以\s*(?:人民币)?[¥￥]?\s*$/.test(near);

/** 检测费500元由乙方承担: what one side bears besides is not what the agreement costs. */
export const BORNE =
  /^[^，。；]{0,6}[，,]?\s*(?:均|全部|另)?由(?![省市县区镇乡本级]{0,4}财政)[^，。；]{1,12}(?:承担|负担|缴纳|自理|支付)/;

/** 月服务费由19,900元调整为20,400元: what is due by the month stands in no list. */
export const DUE_BY_MONTH = /^(?:每个?)?月(?:服务费|租金|费用?|管理费|薪|工资|标准)/;

/** 成交金额低于预算金额93,000元: by how much one sum differs from another. */
export const IS_APART = /(?:低于|高于|少于|超出)[^，。；\d]{0,6}(?:金额|[价额])\s*(?:人民币)?[¥￥]?$/;

/** 单价由21.00元调整为|22.40元: what one costs now; 交当月租金|5,900元: what a month does. */
export const PRICE_CHANGED =
  /[交付缴](?:当|每个?|本|上|次)[月季年]的?(?:租金|费用?|服务费|款项?)\s*(?:人民币)?[¥￥]?\s*$|(?:单价|每(?:平方米|平米|㎡|吨|公里|人|台|亩|户|次|小时|课时|立方米?))[^，。；]*[由从][^，。；]*\d[^，。；]*(?:调整|变更|提高|降低|上调|下调|增加|减少|改)(?:为|到|至)\s*(?:人民币)?[¥￥]?\s*$/;
