import { describe, expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Money } from "../../src/model/value.ts";
import { proveContents } from "../../src/prove/index.ts";
import { budget, contents, line, money, percent, quantity } from "../support/make-figures.ts";

// 300 000 + 456 700 = 756 700, of which the second line is misread or misprinted.
const withLine = (second: Money) =>
  contents({ budgets: [budget([line("甲", 300000), { ...line("乙", 0), amount: second }], 756700)] });
const judge = (second: Money) => {
  const proven = proveContents(withLine(second));
  const { findings } = checkContents(proven);
  return [proven.budgets[0].lines[1].amount.trust, ...findings.map(({ cause }) => cause)];
};

describe("a figure that one sum contradicts, seen alike by all readers", () => {
  test.each([
    ["one digit another", 456100],
    ["one digit lost", 45670],
    ["one digit doubled", 4556700],
    ["a sign before it taken for a digit", 8456700],
  ])("is doubted where it differs as misread digits do: %s", (_, yuan) => {
    expect(judge(money(yuan))).toEqual(["doubtful", "unknown"]);
  });

  test.each([
    ["cut off behind its first digits", 456],
    ["cut off before its last digits", 700],
    ["cut in its midst, where it was wrapped", 4500],
    ["any other", 4765],
  ])("is doubted and told where it is far from what the sum needs, and nobody is blamed: %s", (_, yuan) => {
    expect(judge(money(yuan))).toEqual(["doubtful"]);
    const { problems } = proveContents(withLine(money(yuan)));
    expect(problems.map(({ message }) => message.zh).join()).toContain("相差过大");
  });

  test("stays the paper's flaw where two neighbouring digits are changed about, as people mistype", () => {
    expect(judge(money(465700))).toContain("document");
    expect(judge(money(457600))).toContain("document");
  });

  test("stays the paper's flaw where a text layer states it", () => {
    const contentsOfLayer = withLine({ ...money(456100), confidence: 1 });
    for (const one of contentsOfLayer.budgets[0].lines) one.amount.confidence = 1;
    if (contentsOfLayer.budgets[0].total) contentsOfLayer.budgets[0].total.confidence = 1;
    const { findings } = checkContents(proveContents(contentsOfLayer));
    expect(findings.map(({ cause }) => cause)).toEqual(["document"]);
  });
});

test("parts that miss their whole as by no slip aren't believed to be its parts", () => {
  const trustsWith = (part: number) => {
    const lines = [
      line("甲", 700000),
      line("乙", 300000, null, { parent: "甲" }),
      line("丙", part, null, { parent: "甲" }),
      line("丁", 100000),
    ];
    const { budgets } = proveContents(contents({ budgets: [budget(lines, 800000)] }));
    return budgets[0].lines.map(({ label }) => label.trust);
  };
  expect(trustsWith(400000)).toEqual(["agreed", "agreed", "agreed", "agreed"]);
  expect(trustsWith(410000)).toEqual(["agreed", "agreed", "agreed", "agreed"]);
  expect(trustsWith(983200)).toEqual(["agreed", "doubtful", "doubtful", "agreed"]);
});

test("a discount misread in a digit isn't blamed on the paper", () => {
  const causesOf = (discount: string) => {
    const lines = [line("甲", 300000), line("乙", 456700), line("优惠", discount)];
    const { findings } = checkContents(proveContents(contents({ budgets: [budget(lines, 755200)] })));
    return findings.map(({ cause }) => cause);
  };
  expect(causesOf("-7500")).toEqual(["unknown"]);
  expect(causesOf("-1500")).toEqual([]);
});

describe("a figure that nothing but its readers speaks for", () => {
  const alone = (amount: Money) =>
    proveContents(contents({ budgets: [budget([{ ...line("甲", 0), amount }], null)] })).budgets[0].lines[0];

  test("is believed where every glyph was read surely", () => {
    expect(alone({ ...money(456700), confidence: 0.97 }).amount.trust).toBe("agreed");
  });

  test("is doubted where a glyph was not", () => {
    expect(alone({ ...money(456700), confidence: 0.85 }).amount.trust).toBe("doubtful");
  });

  test("is believed all the same where arithmetic confirms it", () => {
    expect(judge({ ...money(456700), confidence: 0.85 })).toEqual(["proven"]);
  });
});

test("a sum in 万元 that lost a digit isn't proven by the rounding that this leaves", () => {
  const trustsOf = (second: string, total: string) => {
    const lines = [line("甲", "15.5万"), line("乙", second), line("丙", "70.21万")];
    const [{ lines: proven }] = proveContents(contents({ budgets: [budget(lines, total)] })).budgets;
    return proven.map(({ amount }) => amount.trust);
  };
  expect(trustsOf("84.3万", "170.04万").slice(0, 2)).toEqual(["doubtful", "doubtful"]);
  expect(trustsOf("84.3万", "170.01万")).not.toContain("doubtful");
  expect(trustsOf("84.33万", "170.04万")).not.toContain("doubtful");
  expect(trustsOf("84.333万", "170.04万")[1]).toBe("doubtful");
});

