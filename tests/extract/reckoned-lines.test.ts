import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const told = (said: string, total: string) =>
  outlineOf("咨询服务合同", "一、合同价款", `现场工作费195,300元；${said}；合计${total}元。`);

describe("a cost that is reckoned as a share of another", () => {
  test.each([
    "内业工作费按现场工作费的22%计，为42,966元",
    "内业工作费按现场工作费的22%计取，42,966元",
    "内业工作费，按现场工作费的22%计算，为42,966元",
    "内业工作费42,966元（按现场工作费的22%计）",
  ])("is a line: %s", (said) => {
    const { lines, findings, problems } = told(said, "238,266");
    expect(lines).toEqual(["现场工作费 195300", "内业工作费 42966"]);
    expect([...findings, ...problems]).toEqual([]);
  });

  test("and is told where it isn't that share", () => {
    const { lines, problems } = told("内业工作费按现场工作费的22%计，为49,266元", "244,566");
    expect(lines).toEqual(["现场工作费 195300", "内业工作费 49266"]);
    expect(problems).toEqual(["“49,266元”：与所写比例和文中各金额均不符，请核对原件"]);
  });
});
