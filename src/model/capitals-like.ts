import type { Decimal } from "./decimal.ts";

const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const GROUPS = ["", "万", "亿"];
const GROUP = 10_000n;

/** Whether 大写 as seen are those of another whole number of yuan with one character taken for another, lost or doubled. */
export function looksMisreadCapitals(raw: string, yuan: Decimal): boolean {
  if (yuan.units <= 0n || yuan.units % 10n ** BigInt(yuan.scale) !== 0n) return false;
  const seen = (/[零壹贰叁参肆伍陆柒捌玖拾佰仟万亿]+/u.exec(raw)?.[0] ?? "").replace(/参/g, "叁");
  const printed = capitalsOf(yuan.units / 10n ** BigInt(yuan.scale));
  if (seen.length < 2 || seen === printed) return false;
  if (seen.length === printed.length)
    return [...seen].filter((character, at) => character !== printed[at]).length === 1;
  const [longer, shorter] = seen.length > printed.length ? [seen, printed] : [printed, seen];
  return [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
}

/** By the rules of the People's Bank: 零 once for any run of zeros within, none at a group's end. */
function capitalsOf(yuan: bigint): string {
  let text = "";
  for (let group = 0, rest = yuan; rest > 0n && group < GROUPS.length; group += 1, rest /= GROUP) {
    const own = Number(rest % GROUP);
    if (own === 0) continue;
    const isShort = own < 1000 && rest >= GROUP;
    text = `${isShort ? "零" : ""}${groupOf(own)}${GROUPS[group]}${text}`;
  }
  return text;
}

function groupOf(value: number): string {
  const digits = [...String(value)].map(Number);
  const said = digits.map((digit, at) =>
    digit === 0 ? "零" : `${DIGITS[digit]}${PLACES[digits.length - 1 - at]}`,
  );
  return said.join("").replace(/零+/g, "零").replace(/零$/, "");
}
