import { compare, ONE } from "./decimal.ts";
import { readPlainNumber } from "./plain-number.ts";
import type { Operand, RivalValue } from "./relation.ts";
import type { TableCell } from "./table.ts";

/**
 * A cell's number as arithmetic sees it; null when it holds none.
 * `mayBeRounded`: its column counts in 万元 or percent, so that it stands for the interval of its last digit.
 * A figure with decimals counts as money, because it may be a price rounded to the fen.
 */
export function cellToOperand(cell: TableCell, name: string, mayBeRounded: boolean): Operand | null {
  const { text } = cell;
  const number = readPlainNumber(text.value);
  if (!number) return null;
  const { value, lastDigit, unit } = number;
  const isFine = compare(lastDigit, ONE) < 0;
  return {
    source: text,
    name,
    raw: text.raw,
    kind: isFine ? "money" : "number",
    value,
    lastDigit,
    exact: !(mayBeRounded || /[万亿%‰]/u.test(unit)),
    trust: text.trust,
    confidence: text.confidence,
    evidence: text.evidence,
    rivals: text.trust === "corrected" ? [] : rivalsOf(cell),
  };
}

function rivalsOf({ text }: TableCell): RivalValue[] {
  return (text.readings ?? []).flatMap(({ value: saw, raw, reader, confidence }) => {
    const number = typeof saw === "string" && saw !== text.value ? readPlainNumber(saw) : null;
    return number
      ? [{ value: number.value, lastDigit: number.lastDigit, raw, reader, confidence, reading: String(saw) }]
      : [];
  });
}
