import type { BudgetLine } from "../model/agreement.ts";
import { sumOf } from "../model/relation-lines.ts";
import { isProven } from "./flatten-by-sums.ts";

/**
 * Budget lines whose numbering was lost or misread: where the lines miss the total, and runs of them add up to the
 * line before them, or behind them, so that the rest comes out at it, those are its parts and stand below it. Lines that come
 * out are left alone.
 * `wholeFen` is the total, null where none is told.
 */
export function nestBySums(lines: BudgetLine[], wholeFen: number | null): BudgetLine[] {
  const top = lines.filter(({ parent }) => parent === null);
  if (wholeFen === null || sumOf(top) === wholeFen) return lines;
  // What is told to be a part, and comes out as one, stays so: only what stands beside it may be nested.
  const isKept = isProven(lines);
  const open = isKept ? top : lines;
  const groups = groupsOf(open);
  const ways = [groups, outermost(groups), ...groups.map((group) => [group])].filter(
    (some) => some.length > 0 && isApart(some),
  );
  const leftBy = (some: readonly Group[]): number => sumOf(open) - sumOf(some.flatMap(({ parts }) => parts));
  const chosen = ways.find((some) => leftBy(some) === wholeFen);
  if (!chosen) return lines;
  const parentOf = new Map(
    chosen.flatMap(({ line, parts }) => parts.map((part) => [part, line.label.value])),
  );
  // A sum told behind its parts moves before them.
  const behind = chosen.filter(({ line, parts }) => lines.indexOf(parts[0]) < lines.indexOf(line));
  const wholes = new Map(behind.map(({ line, parts }) => [parts[0], line]));
  const moved = new Set(behind.map(({ line }) => line));
  const ordered = lines
    .filter((line) => !moved.has(line))
    .flatMap((line) => [wholes.get(line) ?? [], line].flat());
  return ordered.map((line) => ({ ...line, parent: parentOf.get(line) ?? (isKept ? line.parent : null) }));
}

/** A line that by its name is what others come to. */
const SUM_OF_KIND = /[小合总共]计$|之和$|[直间]接费|税前|人员费用$|金额$/;

interface Group {
  line: BudgetLine;
  parts: BudgetLine[];
}

/** Every line that the next two or more add up to, or, where it is called a sum of a kind, those right before it. */
function groupsOf(lines: readonly BudgetLine[]): Group[] {
  return lines.flatMap((line, at) => {
    // What all others come to is their total.
    const isSum = SUM_OF_KIND.test(line.label.value.replace(/\s/g, "")) && at < lines.length - 1;
    const others = [lines.slice(at + 1), ...(isSum ? [lines.slice(0, at).reverse()] : [])];
    return others.flatMap((next) => {
      const last = next.findIndex((_, k) => sumOf(next.slice(0, k + 1)) >= line.amount.fen);
      const parts = next.slice(0, last + 1).sort((a, b) => lines.indexOf(a) - lines.indexOf(b));
      return parts.length > 1 && sumOf(parts) === line.amount.fen ? [{ line, parts }] : [];
    });
  });
}

/** Without those among the parts of one before: 38,400 that happens to be 19,200 twice. */
function outermost(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  for (const group of groups) if (!kept.some(({ parts }) => parts.includes(group.line))) kept.push(group);
  return kept;
}

function isApart(groups: readonly Group[]): boolean {
  const parts = groups.flatMap((group) => group.parts);
  return new Set(parts).size === parts.length && !groups.some(({ line }) => parts.includes(line));
}
