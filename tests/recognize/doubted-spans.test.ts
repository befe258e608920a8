import { describe, expect, test } from "vitest";
import { findDoubtedSpans } from "../../src/recognize/doubted-spans.ts";
import { lineReadAs } from "../support/read-line.ts";

const spansOf = (...args: Parameters<typeof lineReadAs>): string[] => {
  const line = lineReadAs(...args);
  return findDoubtedSpans(line).map(({ start, end }) => line.text.slice(start, end));
};

describe("what of a line is read by a reader of another kind", () => {
  test("figures, with a character on either side", () => {
    expect(spansOf("甲方应当按照约定支付98000元整给乙方指定的账户")).toEqual(["付98000元整"]);
  });

  test("figures written in capitals", () => {
    expect(spansOf("甲方应当按照约定支付贰拾叁元给乙方指定的那个账户")).toEqual(["付贰拾叁元给"]);
  });

  test("what the network was not sure of", () => {
    expect(spansOf("双方应当严格履行本协议约定的各项义务", 99, { 6: 60 })).toEqual(["格履行"]);
  });

  test("nothing of plain text seen surely", () => {
    expect(spansOf("双方应当严格履行本协议约定的各项义务")).toEqual([]);
  });

  test("neighbours in one, and a line doubted nearly everywhere as a whole", () => {
    expect(spansOf("双方应当共同严格履行本协议约定的各项义务", 99, { 7: 60, 10: 60 })).toEqual([
      "严格履行本协",
    ]);
    expect(spansOf("合计98000元")).toEqual(["合计98000元"]);
  });

  test("not the number of an item, unless unsure or a figure by itself", () => {
    expect(spansOf("（1）双方应当严格履行本协议约定的各项义务")).toEqual([]);
    expect(spansOf("12、双方应当严格履行本协议约定的各项义务")).toEqual([]);
    expect(spansOf("（1）双方应当严格履行本协议约定的各项义务", 99, { 1: 80 })).toEqual(["（1）"]);
    expect(spansOf("（4.1）服务对象不少于80人，每人每年服务")).toEqual(["于80人"]);
    expect(spansOf("1.5万元由甲方支付给乙方指定的那个账户")).toEqual(["1.5万元由"]);
    expect(spansOf("（5）")).toEqual(["（5）"]);
    expect(spansOf("（5）万元由甲方支付给乙方指定的那个账户")).toEqual(["（5）万元由"]);
    expect(spansOf("（2）年内由甲方支付给乙方指定的那个账户")).toEqual(["（2）"]);
  });

  test("a line in which nothing was seen is read whole", () => {
    expect(findDoubtedSpans(lineReadAs(""))).toEqual([{ start: 0, end: 0 }]);
  });
});
