/** 两项合计每月33,000元: what a month's payments come to. */
export const OF_MONTH = /(?:合计|共计|总计|小计)为?每个?月(?:人民币|[¥￥\s])*$/;

/** 尚未支付部分合计977,760元: what is left to be paid is not what all payments come to. */
export const OF_REST =
  /(?:尚未|还未|未)(?:支付|付)(?:的?部分|款项?|费用)?[^，。；\d]{0,4}(?:合计|共计|总计)[^，。；\d]{0,6}$/;
