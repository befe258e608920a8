import { readChineseInteger } from "./figures/numerals.ts";

/** A number as printed: 1,200, 一百二十, 壹拾贰, 百分之九十五点五 (95.5), 九成五 (95); null where it is none. */
export function readNumber(text: string): number | null {
  const digits = text.replace(/[,，]/g, "");
  const [whole10, half] = digits.split("成");
  if (half !== undefined) {
    const tenths = [whole10, half].map((part) => (part === "" ? 0 : part === "半" ? 5 : readNumber(part)));
    return tenths[0] === null || tenths[1] === null ? null : tenths[0] * 10 + tenths[1];
  }
  if (/^\d/.test(digits)) return Number(digits);
  const [words, decimals = ""] = digits.replace(/^[百千]分之/, "").split("点");
  // 百分之百 leaves out the 一 that a hundred has elsewhere.
  const whole = readChineseInteger(words === "百" ? "一百" : words);
  if (whole === null || whole > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const tail = [...decimals].map((digit) => readChineseInteger(digit));
  return tail.includes(null) ? null : Number(`${whole}.${tail.join("")}0`);
}

/** The sign that a number in words says by itself: 百分之九十, 千分之三, 九成. */
export function shareUnit(number: string): string | null {
  if (number.startsWith("千分之")) return "‰";
  return number.startsWith("百分之") || number.includes("成") ? "%" : null;
}
