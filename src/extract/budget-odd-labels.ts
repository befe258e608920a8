import type { Told } from "./budget-prose.ts";

const FEWEST_OTHERS = 2;
/** The last word of what costs are called. */
export const COST = /(?:费用?|薪酬|工资|报酬|酬金|补贴|补助|津贴|奖金|支出|成本|经费|资金|租金|税金?|款)$/;

/**
 * 办公费有3万元，差旅费共2万元，会议费共1万元: the one line of a list that lacks the word all others have before their sums,
 * and whose name goes on behind its noun by just as much: that word was misread and is no part of the name.
 * Answers these lines with their names cut short.
 */
export function oddLabels(told: readonly Told[]): Map<Told, Told["label"]> {
  const lines = told.filter(({ role }) => role === "line");
  const odd = lines.flatMap((line): [Told, Told["label"]][] => {
    const fillers = new Set(lines.filter((other) => other !== line).map(fillerOf));
    const [filler] = fillers;
    if (lines.length <= FEWEST_OTHERS || fillers.size !== 1 || filler === "" || fillerOf(line) !== "")
      return [];
    const { start, end } = line.label;
    const words = line.clause.part.content.text.slice(start, end);
    const name = words.slice(0, -filler.length);
    return COST.test(name) && !COST.test(words) ? [[line, { start, end: end - filler.length }]] : [];
  });
  return new Map(odd);
}

/** The Chinese words between what a sum is called and its digits. */
const fillerOf = ({ clause, label, sum, product }: Told): string =>
  clause.part.content.text
    .slice(label.end, Math.max(label.end, (product ?? sum).start))
    .replace(/人民币|[^\p{Script=Han}]/gu, "");
