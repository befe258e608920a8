import type { BudgetLine } from "../model/agreement.ts";
import type { Text } from "../model/value.ts";

/** A line with what is part of it. */
interface Tree {
  line: BudgetLine;
  parts: Tree[];
}

const FEWEST = 2;

/** Lines by their names. */
interface Among {
  /** Those of which it isn't sure what they are parts of. */
  unsure: ReadonlySet<Text>;
  /** Those of which it isn't told where their parts end. */
  open: ReadonlySet<Text>;
}

/**
 * Lines that don't come out as told: where one that has parts is just what the first few of those behind it come to, and they or it
 * are among those given, these are its parts, and what was told as one behind them stands beside it.
 */
export function withPartsBySums(lines: readonly BudgetLine[], { unsure, open }: Among): BudgetLine[] {
  const named = new Set(lines.flatMap(({ parent }) => parent ?? []));
  // Of two lines of one name it isn't told which one has the parts.
  const isOne = ({ label }: BudgetLine): boolean =>
    lines.filter((other) => other.label.value === label.value).length === 1;
  let behind: Tree[] = [];
  const proven = new Map<BudgetLine, BudgetLine>();
  for (const line of [...lines].reverse()) {
    const size = named.has(line.label.value) && isOne(line) ? sizeOf(line, behind) : 0;
    const parts = behind.slice(0, size);
    const isTold = ({ line: part }: Tree): boolean => part.parent === line.label.value;
    const mayBe = (part: Tree): boolean =>
      isTold(part) || unsure.has(part.line.label) || open.has(line.label);
    if (!parts.every(mayBe)) {
      behind = [{ line, parts: [] }, ...behind];
      continue;
    }
    for (const part of parts) proven.set(part.line, line);
    behind = [{ line, parts }, ...behind.slice(size)];
  }
  return lines.map((line) => ({ ...line, parent: parentOf(line, { lines, proven, unsure }) }));
}

/** How many of the trees behind a line come to it; 0 where no run of them does. */
function sizeOf({ amount }: BudgetLine, behind: readonly Tree[]): number {
  let sumFen = 0;
  const size = behind.findIndex(({ line }, at) => {
    sumFen += line.amount.fen;
    return at + 1 >= FEWEST && sumFen === amount.fen;
  });
  return size + 1;
}

interface Known {
  lines: readonly BudgetLine[];
  proven: ReadonlyMap<BudgetLine, BudgetLine>;
  unsure: ReadonlySet<Text>;
}

/** What a line is part of: proven, or as told, where that has no other parts proven; else what that is part of. */
function parentOf(line: BudgetLine, known: Known): string | null {
  const { lines, proven, unsure } = known;
  const own = proven.get(line);
  if (own) return own.label.value;
  if (line.parent === null || !unsure.has(line.label)) return line.parent;
  const above = lines.find(({ label }) => label.value === line.parent);
  return above && [...proven.values()].includes(above) ? parentOf(above, known) : line.parent;
}
