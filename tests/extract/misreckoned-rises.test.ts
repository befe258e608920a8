import { expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const SAID = "与上一年的金额及所写递增比例不符";
const read = (third: string, all: string) =>
  outlineOf(
    "租赁合同",
    `第一年租金30,000元，以后每年递增5%，第二年31,500元，第三年${third}元，三年合计${all}元。`,
  );

test("each year more than the last by the rate told, or by as much as the first rise: nothing is said", () => {
  expect(read("33,075", "94,575")).toMatchObject({ findings: [], problems: [] });
  expect(read("33,000", "94,500")).toMatchObject({ findings: [], problems: [] });
});

test("a year that neither comes to: it is said, though the sum of all is right", () => {
  expect(read("33,705", "95,205").problems).toEqual([expect.stringContaining(SAID)]);
});
