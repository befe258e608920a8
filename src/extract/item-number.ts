import { rememberedByText } from "../model/remembered.ts";

/** What marks an item of a list that isn't numbered. */
export const ITEM_SIGNS = "[>●○◎•·▪◆◇※*＊△▲▽▼➤▸►▶★☆✦→⇒]";
/** ● 到货后…: behind a sign. */
export const ITEM_SIGN = new RegExp(`^\\s*${ITEM_SIGNS}\\s*`, "u");
/** ——签约后10日内，210,000元；, ● 到货后…: behind a dash or a sign. */
export const BEGINS_WITH_SIGN = new RegExp(
  `^\\s*(?:—{1,2}|–{1,2}|-{1,2}|${ITEM_SIGNS})\\s*(?=\\p{Script=Han}|\\d)`,
  "u",
);

const TOP_HEADING =
  /^\s*(?:第\s*[一二三四五六七八九十百\d]+\s*[条章节部]|[一二三四五六七八九十]{1,3}\s*[、.．])\s*/;
/** What a number at the head of a name counts or tells apart, so that it is no list number: 4号线, 2栋保洁, 24小时值守. */
const COUNTED =
  "[元%月日万吨辆届#＃]|年(?!度)|号(?!码)|[栋幢]|座(?![椅谈机])|室(?![内外])|米(?![面粉])|楼(?!宇)|级(?!配)|台(?![账班历架])|套(?![餐管装用件])|间(?!接)|层(?![流高])|次(?![性氯])|人(?![员工力事身防行民])|小时|[GD](?![A-Za-z])";
const ITEM = new RegExp(
  `^\\s*(?:第\\s*[一二三四五六七八九十\\d]{1,3}\\s*项(?!目)[、：:\\s]*|[（(]\\s*[a-zA-Z]\\s*[）)]|[一二三四五六七八九十]{1,3}\\s*[）)]|[（(]\\s*[一二三四五六七八九十\\d]+\\s*[）)]|[①-⑳]|[a-z]\\s*[.．、)）]|[A-Z]\\d{0,2}\\s*(?:[.．](?!\\d)|[、)）])|[甲乙丙丁戊己庚辛]\\s*[、.．](?![甲乙丙丁戊己庚辛]|\\s*[甲乙丙丁戊己庚辛]方)|[甲乙丙丁戊己庚辛壬癸]\\s*[-—–]\\s*\\d{1,2}(?!\\d)|\\d{1,2}\\s*[）)]|(?!20\\d{2}(?!\\d))\\d+(?:[.．]\\d+)*(?:\\s*[、.．](?!(?!20\\d{2}年)\\d)|(?!\\d|[.．]\\d|[,，]\\d{3}|\\s*(?:${COUNTED}))))\\s*`,
);

/**
 * Where a numbered item's words begin: behind （1）, 1. or 第一条. Whether a bare number counts items `isCounted` tells, where
 * the items beside it do; else what stands behind it.
 */
export function behindNumber(text: string, isCounted: boolean | null = null): number {
  const bare = isCounted === null ? null : BARE.exec(text);
  if (bare) return isCounted ? bare[0].length : 0;
  return lengthOfNumber(text);
}

const lengthOfNumber = rememberedByText(
  (text) => (TOP_HEADING.exec(text) ?? ITEM.exec(text))?.[0].length ?? 0,
);

const BARE = /^\s*\d{1,2}\s*(?=\p{Script=Han})/u;
