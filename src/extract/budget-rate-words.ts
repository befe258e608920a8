import { OF_OTHER } from "./budget-phrases.ts";
import { findPercents } from "./figures/index.ts";

/** 税率6%, 含6%增值税, 费率1.65%: no share of anything here. */
const TAX_RATE =
  /(?:税率|税点|征收率|[取计收]?费率|取费比例|费用比例)[^，。；\d]{0,4}\d+(?:\.\d+)?\s*[%％]|\d+(?:\.\d+)?\s*[%％]的?(?:增值)?税率?/g;

/** 第二年起每年递增5%，即第二年租金…: by how much a year's sum is more than the last, before it. */
const RISE =
  /(?:递增|递减|增长|上浮|下浮|上调|提高)[^，。；\d]{0,4}\d+(?:\.\d+)?\s*[%％][^，。；]{0,4}[，,；;](?=\s*即?\s*第)/g;

/** 下浮5%后合同总价为: what was taken off. */
const DISCOUNT =
  /(?:优惠|折扣|折让|让利|下浮|下调)(?:了|率|比例|幅度)?(?:为|是|[：:])?\s*\d+(?:\.\d+)?\s*[%％]|\d+(?:\.\d+)?\s*[%％]的?(?:优惠|折扣|让利)/g;

/** 加收8%管理费: by which rate a cost is put on top. */
const SURCHARGE = /(?:加收|另加|加计|计取|另收|加)\s*\d+(?:\.\d+)?[%％]的?(?=\p{Script=Han}{2,8}$)/u;

/** 总价之十二分之一，即: a part of the whole, by its fraction. */
const FRACTION =
  /(?:[一二两三四五六七八九十]{1,3}|\d{1,2})分之(?:[一二两三四五六七八九十]{1,3}|\d{1,2})[，,]?\s*(?:即|计|为|共|约)*(?:人民币|[：:¥￥\s])*$/;

/** Whether words tell a share that is no rate of a tax, a rise, a discount, or what another cost is taken by. */
export const tellsShare = (own: string): boolean =>
  FRACTION.test(own) ||
  findPercents(
    [TAX_RATE, SURCHARGE, RISE, DISCOUNT, OF_OTHER].reduce((words, rate) => words.replace(rate, ""), own),
  ).length > 0;
