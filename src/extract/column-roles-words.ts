/** What the columns of an indicator table say, from the widest to the most exact, as they stand from left to right. */
export const ROLES = ["category", "item", "requirement", "detail", "standard"] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of words a role's header is made of, and how strongly each speaks; the first that fits counts. */
export const ROLE_WORDS: Record<Role, readonly [RegExp, number][]> = {
  category: [
    [/类别|类型|分类|大类|板块|领域|维度|一级|模块|种类|方面/, 3],
    [/^服务$|方向|专题/, 1],
  ],
  item: [
    [/大项|项目名|服务项目|工作项目|任务名|事项|子项|二级|中项|服务名|指标名/, 3],
    [/项目|名称/, 2.5],
    [/工作任务|重点工作|服务内容|主题|对象/, 1.2],
  ],
  requirement: [
    [/服务要求|工作要求|总体要求|基本要求|要求/, 2.5],
    [/服务目标|总体目标|工作目标|目的|宗旨/, 2.2],
    [/说明|描述|内容/, 1.2],
  ],
  detail: [
    [/细项|细则|小项|细目|三级/, 3.2],
    [/具体|工作内容|服务内容|任务内容|指标内容|考核内容|活动内容|明细|措施|举措|做法/, 2.8],
    [/内容|任务|事项|子项|项目|活动|指标名/, 2],
    [/指标|要求|说明|描述/, 1.4],
  ],
  standard: [
    [
      /量化|目标值|指标值|标准值|考核标准|完成标准|验收标准|达标|频[次率]|完成[指量数情]|产出|年度目标|目标数|任务量|工作量/,
      3.4,
    ],
    [
      /标准|考核指标|绩效|成效|服务指标|指标要求|数量指标|数量要求|次数|考核要求|考核|(?:响应|到场|处理|解决|修复|办结)时[间限]/,
      3,
    ],
    [/指标|目标|数量|成果/, 2],
    [/要求|周期|时长/, 0.8],
  ],
};

/** Columns that are no part of an indicator. */
export const IGNORED_HEADER =
  /^(?:序号|编号|序|No\.?|备注|说明备注|注)$|责任[人部单]|负责人|完成时[间限]|时间安排|佐证|附件|^(?:计[量数])?单位$|(?:考核|评估|评价|检查|验收|验证|核查)(?:方式|方法|办法|手段|依据)|(?:成果|提交)形式|数据来源/i;

/** A column that says in what the targets beside it are counted. */
export const UNIT_HEADER = /^(?:计[量数])?单位$/;

/** Columns that set targets beside the standard: how often, how many, how soon. */
export const OTHER_TARGETS =
  /频[率次度]|周期|次数|数量要求|服务量|工作量|任务量|(?:响应|到场|处理|解决|修复|办结)时[间限]/;

/** Columns that only tables of prices, scores, staff, goods, payments or penalties have. */
export const OTHER_KIND =
  /分值|得分|满分|评[分审标]|扣[分款罚减]|权重|计分|打分|[单总合]价|金额|价[格钱]|价款|报价|费用|经费|预算|占比|规格|型号|品牌|参数|姓名|身份证|性别|学历|职[务称]|薪|工资|社保|税|处罚|罚|违约|赔偿|收费|计费|付款|支付|拨付|账[号户]|电话|^人数|^岗位|编制人数/;

export const TITLE_OF_INDICATORS = /指标|量化|考核|任务|服务(?:清单|标准|内容|要求|一览)/;
