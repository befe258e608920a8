import { rememberedByText } from "../model/remembered.ts";
import type { Clause } from "./clauses.ts";
import { behindNumber } from "./item-number.ts";

/** 学生椅，总额10.14万元: such a word behind a comma, right before a sum. */
const COLUMN_WORD =
  /\p{Script=Han}[^，。；]*[，,]\s*((?:总额|总价|总金额|合计|总计|共计|合价|小计|金额))(?:为|是|[:：])?\s*(?:人民币)?[¥￥]?\s*(?=\d)/gu;
/** So many items of a list must tell it. */
const FEWEST_ALIKE = 3;

/** Such a word of an item, where most of the items beside it tell it as well; else "". */
export function columnWordOf(texts: readonly string[], own: string | undefined): string {
  const word = own === undefined ? "" : wordOf(own);
  return word !== "" && texts.filter((text) => wordOf(text) === word).length >= FEWEST_ALIKE ? word : "";
}

const wordOf = rememberedByText((text): string =>
  behindNumber(text) > 0 ? ([...text.matchAll(COLUMN_WORD)].at(-1)?.[1] ?? "") : "",
);

/** 自2025年1月1日至2025年12月31日. */
const SPAN_OF_DAYS =
  /(20\d{2})年\d{1,2}月\d{1,2}日\s*起?\s*[，,]?\s*(?:至|到|—|-|~)\s*(?:20\d{2}年)?\d{1,2}月/g;

/** The first year that a span of days of some texts begins in; null without one. */
export function startYearOf(texts: readonly string[]): number | null {
  const years = texts.flatMap((text) => [...text.matchAll(SPAN_OF_DAYS)].map(([, year]) => Number(year)));
  return years.length > 0 ? Math.min(...years) : null;
}

/** Whether what a sum is called tells, not amid the prices, of a year before what is agreed begins: 2024年度合同总费用. */
export function isOfFormerYear(
  { startYear, isBudget }: Pick<Clause, "startYear" | "isBudget">,
  words: string,
): boolean {
  const year = /^(20\d{2})年度?(?!\d|\s*\d{1,2}月)/.exec(words)?.[1];
  return startYear !== null && !isBudget && year !== undefined && Number(year) < startYear;
}
