import { describe, expect, test } from "vitest";
import { causeOf } from "../../src/check/cause.ts";
import type { Trust } from "../../src/model/value.ts";

const suspect = (name: string, raw: string, trust: Trust, ...seen: [reader: string, raw: string][]) => ({
  name,
  raw,
  trust,
  rivals: seen.map(([reader, other]) => ({ reader, raw: other })),
});
const never = (): number => 0;
const product = (a: { rival: { raw: string } }, b: { rival: { raw: string } }): boolean =>
  Number(a.rival.raw) * Number(b.rival.raw) === 429_840;

describe("what is at fault where a product doesn't come out", () => {
  const amount = suspect("金额", "429840", "proven");
  test("both factors as one other reader saw them", () => {
    const factors = [
      suspect("数量", "105", "doubtful", ["A", "108"]),
      suspect("单价", "3950", "doubtful", ["A", "3980"]),
    ];
    const { cause, suggestion } = causeOf([...factors, amount], never, product);
    expect(cause).toBe("misread");
    expect(suggestion).toMatchObject({ figure: "数量", from: "105", to: "108" });
    expect(suggestion?.why).toContain("单价读作 3980");
  });

  test("not what two readers saw, one of each", () => {
    const factors = [
      suspect("数量", "105", "doubtful", ["A", "108"]),
      suspect("单价", "3950", "doubtful", ["B", "3980"]),
    ];
    expect(causeOf([...factors, amount], never, product)).toEqual({ cause: "unknown", suggestion: null });
  });

  test("the paper where nothing is in doubt", () => {
    expect(causeOf([amount], never, product).cause).toBe("document");
  });
});
