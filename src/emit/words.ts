import type { Version } from "../model/agreement.ts";
import type { Cause, Check, Message, ProblemCode, RuleId, Severity } from "../model/finding.ts";
import type { Status } from "../model/record.ts";
import type { Target } from "../model/table.ts";
import type { Trust } from "../model/value.ts";

/** The names people see for the words of the record. */

export const STATUS_NAMES: Record<Status, Message> = {
  clean: both("核对一致", "Consistent"),
  flagged: both("有疑点", "Flagged"),
  incomplete: both("未读全", "Incomplete"),
};

export const VERSION_NAMES: Record<Version, Message> = {
  original: both("原合同", "Original"),
  amended: both("变更后", "Amended"),
};

export const TRUST_NAMES: Record<Trust, Message> = {
  proven: both("已印证", "proven"),
  agreed: both("读数一致", "agreed"),
  doubtful: both("存疑", "doubtful"),
  corrected: both("人工改正", "corrected"),
};

export const TRUST_MARKS: Record<Trust, string> = { proven: "✓", agreed: "·", doubtful: "?", corrected: "✎" };

export const TRUST_MEANINGS: Record<Trust, Message> = {
  proven: both("页面上另有独立数字可以印证", "another figure on the page confirms it"),
  agreed: both("各次识读一致，无相反证据", "independent readings agree; nothing contradicts it"),
  doubtful: both("识读不一、把握不足或被印章、折痕遮挡，请对照原件", "compare with the paper"),
  corrected: both("由人工核定", "set by a person"),
};

export const SEVERITY_NAMES: Record<Severity, Message> = {
  error: both("错误", "Error"),
  warning: both("提醒", "Warning"),
  info: both("提示", "Note"),
};

export const CAUSE_NAMES: Record<Cause, Message> = {
  document: both("原件如此", "On the paper"),
  misread: both("可能误读", "Likely misread"),
  unknown: both("原因不明", "Can't tell"),
};

export const CAUSE_MEANINGS: Record<Cause, Message> = {
  document: both(
    "参与计算的数字均可信，不一致出在合同本身",
    "every figure taking part is trusted: the paper disagrees with itself",
  ),
  misread: both(
    "另一种识读结果可使算式成立，请对照原件",
    "a rival reading would make it hold; compare with the paper",
  ),
  unknown: both(
    "有数字存疑，暂不能断定是合同还是识读的问题",
    "a figure taking part is doubtful; compare with the paper",
  ),
};

export const OUTCOME_NAMES: Record<Check["outcome"], Message> = {
  pass: both("通过", "Pass"),
  fail: both("不符", "Fail"),
  "cannot-tell": both("无法判断", "Can't tell"),
};

export const RULE_NAMES: Record<RuleId, Message> = {
  "capitals-equal-digits": both("大写金额与小写一致", "Amount in words equals figures"),
  "restated-total-agrees": both("重复出现的总额一致", "Restated total agrees"),
  "total-equals-sum": both("各项之和等于总额", "Lines add up to the total"),
  "subtotal-equals-sum": both("其中各项之和等于上级", "Parts add up to their parent"),
  "percent-of-total": both("占比等于金额除以总额", "Share equals amount ÷ total"),
  "percents-sum-to-100": both("占比之和为 100%", "Shares add up to 100 %"),
  "quantity-times-price": both("数量乘单价等于小计", "Quantity × price equals amount"),
  "schedule-equals-total": both("付款合计等于总额", "Instalments add up to the total"),
  "schedule-covers-term": both("按月付款覆盖服务期限", "Instalments cover the term"),
  "instalment-percent-of-total": both(
    "付款比例乘总额等于付款金额",
    "Instalment share × total equals its amount",
  ),
  "column-sums-to-total": both("表格合计行等于各行之和", "Column adds up to its total row"),
  "term-months-agree": both("共计月数与起止日期一致", "Stated months match the dates"),
  "dates-in-order": both("签订、开始、结束日期先后有序", "Dates are in order"),
  "indicator-numbering": both("指标编号连续不重复", "Numbering runs without gap or repeat"),
};

export const PROBLEM_NAMES: Record<ProblemCode, Message> = {
  "unread-ink": both("有字迹未读出", "Ink that was not read"),
  "torn-text": both("语句中断", "A sentence that breaks off"),
  "unreadable-page": both("页面无法识读", "Page can't be read"),
  "bad-text-layer": both("文字层不可信", "Text layer can't be trusted"),
  "figure-not-understood": both("数字未能理解", "Figure not understood"),
  "ambiguous-join": both("跨页表格是否相连不确定", "Unclear whether tables join"),
  "ambiguous-grid": both("表格框线不清", "Unclear table grid"),
  "page-timeout": both("页面识读超时", "Page took too long"),
  "too-many-pages": both("页数超出限制", "Too many pages"),
};

export const COMPARISON_MARKS: Record<Target["comparison"], string> = {
  "at-least": "≥",
  "at-most": "≤",
  equal: "=",
};

export const PERIOD_NAMES: Record<NonNullable<Target["per"]>, Message> = {
  year: both("每年", "a year"),
  quarter: both("每季度", "a quarter"),
  month: both("每月", "a month"),
  week: both("每周", "a week"),
};

export function both(zh: string, en: string): Message {
  return { zh, en };
}
