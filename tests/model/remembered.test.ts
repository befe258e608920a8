import { describe, expect, test } from "vitest";
import { remembered, rememberedByText } from "../../src/model/remembered.ts";

describe("what readers remember", () => {
  test("a text is read once, also where nothing was found in it", () => {
    const read: string[] = [];
    const find = rememberedByText((text) => {
      read.push(text);
      return text === "甲方" ? text : null;
    });
    expect([find("甲方"), find("乙方"), find("乙方"), find("甲方")]).toEqual(["甲方", null, null, "甲方"]);
    expect(read).toEqual(["甲方", "乙方"]);
  });

  test("of many texts each is answered by itself, and what is asked for all along is kept", () => {
    let reads = 0;
    const lengthOf = rememberedByText((text) => {
      reads += 1;
      return text.length;
    });
    for (let length = 0; length < 5000; length++) {
      expect(lengthOf("款".repeat(length))).toBe(length);
      expect(lengthOf("合同")).toBe(2);
    }
    expect(reads).toBe(5001);
    expect(lengthOf("")).toBe(0);
    expect(reads).toBe(5002);
  });

  test("two things alike are two things", () => {
    const copy = remembered((flow: readonly string[]) => [...flow]);
    const flow = ["第一条"];
    expect(copy(flow)).toBe(copy(flow));
    expect(copy(["第一条"])).not.toBe(copy(flow));
  });
});
