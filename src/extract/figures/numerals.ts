/** Every way a numeral is written in an amount, mapped to a digit, a unit letter, or 元角分整. */
const SIGNS: Record<string, string> = Object.fromEntries(
  [
    ["0", "零〇○Ｏ"],
    ["1", "壹一弌壱"],
    ["2", "贰貳二两兩弍弐"],
    ["3", "叁叄参參三弎叅"],
    ["4", "肆四"],
    ["5", "伍五"],
    ["6", "陆陸六"],
    ["7", "柒七漆"],
    ["8", "捌八"],
    ["9", "玖九"],
    ["S", "拾十"],
    ["B", "佰百"],
    ["Q", "仟千"],
    ["W", "万萬"],
    ["Y", "亿億"],
    ["$", "元圆圓"],
    ["j", "角"],
    ["f", "分"],
    ["!", "整正"],
  ].flatMap(([sign, characters]) => [...characters].map((character) => [character, sign])),
);

const TWENTIES: Record<string, string> = { 廿: "2S", 卄: "2S", 卅: "3S", 卌: "4S" };

const UNITS: Record<string, bigint> = { S: 10n, B: 100n, Q: 1000n };

/** A class of the characters that numbers are written with in Chinese, for use inside `[…]`. */
export const NUMERAL_CHARACTERS = `${Object.entries(SIGNS)
  .filter(([, sign]) => !"$jf!".includes(sign))
  .map(([character]) => character)
  .join("")}${Object.keys(TWENTIES).join("")}`;

/** The signs a text of Chinese numerals stands for; null when a character is none. */
export function numeralSigns(text: string): string | null {
  let signs = "";
  for (const character of text) {
    const sign = SIGNS[character] ?? TWENTIES[character];
    if (sign === undefined) return null;
    signs += sign;
  }
  return signs;
}

/** The whole number a text says in Chinese (二百六十九万, 廿三); null when it is none or could be two numbers. */
export function readChineseInteger(text: string): bigint | null {
  const signs = numeralSigns(text);
  return signs === null ? null : signsToInteger(signs);
}

/** The whole number that signs (`2B6S9W`) stand for, or null. */
export function signsToInteger(signs: string): bigint | null {
  if (!/^[0-9SBQWY]+$/.test(signs)) return null;
  return withMyriads(signs, "Y", 10n ** 8n, (low) => withMyriads(low, "W", 10n ** 4n, belowMyriad));
}

/** `high` 万 `low` or `high` 亿 `low`, each part read by `read`. */
function withMyriads(
  signs: string,
  unit: "W" | "Y",
  worth: bigint,
  read: (part: string) => bigint | null,
): bigint | null {
  const at = signs.lastIndexOf(unit);
  if (at < 0) return read(signs);
  const high = unit === "Y" ? withMyriads(signs.slice(0, at), unit, worth, read) : read(signs.slice(0, at));
  if (high === null) return null;
  const rest = signs.slice(at + 1);
  if (rest === "") return high * worth;
  const isLoneDigit = /^[1-9]$/.test(rest);
  const low = isLoneDigit ? null : read(rest);
  return low === null || low >= worth ? null : high * worth + low;
}

/** A number below 10000: digits with descending units; a bare digit only at the end, after 拾, 零 or nothing. */
function belowMyriad(signs: string): bigint | null {
  if (signs === "") return null;
  let sum = 0n;
  let lastWorth = 10000n;
  let isAfterZero = true;
  for (let at = 0; at < signs.length; ) {
    const digit = digitAt(signs, at);
    if (!digit) return null;
    at = digit.end;
    const worth = UNITS[signs[at]];
    const isSkipped = worth === undefined && digit.value === 0n && at < signs.length;
    if (worth === undefined && !isSkipped) {
      const mayEnd = at === signs.length && (digit.value === 0n || isAfterZero || lastWorth === 10n);
      return mayEnd ? sum + digit.value : null;
    }
    isAfterZero = digit.value === 0n;
    if (worth === undefined) continue;
    if (worth >= lastWorth) return null;
    sum += digit.value * worth;
    lastWorth = worth;
    at += 1;
  }
  return sum;
}

/** The digit at a place, and where its unit would stand; 拾 at the beginning or behind 零 is 壹拾. */
function digitAt(signs: string, at: number): { value: bigint; end: number } | null {
  const isOmittedOne = signs[at] === "S" && (at === 0 || signs[at - 1] === "0");
  if (isOmittedOne) return { value: 1n, end: at };
  return /\d/.test(signs[at]) ? { value: BigInt(signs[at]), end: at + 1 } : null;
}
