import { numeralSigns, signsToInteger } from "./numerals.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const SMALL_UNITS = ["", "拾", "佰", "仟"];
const BIG_UNITS = ["", "万", "亿", "万亿"];

/**
 * The fen that an amount in 大写 says (贰佰陆拾玖万陆仟元整); null when it says none for certain.
 * Reads the variants 圆/元, 整/正, 零, 廿, 叁/叄/参, everyday numerals, and a missing 元 before 整.
 */
export function readCapitals(text: string): number | null {
  const bare = text.replace(/[\s,，]/g, "").replace(/^(?:人民币)?(?:大写)?[:：]?/, "");
  const isNegative = /^[负負]/.test(bare);
  const signs = numeralSigns(isNegative ? bare.slice(1) : bare);
  if (signs === null) return null;
  const match = /^([0-9SBQWY]+)?(\$)?(?:0*([0-9])j)?(?:0*([0-9])f)?(!*)0?$/.exec(signs);
  const [, whole, yuanSign, jiao, fen] = match ?? [];
  if (!match || (!whole && jiao === undefined && fen === undefined)) return null;
  if (whole && !yuanSign && (jiao !== undefined || fen !== undefined)) return null;
  if (whole && !yuanSign && !/[SBQWY]/.test(whole) && match[5] === "") return null;
  if (yuanSign && !whole) return null;
  const yuan = whole ? signsToInteger(whole) : 0n;
  if (yuan === null) return null;
  const sum = yuan * 100n + BigInt(jiao ?? 0) * 10n + BigInt(fen ?? 0);
  if (sum > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return Number(isNegative ? -sum : sum);
}

/** Whole fen as 大写 by the rules of the People's Bank of China (269600000 → 贰佰陆拾玖万陆仟元整). */
export function fenToCapitals(fen: number): string {
  if (fen < 0) return `负${fenToCapitals(-fen)}`;
  const yuan = BigInt(fen) / 100n;
  const jiao = Number((BigInt(fen) / 10n) % 10n);
  const cent = Number(BigInt(fen) % 10n);
  const whole = yuan > 0n ? `${integerToCapitals(yuan)}元` : "";
  if (jiao === 0 && cent === 0) return whole ? `${whole}整` : "零元整";
  const needsZero = whole !== "" && (jiao === 0 || yuan % 10n === 0n);
  const small = `${jiao ? `${DIGITS[jiao]}角` : ""}${cent ? `${DIGITS[cent]}分` : ""}`;
  return `${whole}${needsZero ? "零" : ""}${small}`;
}

/** A positive whole number in capital numerals; one 零 stands for every run of zeros inside it. */
export function integerToCapitals(value: bigint): string {
  const sections: string[] = [];
  for (let rest = value, index = 0; rest > 0n; rest /= 10000n, index += 1) {
    const section = rest % 10000n;
    const higher = rest / 10000n;
    if (section === 0n) {
      if (sections[0] && !sections[0].startsWith("零") && higher > 0n) sections[0] = `零${sections[0]}`;
      continue;
    }
    const zero = higher > 0n && section < 1000n ? "零" : "";
    const unit = index === 3 && sections.some((part) => part.includes("亿")) ? "万" : BIG_UNITS[index];
    sections.unshift(`${zero}${sectionToCapitals(section)}${unit}`);
  }
  return sections.join("");
}

function sectionToCapitals(section: bigint): string {
  let text = "";
  const digits = section.toString();
  [...digits].forEach((digit, index) => {
    if (digit !== "0") text += `${DIGITS[Number(digit)]}${SMALL_UNITS[digits.length - 1 - index]}`;
    else if (/[1-9]/.test(digits.slice(index + 1)) && !text.endsWith("零")) text += "零";
  });
  return text;
}
