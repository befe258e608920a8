import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";
import { recordOf } from "./unseen/judge-told.ts";
import { table, told } from "./unseen/told.ts";

test("items that count on from group to group are parts of their group", () => {
  const rows = [
    "序号|预算科目|金额（元）|比例",
    "一|人员经费|403,200|63.00%",
    "1|社工薪酬|320,000|50.00%",
    "2|社会保险|83,200|13.00%",
    "二|服务经费|160,000|25.00%",
    "3|活动费|108,800|17.00%",
    "4|补贴|51,200|8.00%",
    "三|管理费|76,800|12.00%",
    "总计|<|640,000|100.00%",
  ];
  expect(outlineOf("委托合同", "经费总额640,000元。", rows.join("\n"))).toMatchObject({
    lines: [
      "人员经费 403200",
      "社工薪酬 < 人员经费 320000",
      "社会保险 < 人员经费 83200",
      "服务经费 160000",
      "活动费 < 服务经费 108800",
      "补贴 < 服务经费 51200",
      "管理费 76800",
    ],
    findings: [],
    problems: [],
  });
});

test("shares of what was agreed before are not judged against what is paid now", () => {
  const { schedules, findings } = recordOf(
    told(
      "payments",
      [
        "补充协议",
        "一、原合同经费总额640,000元，调整后经费总额为725,000元。",
        "二、付款安排变更如下：",
        table(
          "期次|支付条件|原合同约定|<|调整后支付金额（元）",
          "^|^|比例|金额（元）|^",
          "第一期|原合同签订后|40%|256,000|256,000",
          "第二期|中期评估合格后|40%|256,000|290,000",
          "第三期|期末评估合格后|20%|128,000|179,000",
          "合计|<|100%|640,000|725,000",
        ),
      ],
      {},
    ).scan,
  );
  expect(
    schedules.map(({ version, instalments }) => [
      version,
      instalments.map(({ amount, percent }) => [(amount?.fen ?? 0) / 100, percent?.percent ?? null]),
    ]),
  ).toEqual([
    [
      "original",
      [
        [256000, "40"],
        [256000, "40"],
        [128000, "20"],
      ],
    ],
    [
      "amended",
      [
        [256000, null],
        [290000, null],
        [179000, null],
      ],
    ],
  ]);
  expect(findings).toEqual([]);
});

test("groups whose numbers went unread are found by their sums, though a part happens to be the sum of two others", () => {
  const rows = [
    "序号|预算科目|金额（元）",
    "|人员经费|403,200",
    "1|社工薪酬|320,000",
    "2|社会保险|83,200",
    "二|服务经费|160,000",
    "3|活动费|108,800",
    "4|补贴|51,200",
    "三|管理费|76,800",
    "6|办公费|38,400",
    "7|督导费|19,200",
    "8|税费|19,200",
    "总计|<|640,000",
  ];
  const { lines, findings } = outlineOf("委托合同", "经费总额640,000元。", rows.join("\n"));
  expect(lines.filter((line) => line.includes("<"))).toHaveLength(7);
  expect(lines).toContain("税费 < 管理费 19200");
  expect(findings).toEqual([]);
});
