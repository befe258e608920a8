import { readCapitals } from "./capitals.ts";

/** An amount and the worth of its last printed digit, both in fen. */
export interface Amount {
  fen: number;
  precisionFen: number;
}

/** Units an amount may be told in, as powers of ten of a yuan. */
const UNIT_POWERS: Record<string, number> = {
  元: 0,
  圆: 0,
  圓: 0,
  块: 0,
  十: 1,
  拾: 1,
  百: 2,
  佰: 2,
  千: 3,
  仟: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  億: 8,
};

/** A number as printed: thousands marks and stray blanks are tolerated inside it. */
export const NUMBER = String.raw`\d(?:(?:\s?\d)*(?:\s?，\s?\d(?:\s?\d){2}(?!\s?\d))+(?![,，]?\d)|(?:\s{0,2}(?:[,']\s?(?=\d(?:\s?\d){2}))?\d)*)(?:\s?[.．]\s?\d(?:\s?\d)*)?`;
const PART = new RegExp(String.raw`^\s*(${NUMBER})\s*(十万|百万|千万|[亿億万萬千仟百佰十拾])?`);
const FRACTION = /^\s*(?:零)?(?:(\d)\s*角)?\s*(?:零)?(?:(\d)\s*分)?/;

/**
 * The amount a whole string says: 2332800元, ¥2,332,800.00, RMB 12, 269.6万元, 1亿2000万元, 大写, negative or
 * bracketed. `unit` is what a bare number counts (万元 from a column's header). Null when it says none, or none
 * in whole fen.
 */
export function readAmount(text: string, unit: string | null = null): Amount | null {
  const { body, isNegative } = takeSign(text.normalize("NFKC").trim());
  if (body === "") return null;
  if (NOUGHTS.test(body)) return null;
  const amount = readDigits(body, unit) ?? readAsCapitals(body);
  if (!amount || !isNegative || amount.fen === 0) return amount;
  return amount.fen < 0 ? null : { ...amount, fen: -amount.fen };
}

/** 324,0|00元: noughts alone are what is left of a sum, not a sum; 0元 and 0.00 are sums. */
const NOUGHTS = /^\D*(?<![\d.,，])0{2,}(?:\.0+)?(?![\d.])/;

/** The fen a printed number times a unit makes; null when it is not whole or too large. */
export function scaleNumber(printed: string, power: number): Amount | null {
  const plain = plainNumber(printed);
  if (plain === null) return null;
  const [whole, decimals = ""] = plain.split(".");
  const places = power + 2 - decimals.length;
  const digits = BigInt(whole + decimals);
  const fen = places >= 0 ? digits * 10n ** BigInt(places) : dropZeros(digits, -places);
  if (fen === null || fen > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { fen: Number(fen), precisionFen: places >= 0 ? 10 ** places : 1 };
}

/** A printed number without thousands marks and blanks; null when its marks stand wrongly (2,33,800). */
export function plainNumber(printed: string): string | null {
  const packed = printed.replace(/\s/g, "").replace(/[，']/g, ",").replace(/．/g, ".");
  if (!/^\d+(?:\.\d+)?$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(packed)) return null;
  return packed.replace(/,/g, "");
}

/** The power of ten a unit's name stands for (万元 → 4), or null. */
export function unitPower(unit: string): number | null {
  const name = unit.replace(/(.)[元圆圓]$/, "$1");
  return UNIT_POWERS[name] ?? null;
}

function takeSign(text: string): { body: string; isNegative: boolean } {
  const bracketed = /^[(（]([^元圆()（）]+)[)）]$/.exec(text);
  if (bracketed && /\d/.test(bracketed[1])) return { body: bracketed[1].trim(), isNegative: true };
  const added = /^[+＋]\s*(?=[\d¥￥])(.*)$/s.exec(text);
  if (added) return { body: added[1], isNegative: false };
  const signed = /^(人民币|RMB|CNY|[¥￥])?\s*(?:[-−–—]|负|負)\s*(.*)$/is.exec(text);
  return signed
    ? { body: `${signed[1] ?? ""}${signed[2]}`, isNegative: true }
    : { body: text, isNegative: false };
}

function readDigits(text: string, columnUnit: string | null): Amount | null {
  const unit = columnUnit ?? (isLedgerSum(text) ? "元" : null);
  const marker = /^(?:(?:人民币|RMB|CNY|[¥￥])\s*[:：]?\s*)+/i.exec(text)?.[0] ?? "";
  const parts = readParts(text.slice(marker.length), { unit, isMarked: marker !== "" });
  if (!parts) return null;
  const yuan = /^\s*[元圆圓]/.exec(parts.rest)?.[0] ?? "";
  const behind = parts.rest.slice(yuan.length);
  const small = yuan ? FRACTION.exec(behind) : null;
  const sums = [...parts.sums, ...fractionsOf(small)];
  const isWhole = /^\s*[整正]?\s*(?:人民币)?[。；;，,、]?$/.test(behind.slice(small?.[0].length ?? 0));
  const isMoney = yuan !== "" || marker !== "" || unit !== null;
  if (sums.length === 0 || !isWhole || !isMoney) return null;
  const fen = sums.reduce((total, sum) => total + sum.fen, 0);
  return Number.isSafeInteger(fen) ? { fen, precisionFen: sums[sums.length - 1].precisionFen } : null;
}

/** Numbers with falling units (1亿2000万): their sums, and what stands behind them; null where they make no amount. */
function readParts(
  text: string,
  { unit, isMarked }: { unit: string | null; isMarked: boolean },
): { sums: Amount[]; rest: string } | null {
  const sums: Amount[] = [];
  let rest = text;
  let lastPower = Number.POSITIVE_INFINITY;
  for (let match = PART.exec(rest); match; match = PART.exec(rest)) {
    rest = rest.slice(match[0].length);
    const isBare = match[2] === undefined && !isMarked && sums.length === 0 && !/^\s*[元圆圓]/.test(rest);
    if (isBare && unit === null) return null;
    const power = powerOf(match[2], isBare ? unit : null);
    const sum = power === null || power >= lastPower ? null : scaleNumber(match[1], power);
    if (sum === null || power === null) return null;
    lastPower = power;
    sums.push(sum);
  }
  return { sums, rest };
}

/** Of a number's own unit, else of its column's. */
function powerOf(own: string | undefined, column: string | null): number | null {
  if (own) return unitPower(own);
  return column === null ? 0 : unitPower(column);
}

/** 角 and 分. */
const fractionsOf = (small: RegExpExecArray | null): Amount[] => [
  ...(small?.[1] ? [{ fen: Number(small[1]) * 10, precisionFen: 10 }] : []),
  ...(small?.[2] ? [{ fen: Number(small[2]), precisionFen: 1 }] : []),
];

/** 309,750.00: groups of three and two decimals, as money alone is set; its sign is missing or was not made out. */
export function isLedgerSum(text: string): boolean {
  return /^\d{1,3}(?:[,，]\d{3})+\.\d{2}$/.test(text.trim());
}

function readAsCapitals(text: string): Amount | null {
  const bare = text.replace(/^(?:人民币)?(?:[(（]?大写[)）]?)?\s*[:：]?\s*/, "");
  const fen = readCapitals(bare);
  return fen === null ? null : { fen, precisionFen: 1 };
}

function dropZeros(digits: bigint, count: number): bigint | null {
  const worth = 10n ** BigInt(count);
  return digits % worth === 0n ? digits / worth : null;
}
