import { describe, expect, test } from "vitest";
import { recognizedToRecord } from "../../src/recognized-to-record.ts";
import { told } from "./unseen/told.ts";

const SOURCE = { fileName: "a.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** Every line with what it is part of (`工资 < 人员费`), those that are believed apart from the others. */
function partsIn(list: string) {
  const { scan } = told("parts", ["服务合同", "一、合同价款", list], {});
  const { budgets, problems, findings } = recognizedToRecord(scan, SOURCE);
  const lines = budgets.flatMap((budget) => budget.lines);
  const named = (isWanted: (trust: string) => boolean): string[] =>
    lines
      .filter(({ label }) => isWanted(label.trust))
      .map(({ label, parent }) => (parent === null ? label.value : `${label.value} < ${parent}`));
  return {
    believed: named((trust) => trust !== "doubtful"),
    doubtful: named((trust) => trust === "doubtful"),
    problems: problems.map(({ message }) => message.zh),
    findings: findings.map(({ ruleId }) => ruleId),
  };
}

const WHOLE = "合同总价为900,000元，具体包括：";
const STAFF = "人员费400,000元（其中：工资300,000元；社保100,000元）";
const DEVICES = "设备费340,000元（其中：服务器210,000元；网络设备130,000元）";
const LISTED = `${WHOLE}（一）${STAFF}；（二）${DEVICES}；（三）差旅费160,000元。`;
const PLAIN = `${WHOLE}${STAFF}；${DEVICES}；差旅费160,000元。`;
const TRUE = [
  "人员费",
  "工资 < 人员费",
  "社保 < 人员费",
  "设备费",
  "服务器 < 设备费",
  "网络设备 < 设备费",
  "差旅费",
];

/** A text with one stretch read as another. */
function misread(text: string, printed: string, seen: string): string {
  expect(text).toContain(printed);
  return text.replace(printed, seen);
}

describe("a list within a list", () => {
  test.each([
    ["numbered", LISTED],
    ["without numbers", PLAIN],
    ["in brackets of half width", PLAIN.replaceAll("（", "(").replaceAll("）", ")")],
    ["with a note beside each sum", LISTED.replace("400,000元", "400,000元（占44.44%）")],
  ])("%s is believed and nothing is told", (_, list) => {
    expect(partsIn(list)).toEqual({ believed: TRUE, doubtful: [], problems: [], findings: [] });
  });

  test("numbered 1） within brackets is one as well", () => {
    const list = `${WHOLE}人员费400,000元（其中：1）工资300,000元；2）社保100,000元）；设备费340,000元；差旅费160,000元。`;
    expect(partsIn(list)).toMatchObject({
      believed: ["人员费", "工资 < 人员费", "社保 < 人员费", "设备费", "差旅费"],
      problems: [],
    });
  });
});

describe("where all sums are read, a lost or doubled bracket changes nothing", () => {
  test.each([
    ["the closing one", LISTED, "100,000元）；", "100,000元；"],
    ["the closing one, without numbers", PLAIN, "100,000元）；", "100,000元；"],
    ["the closing one of the last list", PLAIN, "130,000元）；", "130,000元；"],
    ["the opening one", PLAIN, "400,000元（其中", "400,000元其中"],
    ["the opening one, numbered", LISTED, "340,000元（其中", "340,000元其中"],
    ["one seen twice", LISTED, "400,000元（其中", "400,000元（（其中"],
    ["one closed in the midst", PLAIN, "工资300,000元；", "工资300,000元）；"],
    ["one of half width", PLAIN, "100,000元）；", "100,000元 ;"],
    ["the opening one of a number", LISTED, "（二）", "二）"],
    ["the closing one of a number", LISTED, "（二）", "（二"],
  ])("%s", (_, list, printed, seen) => {
    const { believed, doubtful, problems } = partsIn(misread(list, printed, seen));
    expect({ believed, doubtful, problems }).toEqual({ believed: TRUE, doubtful: [], problems: [] });
  });
});

describe("where a sum is lost as well, no line is believed to be part of another than it is", () => {
  const LOST = "差旅费160,000元。";
  test.each([
    ["a closing bracket", PLAIN, "100,000元）；", "100,000元；"],
    ["an opening one", PLAIN, "400,000元（其中", "400,000元其中"],
    ["both", misread(PLAIN, "400,000元（其中", "400,000元其中"), "100,000元）；", "100,000元；"],
    ["one closed in the midst", PLAIN, "服务器210,000元；", "服务器210,000元）；"],
  ])("%s", (_, list, printed, seen) => {
    const damaged = misread(misread(list, LOST, "差旅费元。"), printed, seen);
    const { believed, doubtful } = partsIn(damaged);
    expect(TRUE).toEqual(expect.arrayContaining(believed));
    // The parts of each line still come to it.
    expect([...believed, ...doubtful]).toEqual(expect.arrayContaining(TRUE.slice(1, 3)));
  });

  test.each([
    ["a closing bracket", "社保100,000元）；", "社保元；"],
    ["a part and the bracket behind it", "；社保100,000元）；", "；"],
    ["what stands between two brackets", "社保100,000元）；设备费340,000元（其中：", ""],
  ])("within the list: %s", (_, printed, seen) => {
    const { believed, problems } = partsIn(misread(PLAIN, printed, seen));
    expect(TRUE).toEqual(expect.arrayContaining(believed));
    expect(problems).not.toEqual([]);
  });

  test("numbers tell where the list ends all the same", () => {
    const damaged = misread(misread(LISTED, "社保100,000元）；", "社保元；"), LOST, "差旅费元。");
    const { believed, doubtful } = partsIn(damaged);
    expect(believed).toEqual(["人员费", "设备费", "服务器 < 设备费", "网络设备 < 设备费"]);
    expect(doubtful).toEqual(["工资 < 人员费"]);
  });

  test("and where the sum of a line that has parts is lost, its parts aren't believed to be another's", () => {
    const { believed, problems } = partsIn(misread(PLAIN, "设备费340,000元", "设备费元"));
    expect(believed).toEqual(["人员费", "工资 < 人员费", "社保 < 人员费", "差旅费"]);
    expect(problems.join()).toMatch(/无法确定属于哪一项/);
    // Without a trace of it, and where all else comes out, they may be top-level lines, but nobody's parts.
    const bare = partsIn(misread(PLAIN, "设备费340,000元", "设备费")).believed;
    expect(TRUE).toEqual(expect.arrayContaining(bare.filter((line) => line.includes("<"))));
  });

  test("at several levels", () => {
    const deep = misread(PLAIN, "工资300,000元", "工资300,000元（其中：基本工资250,000元；津贴50,000元）");
    const truth = [...TRUE, "基本工资 < 工资", "津贴 < 工资"];
    expect(partsIn(deep).believed.sort()).toEqual([...truth].sort());
    for (const [printed, seen] of [
      ["津贴50,000元）", "津贴50,000元"],
      ["津贴50,000元）", "津贴元"],
      ["300,000元（其中", "300,000元其中"],
      ["社保100,000元）", "社保元"],
    ])
      expect(truth).toEqual(
        expect.arrayContaining(partsIn(misread(misread(deep, LOST, "差旅费元。"), printed, seen)).believed),
      );
  });
});
