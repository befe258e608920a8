/** 500元乘以200套, 乘数量20台: the word between two numbers. */
const TIMES = /(?<=\d[^，。；、：\d]{0,8})乘以?(?:上)?(?:数量|单价)?(?=\s*[¥￥]?\s*\d)/g;
/** 等于10万元, 计算得10万元, and 得 where something was taken times. */
const EQUALS = /(?:等于|计算得出?|算得|(?<=乘[^，。；]{1,14})得出?)(?=\s*(?:人民币)?\s*[¥￥]?\s*\d)/g;

/** 一亩一年750元, 一公斤5.2元: what one of something costs, told without 每; 音响一套6,500元 and 一次付清6万元 may be all of it. */
const EACH =
  /(?<![\d第十百千零〇一二三四五六七八九两头后前上下每某同另任近这那])一(?=个?(?:[月天日人户亩斤吨米方趟顿餐工季]|[次回场](?!性)|公斤|平方|平米|课时|节课|小时|钟头|学期)[^，。；：、\d付交给结清拨发缴]{0,6}[¥￥]?\s*\d)/g;

/** A text in which 一 of 一亩 before a price is 每, and every character where it was. */
export const withEach = (text: string): string => (text.includes("一") ? text.replace(EACH, "每") : text);

/** A text with the words of a reckoning as its signs (乘以 as ×, 等于 and 计算得 as =), and every character where it was. */
export const withSigns = (said: string): string => {
  const text = withEach(said);
  return /[乘等算]/.test(text)
    ? text
        .replace(EQUALS, (words) => "=".padEnd(words.length))
        .replace(TIMES, (words) => "×".padEnd(words.length))
    : text;
};
