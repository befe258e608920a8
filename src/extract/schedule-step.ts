/** Also 次月10日前付上月服务费: what is due month after month. */
const EVERY_MONTH =
  /每(?:一?个|一)?月|按月|逐月|月均|\/月|(?:次|下个?|翌)月[^，。；]{0,14}[付交结给][^，。；\d]{0,6}(?:上|前一?)个?月/;
const EVERY_QUARTER = /每(?:一?个|一)?季度?|按季度?|逐季|季度?各/;
const EVERY_HALF = /每(?:一?个|一)?半年|按半年|半年[一]?[交付缴]一?次/;

/** Months from one payment to the next; null for one that is made once. */
export function stepOf(text: string): number | null {
  if (EVERY_QUARTER.test(text)) return 3;
  if (EVERY_HALF.test(text)) return 6;
  return EVERY_MONTH.test(text) ? 1 : null;
}
