import { decimalToText } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import { unionOfBoxes } from "../model/place.ts";
import { type Claim, type Equation, operandsOf, outcomeOf } from "../model/relation.ts";
import { isMisput, isOfAnotherWhole, isWithoutRow } from "../model/relation-slip.ts";

/**
 * Figures of relations that fail by more than any misreckoning would, and a problem for those of
 * which none is told yet: they were put together wrongly,
 * or the paper is at odds with itself beyond what a rule can tell.
 */
export function findFarOff(
  claims: readonly Claim[],
  told: ReadonlySet<object>,
): { figures: Set<object>; problems: Problem[] } {
  const figures = new Set<object>();
  const problems = claims.flatMap((claim): Problem[] => {
    const { equation } = claim;
    if (equation === null || !isMisput(claim, claims)) return [];
    const operands = operandsOf(equation).filter(({ trust }) => trust !== "corrected");
    const isTold = operands.some(({ source }) => told.has(source) || figures.has(source));
    for (const { source } of operands) figures.add(source);
    if (isTold) return [];
    const places = operands.flatMap(({ evidence }) => evidence);
    const pageNumber = places[0]?.pageNumber;
    if (pageNumber === undefined) return [];
    const boxes = places.filter((place) => place.pageNumber === pageNumber).map(({ box }) => box);
    return [
      {
        code: "figure-not-understood",
        pageNumber,
        box: unionOfBoxes(boxes),
        message: messageOf(claim, equation, claims),
      },
    ];
  });
  return { figures, problems };
}

const WITHOUT_ROW = {
  zh: "去掉同一行后，各列合计都相符：该行或是上一行的一部分，或漏计入合计，无法判断，请核对原件",
  en: "the sums of several columns come out without one and the same row: it is part of another one, or was left out of them, which can't be told; check the page",
};
const OF_ANOTHER_WHOLE = {
  zh: "各期金额都是另一个总额的相应比例：该总额可能未能读出，或付款仍按别的总额计算，无法判断，请核对原件",
  en: "all these amounts are the shares of another total: that was not read, or they are still reckoned on it, which can't be told; check the page",
};

function messageOf(claim: Claim, equation: Equation, claims: readonly Claim[]): Problem["message"] {
  if (isWithoutRow(claim, claims)) return WITHOUT_ROW;
  if (isOfAnotherWhole(claim, claims)) return OF_ANOTHER_WHOLE;
  const { computed, printed } = outcomeOf(equation);
  const [own, other] = [computed ?? printed, printed].map(decimalToText);
  return {
    zh: `此处各数字相差过大（算得 ${own}，写作 ${other}），不像笔误，可能并非同一事项的数字，请核对原件`,
    en: `these figures differ by too much (they come to ${own}, printed is ${other}) for a slip: they may not belong together; check the page`,
  };
}
