import type { Edit } from "./edit-text.ts";

const FIGURE = /[\d¥￥%一二三四五六七八九十零〇百千万亿壹贰叁肆伍陆柒捌玖拾佰仟元圆角分整]/;
/** 20__年: what was filled in nowhere. */
const OPEN_YEAR = /20$/;
const BEGINS_BLANK = /[_＿]\s*[¥￥]?\s*[\d,.]*$/;
const OF_CODE = /[A-Za-z\d]/;

/** 共_12_个月, 人民币__690,000.00__元: the line of a blank that was filled in goes where a figure stands on it; in HT_2025_01 it stays. */
export function blankEdits(text: string): Edit[] {
  return [...text.matchAll(/\s*[_＿]+\s*/g)].flatMap(({ index: start, 0: line }) => {
    const end = start + line.length;
    const [before, after] = [text.charAt(start - 1), text.charAt(end)];
    const isFilled = FIGURE.test(before) || FIGURE.test(after);
    const isOfCode = [before, after].every((sign) => OF_CODE.test(sign));
    const isOpen = after === "年" && OPEN_YEAR.test(text.slice(0, start));
    const isOfWord = /[A-Za-z]/.test(before + after);
    // 2332_元: one stroke right behind a digit may be a digit that nobody made out, but not where the blank begins before it.
    const isStroke = line.length === 1 && /\d/.test(before) && !BEGINS_BLANK.test(text.slice(0, start));
    return isFilled && !isOfCode && !isOfWord && !isOpen && !isStroke ? [{ start, end, text: "" }] : [];
  });
}
