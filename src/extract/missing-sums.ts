import { equals, multiply, readDecimal, subtract, wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { fitOf, outcomeOf } from "../model/relation.ts";
import { subtotalClaims, totalClaims } from "../model/relation-budget.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import { scheduleClaims } from "../model/relation-schedule.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { foldWidth } from "./figures/fold-width.ts";
import { findPercents } from "./figures/index.ts";

const MISSING = {
  zh: "合计恰好差这个数，但它未能归入任何一项，请核对原件",
  en: "a total lacks just this number, which was given no place; check the page",
};

const NUMBERS = /(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,]*\d)/g;
/** A gap of fewer digits, zeros at its end not counted, may be printed by chance. */
const FEWEST_DIGITS = 3;
/** A number may be of 元 or of 万元. */
const WORTHS_FEN = [100, 1_000_000];

/**
 * Problems for numbers in prose by which a total exceeds its parts and that stand nowhere in the record: a part whose unit
 * or words were misread, so that it was passed over.
 */
export function findMissingSums(flow: Flow, contents: Contents): Problem[] {
  const gaps = gapsOf(contents);
  const shares = missingShares(flow, contents);
  if (gaps.size === 0) return shares;
  const sums = findClauses(flow)
    .filter(isProse)
    .flatMap(({ part: { content } }) =>
      spansOf(foldWidth(content.text), gaps).map((span) => notUnderstood(content, span, MISSING)),
    );
  return [...shares, ...sums];
}

/** 税率3%, 逾期…3%: a share of something else. */
const NO_PART = /税|违约|罚|利[息率]|超|[低高]于|率|每[日天]|下浮|上浮|赔/;

/** 质量保证金：合同价的3%: what is kept back may be told by itself. */
const KEPT = /质量?保证?金|保修金|[尾余]款/;

/** Problems for a share (末了那3%押一年), in a clause of payments, that makes up just what all shares that were read lack. */
function missingShares(flow: Flow, contents: Contents): Problem[] {
  const gaps = scheduleClaims(contents).flatMap(({ equation }) => {
    if (equation?.kind !== "sum" || equation.terms[0]?.operand.kind !== "percent") return [];
    const { computed, printed } = outcomeOf(equation);
    return computed && fitOf(equation) !== "holds" ? [subtract(printed, computed)] : [];
  });
  if (gaps.length === 0) return [];
  const read = contents.schedules.flatMap(({ instalments }) =>
    instalments.flatMap(({ percent }) => percent?.evidence ?? []),
  );
  return findClauses(flow)
    .filter(isProse)
    .filter(
      ({ isPayment, isOther, part: { content } }) =>
        (isPayment && !isOther && !NO_PART.test(content.text)) || KEPT.test(content.text),
    )
    .flatMap(({ part: { content } }) =>
      findPercents(content.text)
        .filter((share) => gaps.some((gap) => equals(gap, readDecimal(share.percent))))
        .filter((share) => !standsAt(content, read, share))
        .map((share) => notUnderstood(content, share, MISSING)),
    );
}

/** By how much totals exceed what their parts come to, in fen; none that is a figure of the record. */
function gapsOf(contents: Contents): Set<number> {
  const claims = [...totalClaims(contents), ...subtotalClaims(contents), ...scheduleClaims(contents)];
  const gaps = claims.flatMap(({ equation }) => {
    if (equation?.kind !== "sum" || equation.result.kind !== "money" || fitOf(equation) === "holds")
      return [];
    const { computed, printed } = outcomeOf(equation);
    const gap = computed && multiply(subtract(printed, computed), wholeToDecimal(100));
    const fen = gap ? Number(gap.units) / 10 ** gap.scale : 0;
    return isTelling(fen) ? [fen] : [];
  });
  // An amendment whose own part is missing is filled up by what was first agreed: then its own lines tell the gap.
  const own = contents.budgets.flatMap((budget) => {
    const { total, totalInCapitals, lines } = budget;
    const fen = ((total ?? totalInCapitals)?.fen ?? 0) - sumOf(topLines(budget));
    return lines.length > 0 && isTelling(fen) ? [fen] : [];
  });
  const known = new Set([
    ...contents.budgets.flatMap(({ total, totalInCapitals, restatements, lines }) => [
      total?.fen,
      ...restatements.map(({ fen }) => fen),
      totalInCapitals?.fen,
      ...lines.map(({ amount }) => amount.fen),
    ]),
    ...contents.schedules.flatMap(({ instalments }) => instalments.map(({ amount }) => amount?.fen)),
  ]);
  return new Set([...gaps, ...own].filter((fen) => !known.has(fen)));
}

const isTelling = (fen: number): boolean =>
  Number.isSafeInteger(fen) && fen > 0 && String(fen).replace(/0+$/, "").length >= FEWEST_DIGITS;

function spansOf(text: string, gaps: ReadonlySet<number>): Span[] {
  return [...text.matchAll(NUMBERS)].flatMap(({ index, 0: digits }) => {
    const value = Number(digits.replaceAll(",", ""));
    const isMissing = WORTHS_FEN.some((worth) => gaps.has(Math.round(value * worth)));
    return isMissing ? [{ start: index, end: index + digits.length }] : [];
  });
}
