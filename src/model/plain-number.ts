import { type Decimal, lastDigitOf, negate, readDecimal } from "./decimal.ts";
import { rememberedByText } from "./remembered.ts";

/** A number that is all a cell says; `unit` is what stands behind it, "" when nothing does. */
export interface PlainNumber {
  readonly value: Decimal;
  readonly lastDigit: Decimal;
  readonly unit: string;
}

const SIGN = "[-−－–+＋]?";
const DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const UNIT = "[\\p{Script=Han}%％‰㎡²³a-zA-Z/]{0,6}";
const PATTERN = new RegExp(`^(?:[¥￥]|RMB|人民币)?(${SIGN})(${DIGITS})(${UNIT})$`, "u");
const BRACKETED = new RegExp(`^[（(](?:[¥￥])?(${DIGITS})[）)](${UNIT})$`, "u");

/** Reads a cell that holds one number and nothing else (`1,234.50元`, `(200)`); null for any other text. */
export const readPlainNumber = rememberedByText((text): PlainNumber | null => {
  if (!/\d/.test(text)) return null;
  const bare = text.replace(/\s/gu, "").replaceAll("，", ",").replaceAll("．", ".");
  const bracketed = BRACKETED.exec(bare);
  const [, sign, digits, unit] = bracketed
    ? [bracketed[0], "-", bracketed[1], bracketed[2]]
    : (PATTERN.exec(bare) ?? []);
  if (digits === undefined) return null;
  const value = readDecimal(digits.replaceAll(",", ""));
  return {
    value: sign && !/[+＋]/.test(sign) ? negate(value) : value,
    lastDigit: lastDigitOf(value),
    unit: (unit ?? "").replace("％", "%"),
  };
});

/** Whether a cell says that there is nothing to say: empty, a dash, a slash, 无. */
export const isBlank = (text: string): boolean => /^[\s\-−－—–/／\\无]*$/u.test(text);
