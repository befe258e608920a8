import { plainNumber } from "./amount.ts";
import { foldWidth } from "./fold-width.ts";
import { numeralSigns, signsToInteger } from "./numerals.ts";

/** A count with its unit in a text, `[start, end)`; `value` is a decimal string. */
export interface FoundQuantity {
  start: number;
  end: number;
  value: string;
  unit: string;
}

/** The measure words a count is told with, as alternatives for use inside a pattern. */
export const MEASURES =
  "艘|座|遍|架次|平米|处|架|趟|扇|盆|桶|袋|包|卷|捆|枚|盘|粒|板|双|对|副|餐|车|桌|顿|面|根|路|人次|人天|人日|人月|人年|人|名|位|次|场次|场|个月|个|月|年|天|日|小时|学时|课时|节课|节|项|套|台|件|份|户|期|批|平方米|立方米|㎡|米|公里|吨|千克|公斤|kg|辆|张|本|册|只|支|组|班次|班|车次|车|家|所|间|点位|点|盒|箱|瓶|块|条|篇|部|幅|周|季度|季|栋|亩|株|棵|盏|樘|把|床|岗|方(?![面案式各可均签协])|立方|平方|延米|台班|工日|工(?![程作资期人])|斤|公顷|升(?![级至到降])|头(?![款一])|羽|尾(?!款)|筐|匹|堂|杯|碗|片|列|柜|枝|例|剂|针|罐|听|顶|口|眼|千字|讲|站(?!点)";
const COUNTS = new RegExp(
  String.raw`(?<![\d.,/])(\d(?:\s?,?\s?\d)*(?:\.\d+)?)\s*(${MEASURES})(?![内前后起止])`,
  "g",
);

/** Every count with a unit (6240人次, 12个月) that a text states, left to right; dates are none. */
export function findQuantities(text: string): FoundQuantity[] {
  const folded = foldWidth(text);
  return [...folded.matchAll(COUNTS)].flatMap((match) => {
    const value = plainNumber(match[1]);
    const isDate = /^[年月日]$/.test(match[2]) && isPartOfDate(folded, match);
    if (value === null || isDate) return [];
    return [{ start: match.index, end: match.index + match[0].length, value, unit: match[2] }];
  });
}

const IN_WORDS = new RegExp(`^([一二两三四五六七八九十百]{1,5})\\s*(${MEASURES})$`);

/** 两人, 十二场: a count in words, which always has a unit. */
function readInWords(text: string): { value: string; unit: string } | null {
  const match = IN_WORDS.exec(text.trim());
  const signs = match && numeralSigns(match[1]);
  const value = signs ? signsToInteger(signs) : null;
  return match && value !== null ? { value: String(value), unit: match[2] } : null;
}

/** The count a whole string says, with its unit, or bare in digits; null when it says none. */
export function readQuantity(text: string): { value: string; unit: string | null } | null {
  const inWords = readInWords(text);
  if (inWords) return inWords;
  // A unit cut by the end of a line: 1,920G B.
  const bare = foldWidth(text)
    .trim()
    .replace(/(?<=[A-Za-z])\s+(?=[A-Za-z]+$)/, "");
  const match = /^(-?)(\d[\d\s,，]*(?:\.\d+)?)\s*([^\d\s.,，]{1,6})?$/.exec(bare);
  const value = match ? plainNumber(match[2]) : null;
  if (!match || value === null || /[元%‰]/.test(match[3] ?? "")) return null;
  return { value: match[1] + value, unit: match[3] ?? null };
}

function isPartOfDate(text: string, match: RegExpMatchArray): boolean {
  const at = match.index ?? 0;
  return match[2] === "年"
    ? match[1].length === 4
    : /[年月]\s*$/.test(text.slice(0, at)) ||
        (match[2] === "月" && /^\s*\d/.test(text.slice(at + match[0].length)));
}
