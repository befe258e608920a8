import { rememberedByText } from "../model/remembered.ts";

/** Units of time that a price is told for. */
export const TIME_UNIT = /[年月日天周季场]|小时|学期/;
const TIME =
  "全年|每年|一年|年|[服合]\\S?[务同]期(?:内|限内)?|期内|[一二两三四五六七八九十\\d]{1,3}(?:个?季度?|个?学期)";
const SUM_WORD =
  "折合|预[估计算]|估[算价]|暂[估定]|(?:变更|调整)后(?:金额|合价|小计|价款|费用)?|仍|小计|合计|共计|总计|总价|总额|合价|货款|货值|价款|款项|金额|费用|共|合|计|[=＝]";
const PER = /^\s*[/／]\s*([^\d\s×=＝，。；、（）()/／]{1,6}(?:[/／][^\d\s×=＝，。；、（）()/／]{1,3})?)/;

/** /台, /人·月: what a price is of, behind it, and how long those words are; null without them. */
export function perOf(between: string): { unit: string; length: number } | null {
  const per = PER.exec(between);
  return per ? { unit: per[1], length: per[0].length } : null;
}

/** What stands between a price and the sum it comes to. */
export interface Behind {
  counts: { words: string; start: number }[];
  /** 全年, 服务期内; null without. */
  time: string | null;
  /** Whether a word or a time says that a sum follows. */
  isTold: boolean;
  hasComma: boolean;
}

/** ，120人计, ，共40人，培训5天，计, ，全年: the counts and words between a price and its sum, `count` being how a count is written; null for any other words. */
export function reckoningBehind(between: string, count: string): Behind | null {
  const piece = pieceWith(count);
  const read: Behind = { counts: [], time: null, isTold: false, hasComma: /[，,、：:]/.test(between) };
  for (const { index, 0: words } of between.matchAll(/(?:\d[,，]\d{3}|[^，,、：:×xX*＊])+/g)) {
    const said = piece.exec(words)?.groups;
    if (!said) return null;
    const { count: counted, time, word } = said as Partial<Record<string, string>>;
    if (counted !== undefined) read.counts.push({ words: counted, start: index + words.indexOf(counted) });
    read.time ??= time ?? null;
    read.isTold ||= word !== undefined || time !== undefined;
  }
  return read;
}

/** A piece between commas; a regular expression takes longer to build than to match, and there are few ways to count. */
const pieceWith = rememberedByText(
  (count) =>
    new RegExp(
      String.raw`^\s*(?:(?:保持|维持)?不变|计算|计价|计取)?\s*(?:(?:共计?|合计|面积|数量|按|培训|服务|租期|为期|年?计划|(?:共)?(?:加工|运输|印刷|制作|生产)|(?:预计|暂[定估])?(?:全年度?|一年|每年|年|合同期内|服务期内|期内|共)?)(?:为|[：:])?\s*(?=${count}))?(?<count>${count})?\s*(?:(?:共|合)?(?<time>${TIME}))?\s*(?:计算)?\s*(?<word>${SUM_WORD})?(?:为|[：:])?\s*(?:人民币)?[¥￥]?\s*$`,
    ),
);
