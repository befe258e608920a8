import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

describe("an item's own parts in the first item of a list", () => {
  const itemsOf = (first: string, whole: string): string[] => [
    "培训合同",
    "一、费用",
    first,
    "2、教材费5,000元；",
    "3、印刷费3,000元。",
    whole,
  ];

  test("are its parts to the end, though they don't come to it", () => {
    const outline = outlineOf(
      ...itemsOf(
        "1、师资费55,000元，其中：教授24,000元；讲师30,000元；",
        "合计63,000元（大写：陆万叁仟元整）。",
      ),
    );
    expect(outline.lines).toEqual([
      "师资费 55000",
      "教授 < 师资费 24000",
      "讲师 < 师资费 30000",
      "教材费 5000",
      "印刷费 3000",
    ]);
    expect(outline.findings).toEqual(["subtotal-equals-sum 师资费"]);
  });

  test("hold where they come to it, and what follows them then is no part", () => {
    const parts = ["师资费 55000", "教授 < 师资费 24000", "讲师 < 师资费 31000"];
    const [semicolons, more] = [
      itemsOf(
        "1、师资费55,000元，其中：教授24,000元；讲师31,000元；",
        "合计63,000元（大写：陆万叁仟元整）。",
      ),
      itemsOf(
        "1、师资费55,000元，其中：教授24,000元、讲师31,000元；场地费20,000元；",
        "合计83,000元（大写：捌万叁仟元整）。",
      ),
    ].map((told) => outlineOf(...told));
    expect(semicolons.lines).toEqual([...parts, "教材费 5000", "印刷费 3000"]);
    expect(more.lines).toEqual([...parts, "场地费 20000", "教材费 5000", "印刷费 3000"]);
    expect([...semicolons.findings, ...semicolons.problems, ...more.findings, ...more.problems]).toEqual([]);
  });
});

describe("prices of lines told without tax, the tax, and with it", () => {
  const ROLES = "一、合同价款";
  const WHOLE = "合计1,342,000元（大写：壹佰叁拾肆万贰仟元整）。";
  const INSTALLED = "安装费：不含税200,000元，税率6%，税额12,000元，含税212,000元";

  test.each(["130,000", "140,000"])("are lines, and a tax of %s is compared", (tax) => {
    const bought = `设备费：不含税1,000,000元，税率13%，税额${tax}元，含税1,130,000元`;
    for (const told of [
      [`${bought}；${INSTALLED}。${WHOLE}`],
      [`1、${bought}；`, `2、${INSTALLED}。`, WHOLE],
    ]) {
      const outline = outlineOf("采购合同", ROLES, ...told);
      expect(outline.lines).toEqual(["设备费 1130000", "安装费 212000"]);
      expect(outline.problems.some((said) => said.includes(`税额${tax}元`))).toBe(tax !== "130,000");
    }
  });

  test("that have no place are told where their parts don't come to them", () => {
    const outline = outlineOf(
      ...["采购合同", ROLES, "设备费：不含税1,000,000元，税率13%，税额140,000元，含税1,130,000元。"],
      "合同总价2,000,000元（大写：贰佰万元整）。",
    );
    expect(outline.problems).toHaveLength(1);
  });

  test("of the whole stay the whole's", () => {
    const outline = outlineOf(
      ...["采购合同", ROLES],
      "本合同不含税价为1,000,000元，税率13%，税额130,000元，含税价为1,130,000元（大写：壹佰壹拾叁万元整）。",
    );
    expect(outline).toEqual({
      ...{ totals: ["original 总1130000 大写1130000"], lines: [] },
      ...{ findings: [], problems: [] },
    });
  });
});
