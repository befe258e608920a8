import { PAYS as SAYS } from "./budget-words.ts";

/** In clauses of payments also 付 right before a sum in capitals (立约当日付叁万元), or behind any event (下单付20000元, 生效前交60%), and 交当月租金; but 应付, 已付. */
const TELLS =
  /(?<!交)付(?=(?:人民币|RMB|[¥￥\s])*[壹贰叁肆伍陆柒捌玖拾])|(?<=[\u4e00-\u9fff][，,]?)(?<![支拨交给预应实已未代垫另自扣])付(?=(?:人民币|RMB|[¥￥\s])*\d)|(?<=[前后时内])交(?=\s*\d[\d.,]*\s*(?:[%％]|万?元))|(?<=[，,前后内时])拨(?=(?:人民币|RMB|[¥￥\s])*\d[\d,.]*\s*[万亿]?元)|(?<=[，,])给(?=(?:人民币|RMB|[¥￥\s])*\d)|(?<=[\u4e00-\u9fff])(?<![支拨交给预应实已未代垫另自扣转收兑偿])付(?=[，,。；;]?\s*$)|(?<=[，,：:；;）)\s日天前后时内再先])(?:[付拨](?!付|打)|给(?![予水付])|交(?![通易货接付])|结(?![合余构存题算果转]))(?=(?:(?:[\u4e00-\u9fff]{0,3}(?:费|款|价款?|总[价额]|[定订]金)|余下|其余)的?)?(?:人民币|RMB|[¥￥\s])*\d)|(?<=[，,：:；;）)\s日天前后时内再先])(?:打款|给清|结清)|(?<=[户上前后里内日号])转(?=(?:人民币|RMB|[¥￥\s])*\d[\d,.]*\s*[万亿]?元)|(?<![提递上移转送])交(?=(?:当|本|该|上|次|下)一?个?[月季年期]的?(?:租|费|款|[^，。；\d]{0,4}(?:租金|费用?|款)))/;

/** A statement that money moves, in a clause of payments. */
export const PAYS = new RegExp(`${SAYS.source}|${TELLS.source}`);
/** The same, for every place of a text. */
export const EACH_PAYS = new RegExp(PAYS.source, "g");
