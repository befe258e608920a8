/** 甲方, 乙方二: a side by its letter, as the source of a pattern. */
export const LETTER = "[甲乙丙丁戊]方(?:[一二三四五六七八九]|[1-9](?![\\d.．、]))?";
/** 委托方, 采购人: a side by what it does, likewise. */
export const WORD =
  "委托(?:方|人|单位)|受(?:托|委托)(?:方|人|单位)|采购(?:方|人|单位)|购买(?:方|人|主体|单位)|承接(?:方|主体|单位)|(?:成交|中标)?供应商|供(?:货|应)?方|需方|发包(?:方|人|单位)|承包(?:方|人|单位)|分包(?:方|人)|买(?:方|受人)|卖方|出卖人|服务(?:提供)?(?:方|商|人|单位|机构)|使用(?:方|人|单位)|(?:出租|承租|租用|用车|派遣|转让|受让|合作|运营|实施|监管|承办|主办|委办|许可|被许可|定作|承揽|保管|借款|贷款)(?:方|人|单位)|业主(?:方|单位)?|建设单位|施工单位|委托开发方|受托开发方|[购供销]货(?:方|单位)|[购销售]方|(?:聘请|受聘|聘用|执行|评估|检测|审计|咨询|培训|资助|受助|需求|提供|维保|养护|保洁|保安|物业|劳务)(?:方|人|单位|机构|公司)|监理(?:方|人|单位)|设计(?:方|人|单位)|中标(?:人|单位)|用工单位|用人单位|用户(?:方|单位)?|客户(?:方|单位)?|见证方|鉴证方|担保方|监督方|投保人|保险人|拨款方|受助方|托运方|承运方";
/** Whatever else a party is called, where the letter stands beside it: 委办科室（甲方）：… */
export const LETTERED = `[\\p{Script=Han}]{2,10}(?=[（(]\\s*(?:以下)?(?:简称|称)?(?:为)?[“"]?${LETTER}[”"]?\\s*[）)]\\s*[：:])`;
/** What makes of a label one of a signature. */
export const SEAL = /盖章|公章|签章|签字|签名|印章|^章$/;
/** How the name of an organization ends. */
export const ORGANIZATION =
  /(?:公司|中心|局|委员会|委|办事处|办公室|政府|医院|学校|大学|学院|小学|中学|幼儿园|公园|银行|协会|学会|商会|基金会|研究[院所]|厂|所|院|站|社|部|处|会|馆|行|队|店|团|集团|事务所)$/;

/** Whether a role is a letter's (甲方). */
export const isLetter = (role: string): boolean => new RegExp(`^${LETTER}$`).test(role);

/** 某某大学（使用单位：材料学院）: where a bracket closes that was opened before the text; its length where none does. */
export function endOfBracket(text: string): number {
  let depth = 0;
  const marks = [...text.matchAll(/[（(]|[）)]/g)];
  const end = marks.find(({ 0: mark }) => {
    depth += /[（(]/.test(mark) ? 1 : -1;
    return depth < 0;
  });
  return end?.index ?? text.length;
}
