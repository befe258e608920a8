import { body, type CellWish, rowsToCells, STYLE, TABLE, title } from "../../../fixtures/make/blocks.ts";
import { blockToParagraphs, type PrintBlock } from "../../../fixtures/make/document.ts";
import type {
  Truth,
  TruthBudget,
  TruthInstalment,
  TruthLine,
  TruthVersion,
} from "../../../fixtures/make/truth.ts";
import type { RuleId } from "../../../src/model/finding.ts";
import type { RecognizedScan } from "../../../src/model/recognized.ts";
import { printedToScan } from "../../support/printed-to-scan.ts";

/** An agreement written by hand, and what it says. */
export interface Told {
  name: string;
  scan: RecognizedScan;
  truth: Truth;
}

type Part = string | PrintBlock;

/** What is not given must not be found: no budget, no schedule, no term. */
export interface Says {
  code?: string;
  project?: string;
  parties?: [role: string, name: string][];
  signed?: string;
  term?: [from: string, to: string, months?: number];
  budgets?: TruthBudget[];
  schedules?: { version?: TruthVersion; total?: number; paid: TruthInstalment[] }[];
  /** What is wrong on the paper: the rule it breaks, and of what. */
  flaws?: [ruleId: RuleId, subject: string][];
}

/** Its first part is its title. */
export function told(name: string, parts: Part[], says: Says): Told {
  const blocks = parts.map((part, index) =>
    typeof part !== "string" ? part : index === 0 ? title(part) : body(part),
  );
  const [from, to, months = null] = says.term ?? [];
  return {
    name,
    scan: printedToScan({ lang: "zh-CN", style: STYLE, blocks }),
    truth: {
      pageCount: 1,
      paragraphs: blocks.flatMap(blockToParagraphs),
      agreement: {
        title: String(parts[0]),
        projectCode: says.code ?? null,
        projectName: says.project ?? null,
        parties: (says.parties ?? []).map(([role, party]) => ({ role, name: party })),
        signedOn: says.signed ?? null,
        term: from && to ? { from, to, months } : null,
      },
      budgets: says.budgets ?? [],
      schedules: (says.schedules ?? []).map(({ version = "original", total, paid }) => ({
        version,
        total: total === undefined ? null : fen(total),
        instalments: paid,
      })),
      tables: [],
      indicators: [],
      findings: (says.flaws ?? []).map(([ruleId, subject]) => ({
        ruleId,
        severity: "error" as const,
        cause: "document" as const,
        version: "original" as const,
        subject,
      })),
      mayFollow: [],
    },
  };
}

/** Rows with cells parted by "|"; "<" goes on with the cell at its left, "^" with the one above. */
export function table(...rows: string[]): PrintBlock {
  const texts = rows.map((row) => row.split("|"));
  const grid = texts.map((cells, row) =>
    cells.map((text, at): CellWish => {
      if (text === "<" || text === "^") return null;
      const end = cells.findIndex((next, index) => index > at && next !== "<");
      const below = texts.findIndex((other, index) => index > row && other[at] !== "^");
      const rowSpan = (below < 0 ? texts.length : below) - row;
      return { text, columnSpan: (end < 0 ? cells.length : end) - at, rowSpan };
    }),
  );
  const columnCount = grid[0].length;
  return {
    ...TABLE,
    cells: rowsToCells(grid),
    rowCount: rows.length,
    columnCount,
    columnWidths: Array.from({ length: columnCount }, () => 1 / columnCount),
  };
}

const fen = (yuan: number): number => Math.round(yuan * 100);

interface Beside {
  parent?: string;
  percent?: string;
  quantity?: string;
  price?: number;
}

export function line(label: string, yuan: number, beside: Beside = {}): TruthLine {
  const { parent = null, percent = null, quantity = null, price } = beside;
  const unitPrice = price === undefined ? null : fen(price);
  return { label, parent, quantity, unit: null, unitPrice, amount: fen(yuan), percent };
}

export function budget(
  total: number | null,
  lines: TruthLine[] = [],
  { capitals, version = "original" }: { capitals?: number; version?: TruthVersion } = {},
): TruthBudget {
  return {
    version,
    total: total === null ? null : fen(total),
    totalInCapitals: capitals === undefined ? null : fen(capitals),
    restatements: [],
    lines,
  };
}

/** `months` from and to, `times` paid. */
export function pay(
  yuan: number | null,
  percent: string | null = null,
  { from = null, to = null, times = 1 }: { from?: string | null; to?: string | null; times?: number } = {},
): TruthInstalment {
  return {
    from,
    to: to ?? from,
    occurrences: times,
    amount: yuan === null ? null : fen(yuan),
    percent,
    condition: null,
  };
}
