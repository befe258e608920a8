import type { Budget } from "../model/agreement.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { factoredIn } from "./budget-factors.ts";
import { moneyAt } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { isOfBefore } from "./budget-role-elsewhere.ts";
import { OF_ANOTHER, OF_FORMER_YEAR, PAYMENT_NAME, UNIT_PRICE } from "./budget-role-words.ts";
import {
  BOUND_BEFORE,
  BOUND_BEHIND,
  DIFFERENCE,
  LIST_PRICE,
  NO_PRICE,
  OTHER,
  PER_HEAD,
} from "./budget-words.ts";
import { type Clause, isProse, versionAt } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { isElse } from "./unplaced-wholes.ts";

/** 广告发布费, 律师费, 劳务报酬: what a price is called, whatever is bought. */
const NAMED = /\p{Script=Han}(?:费用?|价款?|货款|款项|租金|酬金|报酬|薪酬|金额|造价|经费|价格|总[价额])$/u;
/** 每月, 第一年, 预算: what is due by the time, or was planned. */
const OF_TIME =
  /每|月|年租|日租|天|课时|人次|担保|保证|注册|差旅|押金|奖励|季度?(?:租金|费)|首年|第[一二三四五六七八九十\d]+年|年均|日均|单价|标准|预算|原|超出|加班|滞纳|手续费|服务费率/;
/** 甲方向乙方支付, 2.: what may stand before the name in its sentence. */
const AT_START =
  /^\s*(?:[（(]?[一二三四五六七八九十\d.]{1,5}[、.．）)\s]\s*)?(?:本(?:合同|协议|项目|次)的?|(?:[甲乙丙]|委托|承[租揽包]|采购|需|供|买|卖)[方人]?(?:应|须|同意)?(?:向[^，。；]{1,8})?(?:支付|给付|付|收取)的?)?$/;
/** （大写：伍万元整）为定金, ，以后每年递增5%, 元每年: no whole, whatever is written twice. */
const NO_WHOLE_BEHIND =
  /^\s*(?:整)?[）)]?\s*(?:每|[/／]|[^。；]*(?:定金|押金|递增|递减|逐年|预付|退还|返还|退回|无息|归还|另签|无关))/;
/** 缴存风险金|, 上年度欠甲方|, 单场|: what is lodged, owed or paid once. */
const NO_WHOLE_BEFORE =
  /(?:欠|单场|单次|每场|月租|月费|缴存|缴纳|交纳|交存|已收|已付|抵押|质押|借)[^，。；;]*$|(?<![租酬佣价承包总]|承包|报酬)金(?:为|是|计|人民币|[：:¥￥\s])*$/;
