import { describe, expect, test } from "vitest";
import type { LayerRun } from "../../src/model/picture.ts";
import type { RecognizedLine, RecognizedPage } from "../../src/model/recognized.ts";
import type { Readers } from "../../src/recognize/readers/reader.ts";
import { recognizePage } from "../../src/recognize/recognize-page.ts";
import { boxesOf, pageOfTexts, readerOf, rowOf } from "../support/ink-page.ts";

const TEXTS = [
  "第一条本项目由双方共同组织实施",
  "委托方应于开工前将款项付至账户",
  "人员费用总额为89000元整含税费",
  "受托方须按季度向委托方提交报告",
  "设备折旧计16240元由受托方承担",
  "管理费按实际发生额结算不得预提",
  "活动经费为53700元用于社区服务",
  "验收合格后十个工作日内付清余款",
  "本协议一式肆份双方各执贰份为凭",
  "未尽事宜由双方另行协商补充约定",
];
const FIGURES = TEXTS.filter((text) => /[\d壹贰叁肆伍万元]/.test(text)).length;
const OTHER_PAGE = [
  "第八条保密义务自签署之日起生效",
  "任何一方不得向第三人透露其内容",
  "违约金按合同总额的百分之五计算",
  "因不可抗力不能履行的应及时通知",
  "争议由原告住所地人民法院来管辖",
  "甲方指定联络人负责日常事务沟通",
  "培训场次为12345场参加者须签到",
  "资料移交应当编制清单并逐项核对",
  "服务期满前三十日内启动续签程序",
  "附件与正文具有同等的法律上效力",
];

/** A layer that says these texts where the page has its rows, all characters of a row as one run. */
function layerOf(texts: readonly string[], font: (row: number) => number = () => 0): LayerRun[] {
  return texts.flatMap((text, row): LayerRun[] => {
    const boxes = boxesOf(TEXTS[row], row);
    if (text === "") return [];
    const [[x0, y0], [, , x1, y1]] = [boxes[0], boxes[Math.min(text.length, boxes.length) - 1]];
    return [{ text, font: font(row), box: [x0, y0, x1, y1] }];
  });
}

const replaced = (row: number, text: string): string[] => TEXTS.with(row, text);

async function read(layer: LayerRun[], isPicture: boolean, seen = TEXTS, byNetwork = seen) {
  const [first, network] = [readerOf("first", seen), readerOf("network", byNetwork)];
  const readers: Readers = {
    first,
    second: null,
    network,
    figures: null,
    names: [],
    close: async () => undefined,
  };
  const pixels = { ...pageOfTexts(seen), channels: 1 as const };
  const scanned = { pageNumber: 4, pixels, dpi: 200, layer, isPicture };
  const { page } = await recognizePage(scanned, readers);
  return { page, first, network, lines: linesOf(page) };
}

const linesOf = (page: RecognizedPage): RecognizedLine[] =>
  page.blocks.flatMap((block) =>
    block.kind === "text" ? block.lines : block.cells.flatMap((cell) => cell.lines),
  );
const textsOf = (lines: readonly RecognizedLine[]): string[] =>
  [...lines].sort((a, b) => rowOf(a.box) - rowOf(b.box)).map(({ text }) => text);

function expectIgnored(page: RecognizedPage, lines: readonly RecognizedLine[]): void {
  expect(page.textSource).toBe("ocr");
  expect(textsOf(lines)).toEqual(TEXTS);
  expect(page.problems).toHaveLength(1);
  const [{ code, pageNumber, box, message }] = page.problems;
  expect({ code, pageNumber, box }).toEqual({ code: "bad-text-layer", pageNumber: 4, box: null });
  expect(message.zh).toContain("第 4 页的文字层");
  expect(message.en).toContain("page 4: its text layer");
}

