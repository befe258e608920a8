import { expect, test } from "vitest";
import { recordOf } from "./unseen/judge-told.ts";
import { told } from "./unseen/told.ts";

/** The lines of a budget in prose, as `count unit × price = amount`, and what is said against it. */
function linesOf(...words: string[]): [string[], string[]] {
  const { budgets, findings, problems } = recordOf(
    told(
      "counts",
      ["服务合同", "服务期限为2026年1月1日至2026年12月31日，共12个月。", "一、费用", ...words],
      {},
    ).scan,
  );
  const yuan = (fen: number | undefined): string => (fen === undefined ? "?" : String(fen / 100));
  return [
    budgets.flatMap(({ lines }) =>
      lines.map(
        ({ label, quantity, unitPrice, amount }) =>
          `${label.value} ${quantity?.value ?? "?"} ${quantity?.unit ?? "?"} × ${yuan(unitPrice?.fen)} = ${yuan(amount.fen)}`,
      ),
    ),
    [...findings.map(({ ruleId }) => ruleId), ...problems.map(({ message }) => message.zh)],
  ];
}

const REST = "材料费50,000元。";

test.each([
  ["厨师6人，每人每月6,500元，12个月计468,000元。", 518_000, "厨师 72 人·月 × 6500 = 468000"],
  [
    "45座校车4辆，每辆每月13,800元，按10个月计，费用为552,000元。",
    602_000,
    "45座校车 40 辆·月 × 13800 = 552000",
  ],
  ["执行人员：8人×6天×450元/人·天=21,600元。", 71_600, "执行人员 48 人·天 × 450 = 21600"],
  ["电梯维保：6,800元/台·年×8台×2年＝108,800元。", 158_800, "电梯维保 16 台·年 × 6800 = 108800"],
  ["同声传译：译员2名，工作4天，每人每天6,800元，共54,400元。", 104_400, "同声传译 8 名·天 × 6800 = 54400"],
  // One count, as printed: the months of a year are printed nowhere.
  ["保安员18名，每人每月4,350元，全年939,600元。", 989_600, "保安员 18 名 × 4350 = 939600"],
])("%s", (words, total, line) => {
  const [lines, said] = linesOf(`合同总价为${total}元，其中：`, `1、${words}`, `2、${REST}`);
  expect(lines[0]).toBe(line);
  expect(lines).toHaveLength(2);
  expect(said).toEqual([]);
});

test("counts that don't come to the sum are told", () => {
  const [, said] = linesOf(
    "合同总价为536000元，其中：",
    "1、厨师6人，每人每月6,500元，12个月计486,000元。",
    `2、${REST}`,
  );
  expect(said).not.toEqual([]);
});

test("an area told in 万 is a count of one", () => {
  const [lines] = linesOf(
    "1. 机械化清扫面积42.6万平方米，每平方米每年7.80元，332.28万元。",
    "2. 人工保洁面积18.5万平方米，每平方米每年9.60元，177.6万元。",
    "3. 绿化带捡拾面积6.2万平方米，每平方米每年4.50元，27.9万元。",
    "合计537.78万元。",
  );
  expect(lines[0]).toBe("机械化清扫 426000 平方米 × 7.8 = 3322800");
});
