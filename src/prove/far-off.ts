import { decimalToText } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import { unionOfBoxes } from "../model/place.ts";
import type { Contents } from "../model/record.ts";
import { type Claim, type Equation, type Operand, operandsOf, outcomeOf } from "../model/relation.ts";
import { type Misput, misputOf } from "../model/relation-misput.ts";
import type { Text } from "../model/value.ts";

/**
 * Figures of relations that fail as by no slip, the names of parts that miss their whole so, and a problem for those of which none is told yet: they were put together wrongly,
 * or the paper is at odds with itself beyond what a rule can tell.
 */
export function findFarOff(
  contents: Contents,
  claims: readonly Claim[],
  told: ReadonlySet<object>,
): { figures: Set<object>; problems: Problem[] } {
  const figures = new Set<object>();
  const problems = claims.flatMap((claim): Problem[] => {
    const { equation } = claim;
    const misput = misputOf(contents, claim, claims);
    if (equation === null || misput === null) return [];
    const operands = operandsOf(equation).filter(({ trust }) => trust !== "corrected");
    const isTold = operands.some(({ source }) => told.has(source) || figures.has(source));
    for (const { source } of operands) figures.add(source);
    if (claim.ruleId === "subtotal-equals-sum")
      for (const label of partsAmong(contents, operands)) figures.add(label);
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
        message: MESSAGES[misput] ?? farOff(equation),
      },
    ];
  });
  return { figures, problems };
}

/** The names of the parts among figures that don't make up their whole: it isn't sure what they are parts of. */
const partsAmong = ({ budgets }: Contents, operands: readonly Operand[]): Text[] =>
  budgets
    .flatMap(({ lines }) => lines)
    .filter(({ parent, amount }) => parent !== null && operands.some(({ source }) => source === amount))
    .map(({ label }) => label)
    .filter(({ trust }) => trust !== "corrected");

const MESSAGES: Partial<Record<Misput, Problem["message"]>> = {
  "without-row": {
    zh: "去掉同一行后，各列合计都相符：该行或是上一行的一部分，或漏计入合计，无法判断，请核对原件",
    en: "the sums of several columns come out without one and the same row: it is part of another one, or was left out of them, which can't be told; check the page",
  },
  "another-whole": {
    zh: "各期金额都是另一个总额的相应比例：该总额可能未能读出，或付款仍按别的总额计算，无法判断，请核对原件",
    en: "all these amounts are the shares of another total: that was not read, or they are still reckoned on it, which can't be told; check the page",
  },
  "of-months": {
    zh: "此处一个金额恰为另一个的若干倍，倍数与月数相同：可能一为每月、一为全部金额，无法判断，请核对原件",
    en: "one of these amounts is as many times the other as there are months: one may be by the month, which can't be told; check the page",
  },
  "third-factor": {
    zh: "此行数量与单价之积再乘以同一行的另一个数才等于金额：那一列可能是未能识别的乘数（如月数、天数），请核对原件",
    en: "this row's count times its price comes to its amount only times another number of the row, which may be a factor (months, days); check the page",
  },
  "line-alone": {
    zh: "各期付款之和只等于预算中的一项：其余各项的付款可能另有约定或未能读出，请核对原件",
    en: "what is paid comes to one line of the budget alone: how the others are paid may stand elsewhere or was not read; check the page",
  },
  "inner-line": {
    zh: "去掉名称带冒号的一行后，各项之和等于总额：该行可能是上一行的一部分，无法判断，请核对原件",
    en: "the lines come to the total without the one named behind a colon: it may be part of the line above, which can't be told; check the page",
  },
  "told-twice": {
    zh: "去掉同名两项中的一项后，各项之和等于总额：可能一为变更前、一为变更后，或重复列入，无法判断，请核对原件",
    en: "the lines come to the total without one of two of the same name: one may tell what it was before, or be listed twice, which can't be told; check the page",
  },
  steps: {
    zh: "此比例是截至该期累计支付的比例，而非该期的比例：可能是“付至”一类的写法，请核对原件",
    en: "this share is what is paid up to this instalment and not with it: most likely it is told so; check the page",
  },
  "without-payment": {
    zh: "去掉其中一笔后，各期付款之和等于总额：该笔可能不是价款（如保证金），也可能多付，无法判断，请核对原件",
    en: "the payments come to the total without one of them: it may be no payment of the price (a deposit), or one too many, which can't be told; check the page",
  },
};

function farOff(equation: Equation): Problem["message"] {
  const { computed, printed } = outcomeOf(equation);
  const [own, other] = [computed ?? printed, printed].map(decimalToText);
  return {
    zh: `此处各数字相差过大（算得 ${own}，写作 ${other}），不像笔误，可能并非同一事项的数字，请核对原件`,
    en: `these figures differ by too much (they come to ${own}, printed is ${other}) for a slip: they may not belong together; check the page`,
  };
}
