import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

function judged(...clauses: string[]) {
  const { findings, problems } = recognizedToRecord(
    told("sums", ["服务合同", "一、服务经费", ...clauses], {}).scan,
    SOURCE,
  );
  return {
    causes: [...new Set(findings.map(({ cause }) => cause))],
    told: problems.map(({ message }) => message.zh).join(),
  };
}

describe("a part that lost its unit is a problem, and the paper isn't blamed for the sum", () => {
  test.each([
    ["another character", "然"],
    ["a word that counts things", "只"],
  ])("with %s in its place", (_, sign) => {
    const { causes, told: problems } = judged(
      `合同总价为731,800元，其中：人员费201,700元；设备费318,700${sign}；耗材费211,400元。`,
    );
    expect(problems).toContain("318,700");
    expect(causes).toEqual([]);
  });

  test("in 万元", () => {
    const { causes, told: problems } = judged(
      "合同总价为73.18万元，其中：人员费20.17万元、设备费36.13然元、耗材费16.88万元。",
    );
    expect(problems).toContain("36.13");
    expect(causes).toEqual([]);
  });
});

test("a slip by which a part comes short stays the paper's, though other numbers are printed", () => {
  const { causes, told: problems } = judged(
    "合同总价为731,800元，其中：人员费413,100元、设备费228,700元，每日9时至17时服务，电话0739-900000。",
  );
  expect(problems).toBe("");
  expect(causes).toEqual(["document"]);
});

describe("what a misread word parts from its meaning", () => {
  const recordOf = (...clauses: string[]) =>
    recognizedToRecord(told("words", ["服务合同", "一、服务经费", ...clauses], {}).scan, SOURCE);

  test("the last of several sums that is what the others come to is their total", () => {
    const [budget] = recordOf(
      "服务费由人员费313,100元、设备费18,700元、耗材费4,200元组成，总得336,000元。",
    ).budgets;
    expect([budget.total?.fen, budget.lines.length]).toEqual([33_600_000, 3]);
  });

  test("years keep their names though the colon before them is gone", () => {
    const { budgets } = recordOf(
      "服务经费按年度核定第一年经费697,700元，其中劳务费337,000元、专家费360,700元；第二年经费724,700元，其中劳务费333,700元、专家费391,000元。",
    );
    expect(budgets.map(({ name, total }) => [name?.value, total?.fen])).toEqual([
      ["第一年", 69_770_000],
      ["第二年", 72_470_000],
    ]);
  });

  test("an amended total that is the former one, while its lines make another, is not believed", () => {
    const { budgets, findings } = recognizedToRecord(
      told(
        "former",
        [
          "服务合同补充协议",
          "甲乙双方对原合同作如下变更：",
          "一、原合同总价为500,000元，其中人员费300,000元，设备费200,000元。",
          "二、变更后合同总价为500,000元。现合同总价为450,000元，其中人员费270,000元，设备费180,000元。",
        ],
        {},
      ).scan,
      SOURCE,
    );
    const amended = budgets.find(({ version }) => version === "amended");
    expect(amended?.total?.trust).toBe("doubtful");
    expect(findings.map(({ cause }) => cause)).not.toContain("document");
  });

  test("parts of a part whose own sum lost its unit are no parts of the whole in silence", () => {
    const { problems, status } = recordOf(
      "合同总价为628,800元，其中：人工费134,900元（其中：培训费71,400家（其中：首批18,600元，次批52,800元），夜班费63,500元）；物料费493,900元。",
    );
    expect(problems.map(({ message }) => message.zh).join()).toContain("首批");
    expect(status).toBe("incomplete");
  });

  test.each(["是", "然"])("capital numerals broken by %s are no sum of their end alone", (sign) => {
    const [budget] = recordOf(`合同总价为人民币叁佰捌拾壹${sign}陆仟元正（3,816,000元）。`).budgets;
    expect(budget.total?.fen).toBe(381_600_000);
    expect(budget.totalInCapitals?.fen ?? null).not.toBe(600_000);
  });
});
