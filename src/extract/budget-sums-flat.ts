import { headingOf } from "./budget-by-sums-told.ts";
import type { Candidate } from "./budget-candidates.ts";
import type { Clause } from "./clauses.ts";
import type { SumTree } from "./sum-trees.ts";

/** A tree without the sums that name nothing of their own, or that a discount is all that stands beside: their parts take their place. */
export function flattened(
  candidates: readonly Candidate[],
  { parts }: SumTree,
  clauses: readonly Clause[],
): { parts: SumTree[]; dropped: number[] } {
  const dropped: number[] = [];
  const flat = parts.flatMap((part): SumTree[] => {
    const inner = flattened(candidates, part, clauses);
    dropped.push(...inner.dropped);
    const others = parts.filter((other) => other !== part);
    const isGross = others.length > 0 && others.every(({ at }) => candidates[at].fen < 0);
    const isMere =
      part.parts.length > 0 &&
      (isGross || (isUnnamed(candidates[part.at]) && !headingOf(candidates, part, clauses)));
    if (!isMere) return [{ at: part.at, parts: inner.parts }];
    dropped.push(part.at);
    return inner.parts;
  });
  return { parts: flat.sort((a, b) => a.at - b.at), dropped };
}

/** 五项, 报价, 不含税, 三部分之和: words of summing up, and no name. */
const NO_NAME =
  /^(?:以?[上前]|上述|前述)?[一二两三四五六七八九十\d]*个?(?:项|类|部分|品类|包)?(?:费用)?(?:之和|相加|报价|合计|小计|共计|总计|合价|不含税(?:合计)?)?$/;

/** 三包 sums up three, but 三包： at a paragraph's head is the third. */
const isUnnamed = (candidate: Candidate): boolean => !candidate.isOfHead && NO_NAME.test(nameOf(candidate));

/** What a candidate is called. */
export const nameOf = ({ clause, phrase: { label } }: Candidate): string =>
  clause.part.content.text.slice(label.start, label.end);
