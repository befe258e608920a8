import type { Budget } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { sumsOfBases } from "./budget-bases.ts";
import { isBesidePrice } from "./budget-beside.ts";
import { CHANGED_BY } from "./budget-differences.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { isOfBefore } from "./budget-role-elsewhere.ts";
import { isBeside, isNeverListed, OF_ANOTHER } from "./budget-role-words.ts";
import { withEach } from "./budget-times.ts";
import {
  BOUND_BEFORE,
  BOUND_BEHIND,
  DIFFERENCE,
  LIST_PRICE,
  NO_PRICE,
  OTHER,
  PAYS,
  PER_HEAD,
} from "./budget-words.ts";
import type { Clause } from "./clauses.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** 每场180元, 月租金, 单价: what one of something costs, or what is due by the month. */
const OF_ONE =
  /单价|[人户亩件台次日月年场]均(?:为|约)?$|[每按](?:一|个)?[^，。；、：:\d]{1,12}$|标准(?:为|是|[：:])?[^，。；\d]{0,6}$|的(?:均|一律)?按$/;
/** 首年月租金: what is due by the month. */
const BY_MONTH =
  /^(?:其中)?(?:(?:原|[主母])(?:合同|协议)的?)?(?:首年|第[一二三四五六七八九十\d]+年)?(?:每个?月|月(?:度)?)(?:租金?|服务费|费用?|管理费|物业费|承包费|应付)/;
/** 元/吨, 元每人, 元一次. */
const OF_ONE_BEHIND = /^\s*(?:[/／×xX*＊✕]|每(?!年)|一[次个台人]|计(?:价|费|算)(?!得))/;
/** 单笔支出5,000元: from which sum on something else holds. */
const THRESHOLD =
  /单[件笔项次台个条张价][^，。；]{0,12}$|(?:超过|达到?|满|不足|低于|高于|突破)[^，。；\d]{0,8}$|达到?[^，。；\d]{0,8}\d+(?:\.\d+)?[%％]\s*(?:即|计)?\s*(?:人民币)?[¥￥]?\s*$/;
const THRESHOLD_BEHIND =
  /^\s*(?:[（(]?(?:不?含|包括)本?数?[）)]?)?(?:以[上下内外]|及以[上下]|的部分|起(?![草码])|为[限上]|为(?:上|下)限|封顶|至\s*\d)/;
/** What stands beside the price, who bears it, and what is settled by itself. */
const BESIDE_PRICE =
  /[不未](?:包[含括]|含|计|列|纳)(?:入|在)?[^，。；]{0,10}(?:内|中|价|额|用|费|款)|不在[^，。；]{0,10}(?:内|中|列支)|不从[^，。；]{0,10}列支|自[理筹付行费]|由[^，。；\d]{1,14}(?:承担|负担|自理|垫|缴[付纳]|交[付纳]|直接|支付|发放|据实)|另[行计]|据实|按实|另外(?:收|计|付)|自愿|自(?:己|个儿)[^，。；\d]{0,4}(?:出|掏|去收)(?![发租售借])|(?:另外|自)[出掏](?![发租售借])|直接[交付转]?给(?!乙方|[承供卖服受施出中][^，。；]{0,6}方)|不经[^，。；]{1,10}手|[自己方](?:另外)?自?己?[去来]?[办买购][^。；]{0,12}(?:估计|预计|大概|大约|约)|(?:[水电气车运杂]|材料|苗|油)[费钱][^，。；\d]{0,6}[方会司村]出/;

/** What someone has, has got, or what a thing is worth: it costs the agreement nothing. */
const WORTH =
  /花了?(?:钱)?[买购修建盖]|保函|注册|残值|重置价|新[机车]价|折旧|开办资金|原始基金|营业(?:收入|额)|销售(?:收入|额)|产值|税收|利润|原值|净值|价值|市值|货值|结余|结转|余额|融资|概算|批复|年收入|门票收入|资产|奖[金励]|获资助|已(?:经)?(?:完成|履行|结清|支付|付)/;
