import { PAYS as SAYS } from "./budget-words.ts";

/** In clauses of payments also 付 right before a sum in capitals (立约当日付叁万元), or behind any event (下单付20000元); but 应付, 已付. */
const TELLS =
  /(?<!交)付(?=(?:人民币|RMB|[¥￥\s])*[壹贰叁肆伍陆柒捌玖拾])|(?<=[\u4e00-\u9fff][，,]?)(?<![支拨交给预应实已未代垫另自扣])付(?=(?:人民币|RMB|[¥￥\s])*\d)/;

/** 已付原合同价的60%，即198.60万元: what was paid, told by its share. */
const HAS_PAID = /已付(?=(?:[原主母](?:合同)?|合同)[^，。；\d]{0,10}\d+(?:\.\d+)?\s*[%％])/;

/** A statement that money moves, in a clause of payments. */
export const PAYS = new RegExp(`${SAYS.source}|${TELLS.source}|${HAS_PAID.source}`);
