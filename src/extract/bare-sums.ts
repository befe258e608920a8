import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { fitOf } from "../model/relation.ts";
import { subtotalClaims, totalClaims } from "../model/relation-budget.ts";
import { scheduleClaims } from "../model/relation-schedule.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { findMoneyLike, findPercents, findPeriods, findQuantities } from "./figures/index.ts";

const NO_UNIT = {
  zh: "像是金额，但其后的单位无法辨认，请核对原件",
  en: "looks like a sum of money, but the unit behind it was not made out; check the page",
};

const TORN_DIGITS = {
  zh: "像是金额，但其中有的数字无法辨认，请核对原件",
  en: "looks like a sum of money, but some of its digits were not made out; check the page",
};

/**
 * A number written as sums are, with letters that look like digits amid it (111lL,600.00), behind its name or ¥ and before what
 * follows a sum. 3x1.50 has none.
 */
const TORN =
  /(?<=[\p{Script=Han}：:¥￥]\s?)\d{1,3}(?:[,，]\d{3})*(?:[,，]\d{0,2})?[lLIiOoSsBZzTqD|]{1,3}\d{0,2}(?:[,，]\d{3}(?:\.\d{1,2})?|\d*\.\d{2})(?=\s*(?:元|$)|[，。；、：）)（(;,])/gu;

/** 4L320.00, 20L1,200.00, 2T450.00: a measure and then a sum, where all comes out; no measure stands before a comma or a point. */
const MEASURED = /^\d{1,3}[A-Za-z]\d/;

/**
 * A number written as sums are (groups of three, decimals, four digits or more), then one sign in the place of 元,
 * or one between it and 元, and then what follows a sum.
 */
const BARE =
  /(?<![\d.,，A-Za-z〔【[第号：:\-—])(?<number>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{4,}(?:\.\d{1,2})?|\d+\.\d{1,6})\s?(?:[方力]|万(?![元多余以])\p{Script=Han}|(?!万)\p{Script=Han}(?=元)|\p{Script=Han})元?(?=[，。；、：）)（(;,]|\s*$|占|大写|其中|[构组]成|共计|[\p{Script=Han}]{2,12}\d)/gu;
/** Signs behind a number that say what it counts. */
const COUNTED =
  /[年月日号时分秒岁页字版期届次级度条款项户人名台套件个份间辆张本册米里吨斤亩折倍成行股升桶袋箱把条盏具床枚粒颗站所层栋室班株只块支根组座]$/;
/** 每张0.045元: a price of less than a fen is no sum. */
const OF_FRACTIONS = /^0\.\d{3,6}元/;

/** 145540日: no time has so many digits. */
const NO_TIME = /^(?:\d{5,}|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?\s?[年月日号时分秒天周]$/;

/** 0754-8619 7752 广东…银行: the end of a telephone number. */
const DIALLED = /(?<!\d)0\d{2,3}\s?[-－—]\s?\d{3,4}\s$/;

/** 430235.70家: nothing but money is counted to the hundredth. */
const CENTS = /\d{3}\.\d\d(?!\d)/;

/**
 * Problems for numbers in prose that look like sums without their unit, where a budget or schedule does not come out,
 * for what is missing there may be one of them; and wherever one stands among parts of a budget, named like one, or has letters
 * for digits.
 */
export function findBareSums(flow: Flow, contents: Contents): Problem[] {
  const isWhole = comesOut(contents);
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content }, isPayment }) =>
      bareIn(content.text)
        .filter((span) => !isWhole || (!isPayment && isListed(content.text, span)))
        .concat([...content.text.matchAll(BARE_SHARE)].map(({ index, 0: said }) => spanOf(index, said)))
        .map((span) => notUnderstood(content, span, NO_UNIT))
        .concat(
          [...content.text.matchAll(TORN)]
            .filter(([said]) => !(isWhole && MEASURED.test(said)))
            .map(({ index, 0: said }) => notUnderstood(content, spanOf(index, said), TORN_DIGITS)),
        ),
    );
}

/** 预付10；竣工后支付到50%: no payment is of so few, and what is paid up to later steps comes out without it. */
const BARE_SHARE =
  /(?<=(?:预付|支付|拨付|付[至到]|(?:总价款?|价款|总额|合同额|合同价)的)\s?)\d{1,2}(?:\.\d{1,2})?(?=[，,](?!\d)|[；;。]|\s*$)/g;

const spanOf = (start: number, said: string): Span => ({ start, end: start + said.length });

/** 教材费30000都、劳务费70000元: a cost's name before it, a comma and another cost behind it. */
const isListed = (text: string, { start, end }: Span): boolean =>
  COST_BEFORE.test(text.slice(0, start)) && OTHER_BEHIND.test(text.slice(end));
const COST_BEFORE =
  /(?:费用?|经费|薪酬|工资|补贴|补助|津贴|支出|成本|[租酬税]金|报酬)(?:[为是约共计：:]|人民币|[¥￥\s])*$/;
const OTHER_BEHIND = /^[、，,；;][^，。；、]{2,16}\d[\d,.]*(?:万|亿)?元/;

function comesOut(contents: Contents): boolean {
  const claims = [...totalClaims(contents), ...subtotalClaims(contents), ...scheduleClaims(contents)];
  return claims.every(({ equation }) => equation !== null && fitOf(equation) === "holds");
}

function bareIn(text: string): Span[] {
  const known = [
    ...findMoneyLike(text).filter(({ fen }) => fen !== null),
    ...findPercents(text),
    ...findQuantities(text).filter(({ start, end }) => {
      const said = text.slice(start, end);
      // 2.1家元, 差旅费共21,000家: a sign of money was misread as a measure.
      const isMoney = text.startsWith("元", end) || COST_BEFORE.test(text.slice(0, start));
      return !isMoney && !CENTS.test(said) && !NO_TIME.test(said);
    }),
    ...findPeriods(text, "2000"),
  ];
  return [...text.matchAll(BARE)]
    .filter(([said]) => (!COUNTED.test(said) || NO_TIME.test(said)) && !OF_FRACTIONS.test(said))
    .filter(({ index, 0: said }) => index > 0 && !/^热线|^平台/.test(text.slice(index + said.length - 1)))
    .filter(({ index }) => !DIALLED.test(text.slice(0, index)))
    .map(({ index, 0: said }) => spanOf(index, said))
    .filter((span) => !known.some((other) => other.start < span.end && span.start < other.end));
}