/** What was paid or planned at another time, told for comparison, and what a bid was secured by. */
const COMPARED =
  /(?<!以)上(?!半年|下|述|列|线)一?(?:个)?(?:\p{Script=Han}{0,2}(?:年度?|期)|届|轮|学年|学期|五年|合同期)|前一?(?:任|承租|承包|供应|服务)|(?:仅|只)?作为?[^，。；]{0,6}参考|[无没]有?(?:遗留|未决)|与本(?:合同|协议)(?:租金|价款)?(?:无关|无涉)|前次|另案|去年|往年|历年|[年届]同期|同期(?:价|数|水平|支出|经费|费用)|同口径|(?:仅|只)?供(?:比较|参考|对照)|投标担保|未超(?:过|出)?(?:采购)?(?:预算|限价|控制价)|供[^，。；]{0,6}(?:参考|比对|对照)/u;
/** 出租方投保机损险，…，第三者责任险|100万元: up to what something is insured. */
const INSURED =
  /(?:投保|保额)[^。；;]*险(?:[（(][^（）()]*[）)])?(?:保额|限额)?(?:为|不低于|每人|每次)?[：:¥￥\s]*$/;
const FOR_EXAMPLE = /例如|譬如|比如|举例|示例|假[设如]|如(?=[^，。；]{0,12}为)/;

/** 水费估计3,000元左右: told roughly before and behind. */
const ROUGHLY = /(?:估计|预计|大概|大约|约)[^，。；\d]{0,4}$/;
const ROUGHLY_BEHIND = /^\s*(?:左右|上下|的?样子)/;

/** 报价已优惠5,000元: the prices told are what it left. */
const ALREADY_OFF = /已(?:经)?(?:含|包含|扣除|减去|计入|考虑)?(?:优惠|折扣|折让|让利|下浮|减免|抹零)/;

/** 押金由132,300元调整为|141,120元: what is put up, before and after. */
const DEPOSIT_CHANGED =
  /(?:押金|保证金|保函|担保)(?:的?(?:金额|数额))?[由从][^，。；;]*(?:调整|变更|增加|提高|降低|减少)(?:为|到|至)[^，。；\d]*$/;

/** …调整为141,120元，签署后5日内补足|8,820元: the difference, to the fen. */
function isDepositMade(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const at = sums.indexOf(sum);
  const [was, is] = [sums[at - 2], sums[at - 1]];
  const isTold = /补[足交缴][^，。；\d]{0,6}$/.test(text.slice(0, sum.start));
  if (!was || !is || !isTold || !DEPOSIT_CHANGED.test(text.slice(0, is.start))) return false;
  return (fenOf(is) ?? 0) - (fenOf(was) ?? 0) === fenOf(sum);
}

/** Whether what was first agreed and what it became are both told, so that what was added or taken is judged by them. */
const isAmending = (budgets: readonly Budget[]): boolean =>
  (["original", "amended"] as const).every((wanted) => budgets.some(({ version }) => version === wanted));

/** Whether money in a clause about the price is by its words no part of it: a bound, a rate, a penalty, what is borne by others. */
export function isOfOtherKind(
  clause: Clause<FlowParagraph>,
  sums: readonly MoneySum[],
  sum: MoneySum,
  budgets: readonly Budget[],
): boolean {
  const text = withEach(clause.part.content.text);
  const floor = sums[sums.indexOf(sum) - 1]?.end ?? 0;
  const { label, piece, near } = phraseBefore(text, sum.start, floor);
  const words = text.slice(label.start, label.end);
  const behind = text.slice(sum.end);
  const said = text.slice(sentenceStart(text, sum.start), sum.start);
  const sentence = said + (/^[^。；;]*/.exec(behind)?.[0] ?? "");
  return (
    /[×xX*＊✕]\s*[¥￥]?\s*$/.test(piece) ||
    [OTHER, NO_PRICE, LIST_PRICE, OF_ANOTHER, PER_HEAD, DIFFERENCE, PAYS, OF_ONE, THRESHOLD].some((kind) =>
      kind.test(piece),
    ) ||
    isOfBefore(clause, text, sum) ||
    INSURED.test(text.slice(0, sum.start)) ||
    isBeside(words, behind) ||
    isRateChanged(text, sums, sum) ||
    isOfRates(text, sums, sum) ||
    isNeverListed(piece, words) ||
    isCeiling(piece, sum, budgets) ||
    BY_MONTH.test(words) ||
    ALREADY_OFF.test(piece) ||
    DEPOSIT_CHANGED.test(said) ||
    isDepositMade(text, sums, sum) ||
    (isAmending(budgets) && CHANGED_BY.test(piece)) ||
    BOUND_BEFORE.test(near) ||
    [BOUND_BEHIND, OF_ONE_BEHIND, THRESHOLD_BEHIND].some((kind) => kind.test(behind)) ||
    [BESIDE_PRICE, FOR_EXAMPLE, WORTH, COMPARED].some((kind) => kind.test(sentence)) ||
    isBesidePrice(text, sum.start) ||
    (ROUGHLY.test(piece) && ROUGHLY_BEHIND.test(behind)) ||
    // What isn't its share stays to be told.
    sumsOfBases(text, sums).some(({ base, fits }) => base === sum && fits)
  );
}

