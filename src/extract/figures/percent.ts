import { rememberedByText } from "../../model/remembered.ts";
import { foldWidth } from "./fold-width.ts";
import { NUMERAL_CHARACTERS, readChineseInteger } from "./numerals.ts";

/** A share in a text, `[start, end)`; `percent` is a decimal string in hundredths. */
export interface FoundPercent {
  start: number;
  end: number;
  percent: string;
}

const NUMERAL = `[${NUMERAL_CHARACTERS}]`;
const PERCENTS = new RegExp(
  String.raw`(?:(?<![\d\w)）%‰％])[-−])?(?<![\d.])\d(?:\s?\d)*(?:\s?[.．]\s?\d(?:\s?\d)*)?\s?[%‰‱]|(?:百分之|千分之|万分之)\s*(?:\d+(?:\.\d+)?|${NUMERAL}+(?:点${NUMERAL}+)?)|[一二两三四五六七八九壹贰叁肆伍陆柒捌玖]成(?![为功立交本果员绩人熟就分品套长效])(?:半)?|(?<=[付给交拨]|支付|预付)一半(?![儿天货工材图成样部进期]|的(?!货?款|钱|租金|费用|总?价))`,
  "g",
);

/** Decimal places by which each sign is smaller than a plain number, less the two of a percent. */
const PLACES: Record<string, number> = { "%": 0, "‰": 1, "‱": 2, 百分之: 0, 千分之: 1, 万分之: 2 };

/** Every share a text states (86.53%, 百分之十, 万分之五, 3‰, 三成), left to right. */
export function findPercents(text: string): FoundPercent[] {
  return percentsOf(text).map((percent) => ({ ...percent }));
}

const percentsOf = rememberedByText((text): readonly FoundPercent[] => {
  const folded = foldWidth(text);
  return [...folded.matchAll(PERCENTS)].flatMap((match) => {
    const percent = readPercent(match[0]);
    return percent === null ? [] : [{ start: match.index, end: match.index + match[0].length, percent }];
  });
});

/** The share a whole string says, as a decimal string in hundredths (千分之三 → 0.3); null when it says none. */
export function readPercent(text: string, mayBeBare = false): string | null {
  const packed = foldWidth(text).replace(/\s/g, "").replace(/^−/, "-");
  const digits = /^(-?)(\d+(?:\.\d+)?)([%‰‱])?$/.exec(packed);
  if (digits) {
    if (!digits[3] && !mayBeBare) return null;
    return digits[1] + shiftRight(digits[2], PLACES[digits[3] ?? "%"]);
  }
  if (packed === "一半") return "50";
  const tenths = /^(.)成(半)?$/.exec(packed);
  if (tenths) {
    const digit = readChineseInteger(tenths[1].replace("两", "二"));
    return digit === null || digit === 0n || digit > 9n ? null : `${digit}${tenths[2] ? "5" : "0"}`;
  }
  const named = /^(百分之|千分之|万分之)(.+)$/.exec(packed);
  if (!named) return null;
  const plain = /^\d+(?:\.\d+)?$/.test(named[2]) ? named[2] : readChineseDecimal(named[2]);
  return plain === null ? null : shiftRight(plain, PLACES[named[1]]);
}

function readChineseDecimal(text: string): string | null {
  if (text === "百") return "100";
  const [whole, decimals, ...more] = text.split("点");
  const integer = /^[零〇]$/.test(whole) ? 0n : readChineseInteger(whole);
  if (integer === null || more.length > 0) return null;
  if (decimals === undefined) return String(integer);
  const digits = [...decimals].map((character) => readChineseInteger(character));
  return digits.length > 0 && digits.every((digit) => digit !== null && digit < 10n)
    ? `${integer}.${digits.join("")}`
    : null;
}

/** A decimal string divided by ten `places` times. */
function shiftRight(plain: string, places: number): string {
  const [whole, decimals = ""] = plain.split(".");
  const padded = whole.padStart(places + 1, "0");
  const at = padded.length - places;
  const low = padded.slice(at) + decimals;
  const high = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  return low ? `${high}.${low}` : high;
}
