/** 500元乘以200套, 乘数量20台: the word between two numbers. */
const TIMES = /(?<=\d[^，。；、：\d]{0,8})乘以?(?:上)?(?:数量|单价)?(?=\s*[¥￥]?\s*\d)/g;
/** 等于10万元, 计算得10万元, and 得 where something was taken times. */
const EQUALS = /(?:等于|计算得出?|算得|(?<=乘[^，。；]{1,14})得出?)(?=\s*(?:人民币)?\s*[¥￥]?\s*\d)/g;

/** A text with the words of a reckoning as its signs (乘以 as ×, 等于 and 计算得 as =), and every character where it was. */
export const withSigns = (text: string): string =>
  /[乘等算]/.test(text)
    ? text
        .replace(EQUALS, (words) => "=".padEnd(words.length))
        .replace(TIMES, (words) => "×".padEnd(words.length))
    : text;