/** 去年全年运费大约21万元: told of another time. */
export function isOfAnotherTime(clause: Clause, text: string, sum: MoneySum): boolean {
  const said = text.slice(sentenceStart(text, sum.start), sum.start);
  const sentence = said + (/^[^。；;]*/.exec(text.slice(sum.end))?.[0] ?? "");
  return isOfBefore(clause, text, sum) || COMPARED.test(sentence);
}

/** 油价涨跌超过0.8元: from which sum on something else holds. */
export const isThreshold = (text: string, sum: MoneySum): boolean =>
  THRESHOLD.test(text.slice(sentenceStart(text, sum.start), sum.start));

/** 结算单价依次为682.50元、568.75元、717.50元: one of a row of prices, of which only the first stands behind their word. */
function isOfRates(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const before = beforeRow(text, sums, sums.indexOf(sum), /^\s*(?:[、，,和及与])\s*$/);
  // 原价男620元、女735元: each was the price of one kind.
  if (
    /原价\p{Script=Han}{0,4}$/u.test(
      beforeRow(text, sums, sums.indexOf(sum), /^\s*[、和及与]\s*\p{Script=Han}{0,4}$/u),
    )
  )
    return true;
  return /(?:单价|价格|标准|费率)[^。；;\d元]*(?:[＝=][^。；;元]*)?(?:依次|分别)(?:为|是)?(?:人民币|[：:¥￥\s])*$/.test(
    before,
  );
}

/** The words of its sentence before the first sum of a row of sums, with nothing but `between` between two of them. */
function beforeRow(text: string, sums: readonly MoneySum[], last: number, between: RegExp): string {
  let at = last;
  while (at > 0 && between.test(text.slice(sums[at - 1].end, sums[at].start))) at -= 1;
  return /[^。；;]*$/.exec(text.slice(0, sums[at].start))?.[0] ?? "";
}

/** 单价由每人每月3,980元调整为4,130元: what one costs now, as the sum before it did. */
function isRateChanged(text: string, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const before = sums[sums.indexOf(sum) - 1];
  return (
    before !== undefined &&
    OF_ONE.test(text.slice(0, before.start)) &&
    /^[，,]?\s*(?:现|统一)?(?:调整?|变更?|修改|提高|降低|上调|下调|增加|减少|改)(?:为|至|到)\s*(?:人民币)?[¥￥]?\s*$/.test(
      text.slice(before.end, sum.start),
    )
  );
}

/** 本项目年度预算为152万元 beside a price of 149万元: what there was to spend. */
function isCeiling(piece: string, sum: MoneySum, budgets: readonly Budget[]): boolean {
  const wholes = budgets.map(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? 0);
  return budgets.length > 0 && CEILING.test(piece) && (fenOf(sum) ?? 0) >= Math.max(...wholes);
}

const CEILING = /(?:预算|限价|控制价)(?:金额|总额|总价|价|数|资金)?(?:人民币|[为是：:¥￥\s])*$/;

const sentenceStart = (text: string, at: number): number =>
  Math.max(...["。", "；", ";"].map((stop) => text.lastIndexOf(stop, at - 1))) + 1;
