import { wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import type { Contents } from "../model/record.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { BOUND_BEFORE, BOUND_BEHIND, DIFFERENCE, NO_PRICE, OTHER, PER_HEAD } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { figuresOf, isToldChange } from "./record-money.ts";

const NO_PLACE = {
  zh: "此金额大小写并列，像是合同总额，但未能归入任何一项，请核对原件",
  en: "written in digits and in capital numerals, as an agreement's whole is, but given no place; check the page",
};

const NO_WHOLE = {
  zh: "此金额写明分次支付，像是合同总额，但与记录中的总额和各项都不相同，请核对原件",
  en: "told to be paid in parts, as an agreement's whole is, but neither a total nor a line; check the page",
};
/** 上述工程款38.6万元分两次给. */
const WHOLE_BEFORE =
  /(?:工程|合同|货|服务|项目|价|总)(?:款项?|价款|费用?|总?价|总额|金额|额)(?:为|共计?|计|人民币|[：:（(¥￥\s])*$/;
const IN_PARTS_BEHIND =
  /^(?:整)?[）)]?\s*[，,]?\s*(?:由[^，。；\d]{2,6}|共)?分\s*(?:\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:次|期|笔|批)/;

const NOT_THE_WHOLE = {
  zh: "此处称为合同总价，但与记录中的总额和各项都不相同，请核对原件",
  en: "called the agreement's whole price, but neither a total of the record nor a line; check the page",
};
/** 以变更后合同总价|1,712,020元为基数, 不超过合同总价|…: the whole by its name, wherever it is told again. */
const CALLED_WHOLE = /(?:本|该)?(?:合同|协议|框架)总(?:价款?|金额|额)(?:为|是|即|人民币|[：:¥￥\s])*$/;
/** 合同总额：3.8万元/月×12个月＝: what it is reckoned from. */
const TIMES_BEHIND = /^\s*(?:[/／][^，。；\d]{1,4})?\s*[×xX*＊✕]/;
/** Another agreement's, or that of some other time. */
const OF_OTHERS =
  /另|其他|类似|同类|业绩|单项|暂估|上一?年|去年|以往|历史|第三方|分包|签[订署立]的|采购人与|[^，。；]{0,6}与[^，。；]{2,16}签[订署]/;

/** 第一期项目合同总额…，已于2024年结清: of an agreement that is over. */
const SETTLED =
  /^(?:元)?(?:整)?[）)]?[，,]?[^，。；\d]{0,6}(?:已|业已|均已)[^，。；]{0,14}(?:结清|付清|付讫|履行完毕|执行完毕)/;

/** What one side lodges, or what a unit costs, is written twice as well. */
const ELSE =
  /保证金|押金|担保|保函|注册资[本金]|单价|每[^，。；]{0,8}$|限价|保额|保险|赔|罚|违约|定额|基数|标准/;

/**
 * Problems for sums of prose that are written twice, in digits and in 大写, as the whole of an agreement's money is, and whose
 * value stands nowhere in the record: the words that call it a total were likely misread.
 */
export function findUnplacedWholes(flow: Flow, { budgets, schedules }: Contents): Problem[] {
  const { price, paid } = figuresOf({ budgets, schedules });
  const known = new Set([...price, ...paid].map(({ fen }) => fen));
  const totals = budgets.flatMap(({ total, totalInCapitals }) => total ?? totalInCapitals ?? []);
  return findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content }, isOther }) => {
      const strange = findSums(content.text).filter((sum) =>
        [sum.digits, sum.capitals].every((money) => !money?.fen || !known.has(money.fen)),
      );
      const unknown = isOther ? [] : strange.filter(({ start, end }) => !isElse(content.text, start, end));
      const twice = unknown
        .filter(({ digits, capitals }) => digits?.fen && capitals?.fen)
        .filter((sum) => sum.digits?.fen !== sum.capitals?.fen || !isToldChange(budgets, content.text, sum));
      const inParts = unknown.filter(
        ({ start, end, digits, capitals }) =>
          !(digits && capitals) &&
          WHOLE_BEFORE.test(content.text.slice(0, start)) &&
          IN_PARTS_BEHIND.test(content.text.slice(end)),
      );
      const called = strange.filter(
        (sum) =>
          !twice.includes(sum) &&
          CALLED_WHOLE.test(content.text.slice(0, sum.start)) &&
          !TIMES_BEHIND.test(content.text.slice(sum.end)) &&
          (!BOUND_BEHIND.test(content.text.slice(sum.end)) || isSlipOfAny(sum, totals)) &&
          !isOfFormerPeriod(content.text, sum) &&
          !OF_OTHERS.test(phraseBefore(content.text, sum.start, 0).piece),
      );
      return [
        ...called.map((sum) => notUnderstood(content, sum, NOT_THE_WHOLE)),
        ...twice.map((sum) => notUnderstood(content, sum, NO_PLACE)),
        ...inParts.map((sum) => notUnderstood(content, sum, NO_WHOLE)),
      ];
    });
}

/** 赔偿以框架总价4,785,000元为上限: a bound that is a total but for one slip may be that total told again. */
const isSlipOfAny = (sum: MoneySum, totals: readonly Money[]): boolean =>
  totals.some(({ fen }) => looksSlipped(wholeToDecimal(fen), wholeToDecimal(fenOf(sum) ?? 0)));

const isOfFormerPeriod = (text: string, { start, end }: Span): boolean =>
  /第[一二三四五六七八九\d]{1,2}[期轮年]|[上前往]一?[期轮]|一期/.test(
    /[^，。；]*$/.exec(text.slice(0, start))?.[0] ?? "",
  ) && SETTLED.test(text.slice(end));

/** Whether the words around a sum of prose, `[start, end)`, make it something else than a whole: a bound, a deposit, a price by the head. */
export function isElse(text: string, start: number, end: number): boolean {
  const { piece, near } = phraseBefore(text, start, 0);
  const isKnown = [OTHER, ELSE, NO_PRICE, PER_HEAD, DIFFERENCE].some((words) => words.test(piece));
  return isKnown || BOUND_BEFORE.test(near) || BOUND_BEHIND.test(text.slice(end));
}
