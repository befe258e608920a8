import { productClaims } from "../../model/relation-product.ts";
import { type Describe, judgeClaims } from "../judge-claims.ts";
import { productWording } from "../product-wording.ts";
import type { Rule } from "../rule.ts";

/**
 * 数量 × 单价 = 小计. A price in fen may have been rounded to the fen; one in whole yuan was set.
 *
 * | quantity × price | amount | verdict |
 * | --- | --- | --- |
 * | 6240 × 35 | 218400 | pass |
 * | 3 × 33.33 | 100 | pass |
 * | 3 × 333 | 1000 | warning, one unit |
 * | 6240 × 35 | 214800 | error |
 * | 20 × 6930 a month, term of 12 months | 1663200 | pass |
 */
export const quantityTimesPrice: Rule = {
  id: "quantity-times-price",
  severity: "error",
  clause: { zh: "数量 × 单价 = 小计", en: "quantity × unit price = amount" },
  check: (contents) => judgeClaims(contents, quantityTimesPrice, productClaims(contents), describe),
};

const describe: Describe = (equation, claim, fit) =>
  productWording(equation, claim, fit, { zh: "合同写作", en: "the agreement says" });
