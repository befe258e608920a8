import type { Span } from "./budget-figures.ts";

/** So near stands what a rate is of. */
const BESIDE = 14;
/** 签署后15日内，30%，714,000元: the sum that the share comes to stands right behind it. */
const RECKONED = /^\s*[，,（(]\s*(?:即|计|共|合|为|人民币|[¥￥\s])*\d[\d,，.]*\s*[万亿]?元/;

/** The last of some shares that a sum right behind it reckons, in a fragment of its own; undefined where none is, and for rates of tax. */
export const reckonedAmong = (shares: readonly Span[], text: string, from: number): Span | undefined => {
  const reckoned = shares.findLast(
    ({ start, end }) =>
      RECKONED.test(text.slice(end)) &&
      !/税|发票|利率/.test(text.slice(Math.max(from, start - BESIDE), end + BESIDE)),
  );
  return reckoned && /[，,：:]\s*$/.test(text.slice(from, reckoned.start)) ? reckoned : undefined;
};
