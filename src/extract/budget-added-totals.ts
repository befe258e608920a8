import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import type { Told } from "./budget-prose.ts";

/** 6个月共312,000元。合同金额由684,000元变更为996,000元: whether an amended total is the one first agreed with the sum told before, which is what was added. */
export function isSumOfBoth(drafts: readonly Draft[], added: Draft, told: Told, { fen }: Money): boolean {
  const was = drafts.filter((draft) => draft.version === "original" && wholeOf(draft) > 0);
  const isAlone = drafts.every((draft) => draft === added || draft.version === "original");
  if (told.version !== "amended" || added.lines.length > 0 || was.length !== 1 || !isAlone) return false;
  if (!TURNED.test(told.clause.part.content.text.slice(0, told.sum.start))) return false;
  // 签约合同价100万元, told without a word of 原: what it was.
  const isAsBefore = wholeOf(added) === wholeOf(was[0]);
  return isAsBefore || (wholeOf(was[0]) + wholeOf(added) === fen && wholeOf(added) > 0);
}

const TURNED = /(?:变更|调整|修改|增加|改)(?:为|至|到)\s*(?:人民币)?[¥￥]?\s*$/;

const wholeOf = ({ total, totalInCapitals }: Draft): number => (total ?? totalInCapitals)?.fen ?? 0;
