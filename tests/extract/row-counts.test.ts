import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { outlineOf } from "../support/outline.ts";
import { table, told } from "./unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

describe("how many of a row's there are", () => {
  test("is told in ten thousands: 96万页", () => {
    const rows = [
      "工序|工作量|单价|金额（元）",
      "扫描|96万页|0.26元/页|249,600",
      "编目|3,200卷|18元/卷|57,600",
      "合计|||307,200",
    ];
    const { scan } = told("counts", ["加工合同", "一、费用", table(...rows)], {});
    const { budgets, findings } = recognizedToRecord(scan, SOURCE);
    expect(budgets[0].lines[0].quantity).toMatchObject({ value: "960000", unit: "页" });
    expect(findings).toEqual([]);
  });

  test.each([
    ["108,000", []],
    ["108,600", ["quantity-times-price 技术员2人"]],
  ])("is told by the name of a row as well: %s", (sum, wanted) => {
    const total = sum === "108,000" ? "414,000" : "414,600";
    const rows = [
      "名称|单价|天数|金额（元）",
      "机器人一台|6,800元|45天|306,000",
      `技术员2人|每人1,200元|45天|${sum}`,
      `合计|||${total}`,
    ];
    const { findings } = outlineOf("租赁合同", "一、费用", rows.join("\n"));
    expect(findings).toEqual(wanted);
  });
});

test("a rate of tax is no share that is paid", () => {
  const { findings, problems } = outlineOf(
    "检测合同",
    "一、价款",
    "合同总价为398,820元。",
    "二、付款",
    "（1）合同生效后付30%，119,646元；",
    "（2）现场检测完成后付50%，199,410元；",
    "（3）最终报告通过评审后付20%，79,764元。",
    "每次付款前受托人须开6%增值税专用发票，委托人在20个工作日内办理。",
  );
  expect([...findings, ...problems]).toEqual([]);
});

test("a supplement that only goes on for some months may be signed while its agreement runs", () => {
  const days = (title: string) =>
    outlineOf(
      title,
      "服务期2024年10月1日至2025年9月30日。",
      "合同总价为398,820元。",
      "签订日期：2025年9月18日",
    ).findings;
  expect(days("打捞服务合同延期补充协议")).toEqual([]);
  expect(days("打捞服务合同")).toEqual(["dates-in-order 签订日期"]);
});

test("what an amendment's whole is made of is its total: 原合同金额与本协议增加额合计, behind a price of what is counted", () => {
  const { totals, findings, problems } = outlineOf(
    "飞防服务合同补充协议",
    "1. 原合同约定",
    "作业面积18,600亩，作业2次，综合单价每亩次12.80元，合同金额476,160.00元。",
    "2. 变更后金额",
    "原合同金额与本协议增加额合计522,432.00元，大写人民币伍拾贰万贰仟肆佰叁拾贰元整。",
  );
  expect(totals).toEqual(["original 总476160", "amended 总522432 大写522432"]);
  expect([...findings, ...problems]).toEqual([]);
});