/** 480元/小时, 96,000元为基数: no whole. */
const OF_ONE_BEHIND =
  /^\s*(?:[/／×xX*＊✕]|[（(]?\s*每|起|的?(?:标准|部分)|[，,]\s*共\s*\d|[^。；]{0,8}由[^，。；]{1,8}(?:自理|承担|负担))/;

/**
 * The one sum that an agreement calls by the name of a price (广告发布费：人民币96,000元整), where no budget was found; none where such
 * names are given to several. Where no sum is called so, the only one that is written in 大写 too.
 */
export function findLonePrice(clauses: readonly Clause[]): Budget[] {
  const found = clauses
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap((clause) => {
      const sums = findSums(clause.part.content.text);
      return sums.filter((sum) => isPrice(clause, sums, sum)).map((sum) => ({ clause, sum }));
    });
  if (found.length > 0) return onlyOf(found);
  const written = clauses.filter(isProse).flatMap(writtenOutIn);
  if (written.length > 0) return onlyOf(written);
  const apart = writtenApart(clauses);
  return apart.length > 0 ? apart : onlyOf(clauses.filter(isProse).flatMap(reckonedIn));
}

/** 托管费每人每月600元，32人，10个月，合计192,000元: what a price and all counts of its piece come to, to the fen. */
function reckonedIn(clause: Clause<FlowParagraph>): Place[] {
  const { text } = clause.part.content;
  if (clause.isOther || clause.isPayment) return [];
  const sums = findSums(text);
  return factoredIn(text, sums)
    .filter(
      ({ price, result: { start, end } }) =>
        COMES_TO.test(text.slice(price.end, start)) &&
        !isElse(text, start, end) &&
        !OF_ONE_BEHIND.test(text.slice(end)) &&
        !NO_WHOLE_BEHIND.test(text.slice(end)) &&
        !NO_WHOLE_BEFORE.test(text.slice(0, price.start)),
    )
    .map(({ result }) => ({ clause, sum: result }));
}

/** ，合计, ，总费用, ，加工费: what a price comes to. */
const COMES_TO =
  /(?:合计|共计?|总计|小计|计|[，,](?:总?\p{Script=Han}{0,4}(?:费用?|价款?|货款|租金|金额|报酬|总额)))(?:为|是|人民币|[：:¥￥\s])*$/u;

/** 86人每月18,920元，12个月总额为227,040元。 and 人民币大写：… in the next paragraph: the last sum, which that says again. */
function writtenApart(clauses: readonly Clause[]): Budget[] {
  const prose = clauses.filter(isProse).filter(({ isPayment }) => !isPayment);
  const found = prose.slice(1).flatMap((clause, at): Budget[] => {
    const before = prose[at];
    const [capitals, more] = findSums(clause.part.content.text);
    const sum = findSums(before.part.content.text).at(-1);
    const isSame = sum?.digits && capitals?.capitals && fenOf(sum) === capitals.capitals.fen;
    if (!isSame || more || capitals.digits || before.section !== clause.section) return [];
    if (!sum.digits || !capitals.capitals || !IN_CAPITALS.test(clause.part.content.text)) return [];
    const total = moneyAt(before.part.content, sum.digits);
    const totalInCapitals = moneyAt(clause.part.content, capitals.capitals);
    const version = versionAt(before, sum.start);
    return [{ version, name: null, total, totalInCapitals, restatements: [], lines: [] }];
  });
  return found.length === 1 ? found : [];
}

const IN_CAPITALS =
  /^\s*(?:[（(]?[一二三四五六七八九十\d.]{1,5}[、.．）)\s]\s*)?(?:人民币|金额|合计|总额)*[（(]?大写/;

interface Place {
  clause: Clause<FlowParagraph>;
  sum: MoneySum;
}

function onlyOf(found: readonly Place[]): Budget[] {
  const [first] = found;
  if (!first || new Set(found.map(({ sum }) => fenOf(sum))).size > 1) return [];
  const { clause, sum } = first;
  const { content } = clause.part;
  const total = sum.digits && moneyAt(content, sum.digits);
  const totalInCapitals = sum.capitals && moneyAt(content, sum.capitals);
  const version = versionAt(clause, sum.start);
  return total || totalInCapitals
    ? [{ version, name: null, total, totalInCapitals, restatements: [], lines: [] }]
    : [];
}

/** 每月36,500元，全年438,000元（大写：…）: a sum written in digits and in 大写, as the whole of an agreement's money is, by whatever name. */
function writtenOutIn(clause: Clause<FlowParagraph>): Place[] {
  const { text } = clause.part.content;
  if (clause.isOther || clause.turns.some(({ version }) => version === "amended")) return [];
  return findSums(text)
    .filter(({ digits, capitals }) => digits?.fen && capitals?.fen)
    .filter(
      (sum) =>
        !isElse(text, sum.start, sum.end) &&
        !isOfBefore(clause, text, sum) &&
        !NO_WHOLE_BEFORE.test(text.slice(0, sum.start)) &&
        !OF_ONE_BEHIND.test(text.slice(sum.end)) &&
        !NO_WHOLE_BEHIND.test(text.slice(sum.end)),
    )
    .map((sum) => ({ clause, sum }));
}

function isPrice({ part }: Clause<FlowParagraph>, sums: readonly MoneySum[], sum: MoneySum): boolean {
  const { text } = part.content;
  const floor = sums[sums.indexOf(sum) - 1]?.end ?? 0;
  const { label, piece, near } = phraseBefore(text, sum.start, floor);
  const words = text.slice(label.start, label.end);
  const behind = text.slice(sum.end);
  const before = /[^。；;：:]*$/.exec(text.slice(0, label.start))?.[0] ?? "";
  return (
    fenOf(sum) !== null &&
    AT_START.test(before) &&
    NAMED.test(words) &&
    ![OTHER, NO_PRICE, LIST_PRICE, OF_ANOTHER, PER_HEAD, DIFFERENCE, OF_TIME].some((kind) =>
      kind.test(piece),
    ) &&
    ![UNIT_PRICE, PAYMENT_NAME, OF_FORMER_YEAR].some((kind) => kind.test(words)) &&
    !BOUND_BEFORE.test(near) &&
    !BOUND_BEHIND.test(behind) &&
    !OF_ONE_BEHIND.test(behind)
  );
}
