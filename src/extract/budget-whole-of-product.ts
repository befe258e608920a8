import type { Reading, Spot } from "./budget-reading.ts";
import { isInBoth } from "./budget-turns.ts";

/** 5人每月19,750元，全年12个月总计237,000元（大写：…）: the whole by the words right before it, where what it is reckoned from bears none. */
export const isWholeOfProduct = ({ clause, text, opened, told }: Reading, { sum, product }: Spot): boolean =>
  product !== null &&
  isInBoth(sum) &&
  !opened &&
  told.length === 0 &&
  !clause.isPayment &&
  !clause.isOther &&
  /(?:总计|合计|共计|总共)(?:为|人民币|[：:¥￥\s])*$/.test(text.slice(product.start, sum.start));
