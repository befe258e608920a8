/** What is paid at a stage; elsewhere 阶段 | 设计费 lists what each costs. */
const STAGE = /里程碑|节点|阶段|批次/;
export const WHEN =
  /时间|日期|月份|期间|时点|年月|期限|^季度$|^月度$|(?:什么时|何时|啥时)|(?<!交)付[款租费]?日$|[缴支交][款租费]日$|截止日$/;
/** What must come before a payment. */
export const CONDITION = /条件|标志|前提/;

/** Whether a table's header tells of stages at which something is paid: in a clause of payments, or beside when or on what condition. */
export const paysAtStages = (headers: readonly string[], isPayment: boolean): boolean =>
  headers.some((header) => STAGE.test(header)) &&
  (isPayment || headers.some((header) => WHEN.test(header) || CONDITION.test(header)));

/** 费用项目 | 计算方式: what each cost is reckoned from. */
export const listsCosts = (headers: readonly string[]): boolean =>
  [/^(?:计算|测算)(?:方式|方法|依据|过程|公式)?$/, /费用(?:项目|名称|类别)?$|科目|项目/].every((kind) =>
    headers.some((header) => kind.test(header.trim())),
  ) && !headers.some((header) => /付|拨|节点/.test(header));
