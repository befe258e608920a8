import { UsageError } from "./errors.ts";
import type { ScanLimits } from "./scan/limits.ts";

/** What `--limit NAME=NUMBER` can name: the limit it sets, and how much of that one of its units is. */
export const LIMIT_NAMES = {
  "file-mb": ["fileBytes", 1024 ** 2],
  pages: ["pages", 1],
  megapixels: ["pagePixels", 1_000_000],
  "million-edges": ["pageEdges", 1_000_000],
  "opening-seconds": ["pageMs", 1000],
  "pdf-memory-mb": ["pdfMemoryMb", 1],
} as const satisfies Record<string, [keyof ScanLimits, number]>;

/** The values of every `--limit` as limits; a name given twice counts as given last. Throws UsageError. */
export function readLimits(given: readonly string[]): Partial<ScanLimits> {
  return Object.assign({}, ...given.map(readLimit));
}

/** Timers and typed arrays hold no more than this of any limit. */
const MOST = 2 ** 31 - 1;

function readLimit(given: string): Partial<ScanLimits> {
  const [, name = "", digits = ""] = /^([a-z-]+)=([0-9]{1,10})$/.exec(given) ?? [];
  const known = Object.entries(LIMIT_NAMES).find(([each]) => each === name)?.[1];
  if (known === undefined) throw wrong(given);
  const [limit, unit] = known;
  const value = Number(digits) * unit;
  // A file may be larger than what a timer counts or an array holds; it is read piece by piece.
  if (value < 1 || (limit !== "fileBytes" && value > MOST)) throw wrong(given);
  return { [limit]: value };
}

function wrong(given: string): UsageError {
  const names = Object.keys(LIMIT_NAMES);
  return new UsageError(
    {
      zh: `--limit 不认识“${given}”，应为 名称=正整数，名称可选：${names.join("、")}`,
      en: `--limit does not know "${given}"; it takes NAME=NUMBER, NAME being one of ${names.join(", ")}`,
    },
    { zh: "例如：--limit pages=10000", en: "for example: --limit pages=10000" },
  );
}
