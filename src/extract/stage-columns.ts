/** What is paid at a stage; elsewhere 阶段 | 设计费 lists what each costs. */
const STAGE = /里程碑|节点|阶段|批次/;
export const WHEN = /时间|日期|月份|期间|时点|年月|期限|^季度$|^月度$/;
/** What must come before a payment. */
export const CONDITION = /条件|标志|前提/;

/** Whether a table's header tells of stages at which something is paid: in a clause of payments, or beside when or on what condition. */
export const paysAtStages = (headers: readonly string[], isPayment: boolean): boolean =>
  headers.some((header) => STAGE.test(header)) &&
  (isPayment || headers.some((header) => WHEN.test(header) || CONDITION.test(header)));