describe("OCR that lies with a scan", () => {
  test("is used where it says what the picture shows, its figures read by both", async () => {
    const { page, lines } = await read(layerOf(TEXTS), true);
    expect(page).toMatchObject({ textSource: "text-layer", problems: [] });
    expect(textsOf(lines)).toEqual(TEXTS);
    const figures = lines.filter(({ text }) => /\d/.test(text));
    expect(figures.map(({ readers }) => readers)).toEqual(figures.map(() => ["network", "text-layer"]));
    expect(lines.flatMap(({ rivals }) => rivals)).toEqual([]);
    expect(Math.max(...lines.flatMap(({ confidences }) => confidences))).toBeLessThan(100);
  });

  test("tells a dash's length better than the picture does, but no digit", async () => {
    const texts = (dash: string, until: number): string[] =>
      replaced(2, `人员费用总额2024${dash}${until}整税费`);
    const { lines } = await read(layerOf(texts("―", 5)), true, texts("－", 5));
    expect(textsOf(lines)).toEqual(texts("―", 5));
    const { lines: unlike } = await read(layerOf(texts("―", 6)), true, texts("－", 5));
    expect(textsOf(unlike)[2]).toContain("5整");
  });

  test("spares the readers the lines it holds", async () => {
    const asked = ({ first, network }: Awaited<ReturnType<typeof read>>): number =>
      first.asked.length + network.asked.length;
    const [alone, spared] = [await read([], true), await read(layerOf(TEXTS), true)];
    expect(asked(spared)).toBeLessThan(asked(alone));
    expect(spared.lines.filter(({ readers }) => readers.length === 1)).toHaveLength(TEXTS.length - FIGURES);
  });

  test.each([
    ["with two digits changed about", 2, "人员费用总额为98000元整含税费"],
    ["with another digit", 4, "设备折旧计16249元由受托方承担"],
    ["with a digit lost", 6, "活动经费为5370元用于社区服务"],
  ])("%s, its figure is the picture's, and in doubt with both readings", async (_, row, text) => {
    const { page, lines } = await read(layerOf(replaced(row, text)), true);
    expect(page.textSource).toBe("text-layer");
    expect(textsOf(lines)).toEqual(TEXTS);
    const line = lines.find(({ box }) => rowOf(box) === row);
    const figure = /\d+/.exec(TEXTS[row]);
    expect(line?.rivals.map(({ reader }) => reader)).toContain("text-layer");
    // Arithmetic may prove what the paper shows, but not put the layer's figure in its place.
    expect(line?.rivals.filter(({ confidence }) => confidence > 0)).toEqual([]);
    const own = line?.confidences.slice(figure?.index, (figure?.index ?? 0) + (figure?.[0].length ?? 0));
    expect(Math.max(...(own ?? [100]))).toBeLessThan(40);
  });

  test("of another page is ignored, and told", async () => {
    const { page, lines } = await read(layerOf(OTHER_PAGE), true);
    expectIgnored(page, lines);
    expect(page.problems[0].message.en).toContain("% of it is what the picture shows");
  });

  test("in another script is ignored, and told", async () => {
    const garbage = TEXTS.map((_, row) => `RA tt HE eR ${row * 7919} Si WF ae BE`);
    const { page, lines } = await read(layerOf(garbage), true);
    expectIgnored(page, lines);
  });

  test("of characters from nowhere is ignored, and told", async () => {
    const odd = TEXTS.map((text) => `${text.slice(0, -2)}\ue123\ue045`);
    const { page, lines } = await read(layerOf(odd), true);
    expectIgnored(page, lines);
  });

  test("whose figures are nearly all others is ignored, and told", async () => {
    const other = TEXTS.map((text) => text.replace(/\d+/, (digits) => [...digits].reverse().join("")));
    const { page, lines } = await read(layerOf(other), true);
    expectIgnored(page, lines);
  });

  test.each([
    ["a line that it lacks", 4, ""],
    ["the end of a line that it lacks", 6, "活动经费为"],
  ])("%s is read from the picture", async (_, row, text) => {
    const { page, lines } = await read(layerOf(replaced(row, text)), true);
    expect(page).toMatchObject({ textSource: "text-layer", problems: [] });
    expect(textsOf(lines)).toEqual(TEXTS);
  });

  test("a stamp's few words are no layer of the page, and nothing to tell", async () => {
    const { page, lines } = await read(
      layerOf(replaced(0, "档案室收讫二〇二五年三月六日").map((text, row) => (row === 0 ? text : ""))),
      true,
    );
    expect(page).toMatchObject({ textSource: "ocr", problems: [] });
    expect(textsOf(lines)).toEqual(TEXTS);
  });
});

describe("the text of a page that was drawn from it", () => {
  test("is taken as it stands, without OCR but for a few lines", async () => {
    const { page, lines, first, network } = await read(layerOf(TEXTS), false);
    expect(page).toMatchObject({ textSource: "text-layer", problems: [] });
    expect(textsOf(lines)).toEqual(TEXTS);
    expect(lines.every(({ confidences }) => confidences.every((one) => one === 100))).toBe(true);
    expect(first.asked).toEqual([]);
    expect(network.asked.length).toBeLessThan(TEXTS.length);
  });

  test("stands where one kind of reader alone misreads a digit of it", async () => {
    const { page, lines } = await read(
      layerOf(TEXTS),
      false,
      TEXTS,
      replaced(2, "人员费用总额为8900元整含税费"),
    );
    expect(page).toMatchObject({ textSource: "text-layer", problems: [] });
    expect(lines.every(({ readers }) => readers.join() === "text-layer")).toBe(true);
  });

  test("keeps its words where its figures are doubted, and a reader passes over one of them", async () => {
    const wrong = TEXTS.map((text) => text.replaceAll("6", "5"));
    const { lines } = await read(layerOf(wrong), false, TEXTS, replaced(4, "设备旧计16240元由受托方承担"));
    expect(textsOf(lines)[4]).toBe(TEXTS[4]);
  });

  test("set in a font that names one digit wrong has its figures read from the picture", async () => {
    const wrong = TEXTS.map((text) => text.replaceAll("6", "5"));
    const { page, lines } = await read(layerOf(wrong), false);
    expect(page.textSource).toBe("text-layer");
    expect(textsOf(lines)).toEqual(TEXTS);
    const line = lines.find(({ text }) => text.includes("16240"));
    expect(line?.rivals).toEqual([expect.objectContaining({ reader: "text-layer", saw: "5" })]);
  });

  test("set in a font that names everything wrong is ignored, and told", async () => {
    const wrong = TEXTS.map((text) =>
      [...text].map((char) => String.fromCharCode(char.charCodeAt(0) + 1)).join(""),
    );
    const { page, lines } = await read(layerOf(wrong), false);
    expectIgnored(page, lines);
  });

  test("counts once where bold type sets it twice", async () => {
    const layer = layerOf(TEXTS).flatMap((run): LayerRun[] => {
      const [x0, y0, x1, y1] = run.box;
      return [run, { ...run, box: [x0 + 1, y0, x1 + 1, y1] }];
    });
    const { lines } = await read(layer, false);
    expect(textsOf(lines)).toEqual(TEXTS);
  });
});
