import { expect, test } from "vitest";
import { concatTexts } from "../../src/extract/evidence.ts";
import { findSigningDay } from "../../src/extract/find-dates.ts";
import type { Flow } from "../../src/model/flow.ts";
import { flowOf, normalText, table } from "../support/flow.ts";

/** An agreement that ends in a table of one row; each cell's lines are parted by "/". */
function signed(...cells: string[]): Flow {
  const signatures = table([cells]);
  const contents = cells.map((lines) => concatTexts(lines.split("/").map((line) => normalText(line))));
  return [
    ...flowOf("三方协议", "第一条 合作期限为24个月。", "本协议自三方签字盖章之日起生效。"),
    { ...signatures, cells: signatures.cells.map((cell, at) => ({ ...cell, content: contents[at] })) },
  ];
}

const side = (role: string, day: string): string =>
  `${role}：桐山市人力资源和社会保障局下属实训/指导中心（盖章）/负责人（签字）：/地址：桐山市高新区星湖街19号/电话：0571-8623001/${day}`;

const dayOf = (...days: string[]): string | undefined =>
  findSigningDay(signed(...days.map((day, at) => side(`${"甲乙丙"[at]}方`, day))))?.value;

test("sides that sign in a cell each tell the day", () => {
  expect(dayOf("日期：2025年9月10日", "日期：2025年9月10日", "日期：2025年9月12日")).toBe("2025-09-12");
  expect(dayOf("2025年9月10日", "2025年9月10日")).toBe("2025-09-10");
});

test("a day of anything else in such a cell is none on which they signed", () => {
  expect(dayOf("成立于2001年9月10日的企业", "2001年成立")).toBeUndefined();
  expect(dayOf("日期：    年  月  日", "日期：    年  月  日")).toBeUndefined();
});
