import { BUDGET_NAME } from "./budget-words.ts";

export { SHARE_HEADER as PERCENT } from "../model/share-header.ts";

/** Words of the headers of budget tables; every list is of kinds of words, not of one table's. */

export const NUMBER = /^(?:序号?|编号|No\.?)$/i;
export const LABEL =
  /项目|名称|内容|科目|阶段|类别|类型|费用(?:名|类|项|构成|明细)|分项|明细|事项|品[名目]|货物|服务|岗位|用途|支出|构成|种类|标的|[村校站店园组户]名|细目|[子细小分]项|线路|路线|路段|区[域段]/;
export const QUANTITY =
  /数量|[人岗次月册本台套件户份张只支天日年周场班期节个项]数(?:[（(]|$)|岗位数|课时数?|工作量|工程量|频次|场次|人次|预计量|期限/;
export const UNIT_PRICE =
  /^(?!.*[人户次场天]数(?:量?[（(]|量?$)).*(?:单价|均价|综合价|标准[（(][^（）()]*元[/／]|(?:收费|费用|补贴|薪酬|工资|计费)标准|每(?:人|次|月|年|场|户)|每\S{1,2}[年月日次]?(?:费用?|价格?|租金|报酬|工资)|(?<![清账订菜名保])单(?![位独项])\S?[年月日]?(?:租金|费用?|价格?|成本|报酬))/;
export const UNIT = /(亿元|百万元|万元|千元|元)/;
export const FACTOR = /折扣|折率|系数|下浮率|优惠率|让利率/;
export const AMOUNT =
  /(?:核定|批准|批复|预算|安排|拨付|支出|计划|测算|申请)数|金额|数额|合价|总价|小计|合计|费用|经费|预算|价款|价钱|造价|租金|酬金|报酬|报价|价格|总额|款额|成本|元[）)]?$/;
/** What is said of a thing, not what it is called. */
export const TOLD_OF =
  /厂家|厂商|产地|配置|颜色|尺寸|座位|座数|吨位|排量|容量|功率|(?:变更|调整|增减)(?:类型|方式|类别|性质)|频次|频率|要求|标准|规格|型号|参数|品牌|依据|周期|方式|时间/;
export const CONTENT = /内容|用途|说明|描述|成果|范围|明细|构成|组成|概况/;
export const OTHER_MONEY =
  /保额(?!费)|保险金额|(?:赔偿|赔付|责任)限额|月薪|年薪|日薪|月工资|税额|税率|不含税|限价|差额|增减|扣|违约|赔偿|罚|工资标准|(?:调增|调减|核增|核减|变动|变化|节约)(?!后)|基数|基准|计费额|送审/;
/** What a thing would have cost: no amount where another column tells what it does. */
export const LISTED_PRICE =
  /刊例|目录价|指导价|标价|参考价|门市|挂牌|市场价|零售价|原价|控制价|评估价|估价|码洋|定价|(?:优惠|打折|折扣|下浮|让利|折)之?前/;
/** 财政拨款 says where money comes from. */
export const PAYMENT =
  /付款|交[租款](?:截止)?日$|(?<!财政|专项|中央|地方|上级|[国省市县区]级?)拨款|支付|拨付|期次|付费|分期|款项名称/;
export const BEFORE =
  /原|主(?:合同|协议)|(?:调整|变更|修改|修订|核定|核增|核减|审定|调价|调增|调减|增补|追加|增加|减少|优化)(?:之)?前/;
/** A year or lot at a header's beginning. */
export const YEAR = new RegExp(`^(?:${BUDGET_NAME.source})`);
export const AFTER =
  /现|(?:补充|调整|变更|修改|修订|核定|核增|核减|审定|调价|调增|调减|增补|追加|增加|减少|优化)(?:之)?后|最终|新/;
/** 月租金（元）, 每月小计, 年费: sums of a month or a year, and perhaps not of the whole term. */
export const BY_MONTH =
  /^\s*(?:每个?)?月(?!份|度|数)(?!.*年)|^\s*(?:每年|年)(?:费用?|金额|价|服务费|维保费|租金)/;
