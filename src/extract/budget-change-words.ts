/** Wording by which an amendment tells what became of one cost. Sums are written ￥ in it, prices of one ＄; what stands in brackets is left out. */

const VERB =
  "(?:增加|追加|核增|调增|增补|上调|调高|提高|上浮|增|加|减少|核减|调减|下调|调低|降低|压减|压缩|缩减|削减|扣减|降|减|调整|变更|修改|修订|更改|核定|改|变)";

/** 增加到, 变更为, 现改为: up to what something became. */
export const BECOMES = new RegExp(`(?:现|拟|相应)?(?:由此)?${VERB}(?:了)?(?:至|到|为|成)$|现(?:为|定为|计)$`);
/** 核减后, 调整后绿地养护费为: the same, with a name behind it. */
export const BECOMES_AFTER =
  /(?:^|[\s，,])(?:经)?(?:变更|调整|修改|修订|核减|核增|增加|减少|调增|调减|追加|压减|增补)(?:之)?后的?(?<name>[^￥＄]*?)(?:为|是|计)?$/;
/** 由, 从原来的: up to what it was. */
export const FROM = /(?:由|从)(?:原来?|原合同|原约定)?的?$/;
/** 由甲|，增加|到|乙: nothing but what turns one sum into the next. */
export const ONLY_TURN = new RegExp(
  `^[，,]?(?:现|拟|相应)?${VERB}?(?:增加|减少)?(?:了)?(?:至|到|为|成)(?:人民币)?$`,
);
/** 增加, 核减金额: up to by how much. */
export const BY_HOW_MUCH = new RegExp(
  `(?:相应|共|合计)?(?<verb>${VERB}(?<!调整|变更|修改|修订|更改|核定|改|变))(?:了|额)?(?:金额|费用|款|合计|共计|共|计)*$`,
);
export const LESS = /减|降|下调|调低|压|缩|削/;
/** 仍为: a cost that stays, or, behind the sum, 不变. */
export const STAYS_BEFORE = /(?:仍(?:旧|然)?(?:按|为|是|计)|(?:保持|维持)(?:为|在)?)$/;
export const STAYS_BEHIND =
  /^[，,]?(?:金额|费用|标准|预算|此项|该项|本项)?(?:均|都)?(?:保持|维持|继续|仍)?(?:不变|照旧|不(?:作|做|予|再)?(?:调整|变更|变动|增减|改变)|(?:仍)?[按照依]原(?:合同|协议|约定|标准)[^￥＄]{0,6}$)/;
/** 人工费、水质检测费照原合同执行: costs that stay, without their sums. */
export const STAY =
  /^(?<names>[^￥＄，,：:]{2,60}?)(?:的?(?:费用|金额|标准|价格|单价|数量|内容|各项))*(?:均|都|仍|各)*(?:保持|维持|继续)*(?:不变|照旧|不(?:作|做|予|再)?(?:调整|变更|变动|增减|改变)|[按照依]原(?:合同|协议|约定|标准)(?:的?约定|标准|规定|金额)?(?:执行|不变)?)$/;
/** 其余各项不变: whatever isn't told stays. */
export const REST_STAYS =
  /(?:其余|其他|其它|未(?:提及|列|涉及|变更|调整)[^，。；]{0,4})[^，。；]{0,10}(?:不变|照旧|不(?:作|做|予|再)?(?:调整|变更|变动)|[按照依仍]原|维持|保持)/;
/** 新增污泥处置费: what wasn't agreed before. */
export const IS_NEW =
  /^(?:因此|现|另|另外|拟|乙方|甲方|本次|同时|并|需)?(?:新增|增加|增设|增列|追加|增补|新设|补充)(?:的|了)?(?<name>[^￥＄]{2,})$/;
/** 取消场地费: what isn't any more. */
export const IS_DROPPED =
  /^(?:现|拟|本次|同时)?(?:取消|删除|核销|剔除|不再(?:收取|计取|列支))(?:原|了)?(?<name>[^￥＄]{2,})$/;
/** 全年, 合计: what a price comes to, of the cost named before it. */
export const ANY_SUM =
  /^(?:(?:以上|上述|该|此|本|其)?(?:全年|每年|年|年度|费用|金额|合计|共计|小计|总计|共|计|价款|总价|预算|经费|标准|项|费|相应|即|为|现|则|应)*|\d[^￥＄]*)$/;
/** 其中, 将, 对: what stands before a name and is none of it. */
export const BEFORE_NAME =
  /^(?:其中|同时|另外|并且|并|且|以及|及|现|拟|将|对|把|原(?!料|木|材)(?:合同|协议)?(?:约定)?的?|上述|该|即)+(?=\p{Script=Han}{2})/u;
/** 费用 and the like at a name's end are told or left out alike. */
export const NAME_TAIL = /(?:的?(?:费用|经费|金额|款项|单价|标准|价格|总额|预算|面积|数量|人数|服务费|费))+$/;
