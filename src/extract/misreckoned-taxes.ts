import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { notUnderstood } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { LEGAL_RATES, taxRatesIn } from "./budget-taxes.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { toldPlaces } from "./told-places.ts";

const MISTAXED = {
  zh: "此不含税价或税额与所写各含税金额不合任何一档增值税税率，或相加不符，请核对原件",
  en: "this price without tax, or tax, fits none of the prices with tax told by any rate of the tax, or doesn't add up; check the page",
};

const NET = /(?:不含|未含|除)(?:增值)?税/;
const TAX =
  /(?<![含免价])(?:增值|销项)?税(?:款|金|额|税额)?(?:总?额|合计)?\s*(?:[（(][^（）()]{0,12}[）)])?(?:人民币|[为是计约：:¥￥\s])*$/;
/** Other taxes, and what is no tax of this price. */
const OTHER_TAX = /所得税|印花税|契税|附加|房产税|车船|个税|个人|进项|关税|代扣|缴税|纳税|税费|税率/;
/** A tax may be rounded to whole 元. */
const YUAN_FEN = 100;

/** What a sum is by its words: a price without the value-added tax, or that tax; null for neither. */
export function taxKindOf(text: string, sums: readonly MoneySum[], sum: MoneySum): "net" | "tax" | null {
  const { near } = phraseBefore(text, sum.start, sums[sums.indexOf(sum) - 1]?.end ?? 0);
  if (OTHER_TAX.test(near.replace(/[（(]?税率[^，。；]{0,6}[）)]?/, ""))) return null;
  return NET.test(near) ? "net" : TAX.test(near) ? "tax" : null;
}

/**
 * Whether a price without tax, or a tax, fits what else is told: by a rate of the tax to one of the sums that may be the price
 * with it, and, where the other of both stands in its paragraph, adding up to one of them.
 */
export function fitsTax(
  text: string,
  sums: readonly MoneySum[],
  sum: MoneySum,
  wholes: readonly number[],
): boolean {
  const fen = fenOf(sum) ?? 0;
  const kind = taxKindOf(text, sums, sum);
  const others = sums.filter((other) => other !== sum);
  const partners = others
    .filter((other) => ![null, kind].includes(taxKindOf(text, sums, other)))
    .map((other) => fenOf(other) ?? 0)
    // …元（不含税）（大写：…）: what is told as the whole is no part of it.
    .filter((partner) => !wholes.includes(partner));
  const all = [
    ...wholes,
    ...others.filter((other) => taxKindOf(text, sums, other) === null).map((other) => fenOf(other) ?? 0),
  ];
  const slack = Math.max(YUAN_FEN, (sum.digits?.precisionFen ?? 1) / 2 + YUAN_FEN / 2);
  if (partners.length > 0) {
    const exact = Math.max(1, (sum.digits?.precisionFen ?? 1) > YUAN_FEN ? slack : 1);
    const isSum = partners.some((partner) => all.some((whole) => Math.abs(whole - partner - fen) <= exact));
    // 不含税造价2,650,000元，税率为9%，税额为248,500元: both may add up to a price that was reckoned with a wrong tax.
    const [rate, more] = taxRatesIn(text);
    const net = kind === "net" ? fen : partners[0];
    const tax = kind === "net" ? partners[0] : fen;
    const isOfRate =
      rate === undefined || more !== undefined || partners.length > 1 || isTaxAt(net, tax, rate, slack);
    return (isSum && isOfRate) || all.length === 0;
  }
  const told = taxRatesIn(text);
  const rates = told.length > 0 ? told : LEGAL_RATES;
  const isBy = (whole: number, rate: number): boolean => {
    const net = whole / (1 + rate / 100);
    return kind === "net"
      ? Math.abs(net - fen) <= slack
      : Math.abs(whole - net - fen) <= slack || Math.abs((whole * rate) / 100 - fen) <= slack;
  };
  // Of things at several rates the tax lies between.
  const isBetween = (whole: number): boolean => {
    const [most, least] = [Math.min(...told), Math.max(...told)].map((rate) => whole / (1 + rate / 100));
    const net = kind === "net" ? fen : whole - fen;
    return told.length > 1 && net >= least - slack && net <= most + slack;
  };
  return all.length === 0 || all.some((whole) => isBetween(whole) || rates.some((rate) => isBy(whole, rate)));
}

/** Whether a tax is what a rate makes of a price without it, or of one with it. */
const isTaxAt = (net: number, tax: number, rate: number, slack: number): boolean =>
  [net, net + tax].some((base) => Math.abs((base * rate) / 100 - tax) <= slack);

/** Problems for prices without tax and taxes of prose that fit no price told with its tax, where no line or total is one of them. */
export function findMistaxed(flow: Flow, { budgets, schedules, problems }: Contents): Problem[] {
  const wholes = budgets.flatMap(({ total, totalInCapitals, restatements, lines }) =>
    [total, totalInCapitals, ...restatements, ...lines.map(({ amount }) => amount)].flatMap(
      (money) => money ?? [],
    ),
  );
  const known = [
    ...wholes.flatMap(({ evidence }) => evidence),
    ...schedules.flatMap(({ instalments }) => instalments.flatMap(({ amount }) => amount?.evidence ?? [])),
    ...toldPlaces(problems),
  ];
  const fens = wholes.map(({ fen }) => fen);
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther)
    .flatMap(({ part: { content } }) => {
      const sums = findSums(content.text);
      return sums
        .filter((sum) => taxKindOf(content.text, sums, sum) !== null && !fens.includes(fenOf(sum) ?? 0))
        .filter((sum) => !standsAt(content, known, sum) && !fitsTax(content.text, sums, sum, fens))
        .map((sum) => notUnderstood(content, sum, MISTAXED));
    });
}
