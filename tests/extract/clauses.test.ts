import { expect, test } from "vitest";
import { findClauses, versionAt } from "../../src/extract/clauses.ts";
import { flowOf } from "../support/flow.ts";

const versionsOf = (announcement: string) =>
  findClauses(flowOf("服务合同补充协议", announcement, "（1）人员费20万元；")).map((clause) =>
    versionAt(clause, 0),
  );

test.each([
  "原合同约定的费用，如下：",
  "原合同约定的费用，如下；",
  "原合同约定的费用，如下",
  "原合同约定，分别为",
])("what was first agreed follows as a list, though its colon was misread or missed: %s", (announcement) =>
  expect(versionsOf(announcement).at(-1)).toBe("original"),
);

test("without an announcement what follows is as it is agreed now", () => {
  expect(versionsOf("本协议与原合同，具有同等效力。").at(-1)).toBe("amended");
});