test("a share of more than the whole has lost its point", () => {
  const given = contents({ budgets: [budget([{ ...line("甲", 327), percent: percent("327") }], 10000)] });
  expect(proveContents(given).budgets[0].lines[0].percent?.trust).toBe("doubtful");
});

describe("a share that its amount and total contradict, seen alike by all readers", () => {
  const causesOf = (first: string, second: string): string[] => {
    const lines = [line("甲", 300000, first), line("乙", 456700, second), line("丙", 243300, "24.33")];
    const { findings } = checkContents(proveContents(contents({ budgets: [budget(lines, 1000000)] })));
    return [...new Set(findings.map(({ cause }) => cause))];
  };

  test.each([
    ["two shares with one digit another each", "80.00", "15.67"],
    ["a digit lost", "30.00", "4.67"],
    ["a digit doubled behind the point", "30.00", "45.667"],
    ["one digit doubled where others have fewer", "30.00", "45.77"],
    ["the first digits cut off", "30.00", "0.67"],
  ])("isn't blamed on the paper where it differs as misread digits do: %s", (_, first, second) => {
    expect(causesOf(first, second)).toEqual(["unknown"]);
  });

  test("stays the paper's flaw where several digits differ", () => {
    expect(causesOf("30.00", "47.91")).toEqual(["document"]);
  });
});

test("a quantity that lost a digit isn't blamed on the paper, though months come nearer to the amount", () => {
  const priced = line("心理辅导", 15895, null, { quantity: quantity("5"), unitPrice: money(289) });
  const others = [line("讲座", 4105)];
  const given = contents({ budgets: [budget([priced, ...others], 20000)] });
  const { findings } = checkContents(proveContents(given));
  expect(findings.map(({ ruleId, cause }) => [ruleId, cause])).toEqual([["quantity-times-price", "unknown"]]);
});

test("a quantity is doubted beside an amount that was misread as well, by what their sum gives that", () => {
  const trustsOf = (count: string, amount: string) => {
    const priced = line("书架", amount, null, { quantity: quantity(count), unitPrice: money("671.20") });
    const [{ lines }] = proveContents(
      contents({ budgets: [budget([priced, line("台式计算机", 22915872)], "28203585.60")] }),
    ).budgets;
    return [lines[0].quantity?.trust, lines[0].amount.trust];
  };
  // 7,878 × 671.20 = 5,287,713.60
  expect(trustsOf("7818", "5787713.60")).toEqual(["doubtful", "doubtful"]);
  expect(trustsOf("7878", "5787713.60")[0]).not.toBe("doubtful");
});

test("a line of 100 % says its digits twice: unclear ones don't prove each other", () => {
  const unclear = { ...percent("100"), trust: "doubtful" as const, confidence: 0.3 };
  const given = contents({
    budgets: [budget([{ ...line("甲", 327), percent: unclear }], 327)],
  });
  expect(proveContents(given).budgets[0].lines[0].percent?.trust).toBe("doubtful");
});

describe("more than one misreading in a budget", () => {
  const causes = (given: Parameters<typeof proveContents>[0]) =>
    checkContents(proveContents(given)).findings.map(({ cause }) => cause);

  test("a sum in 万元 that lost a digit as printed is doubted, a point that moved is the typist's", () => {
    const withSecond = (second: string) =>
      contents({ budgets: [budget([line("甲", "41.41万"), line("乙", second)], "81.68万")] });
    expect(causes(withSecond("40.7万"))).toEqual(["unknown"]);
    const swapped = contents({ budgets: [budget([line("甲", "41.4万"), line("乙", "33万")], "71.7万")] });
    expect(causes(swapped)).toEqual(["document"]);
  });

  test("a total that most shares speak against is doubted, though a line was misread as well", () => {
    const lines = [
      line("甲", "88.8万", "34.74"),
      line("乙", "33.83万", "13.31"),
      line("丙", "51.34万", "20.20"),
      line("丁", "80.67万", "31.74"),
    ];
    expect(causes(contents({ budgets: [budget(lines, "254.44万")] }))).not.toContain("document");
  });

  test("a share that was misread is doubted though its amount is wrong on paper", () => {
    const lines = [line("甲", 895096, "58.2"), line("乙", 566413, "24.1"), line("丙", 885065, "37.7")];
    const given = contents({ budgets: [budget(lines, 2347384)] });
    expect(proveContents(given).budgets[0].lines[0].percent?.trust).toBe("doubtful");
  });

  test("a part of many times the whole is no flaw of the paper's", () => {
    const given = contents({ budgets: [budget([line("甲", 332440), line("乙", 9441)], 38929)] });
    const { budgets, problems } = proveContents(given);
    expect(budgets[0].lines[0].amount.trust).toBe("doubtful");
    expect(problems.map(({ message }) => message.zh).join()).toContain("相差过大");
    expect(causes(given)).toEqual([]);
  });

  test("a share with more decimals than its fellows has a digit too many", () => {
    const lines = [line("甲", "76.9万", "67.57"), line("乙", "36.9万", "32.433")];
    const proven = proveContents(contents({ budgets: [budget(lines, "113.8万")] }));
    expect(proven.budgets[0].lines.map((one) => one.percent?.trust)).toEqual(["agreed", "doubtful"]);
  });
});
