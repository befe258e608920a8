import { describe, expect, test } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { fillHoles } from "../../src/recognize/fill-holes.ts";
import type { InkLine } from "../../src/recognize/find-lines.ts";
import { readWithNetwork } from "../../src/recognize/read-with-network.ts";
import type { LineReader, LineReading, ReadChar } from "../../src/recognize/readers/reader.ts";
import { boxesOf, CHAR_PX, LEFT, pageOfTexts, readerOf, TOP, WIDE_STEP } from "../support/ink-page.ts";

const PRINTED = "校舍修缮工程施工合同";

function lineOf(text: string): InkLine {
  const boxes = boxesOf(text, 0);
  return { box: [LEFT, TOP, boxes[boxes.length - 1][2], TOP + CHAR_PX], textHeightPx: CHAR_PX };
}

/** What the network makes of a text of which it passes over these places: their neighbours take their room. */
function passingOver(text: string, ...lost: number[]): LineReading {
  const kept = [...text].flatMap((char, at) =>
    lost.includes(at) ? [] : [{ char, middle: LEFT + (at + 0.5) * WIDE_STEP }],
  );
  const edge = (i: number): number => {
    if (i === 0) return LEFT;
    if (i === kept.length) return LEFT + text.length * WIDE_STEP;
    return (kept[i - 1].middle + kept[i].middle) / 2;
  };
  const chars = kept.map(
    ({ char }, i): ReadChar => ({ text: char, confidence: 99, x0: edge(i), x1: edge(i + 1) }),
  );
  return { reader: "network", chars };
}

const networkOf = (reading: LineReading): LineReader => ({ name: "network", readLine: async () => reading });

async function filled(
  printed: string,
  lost: number[],
  { first = printed, second = printed as string | null, page = pageOfTexts([printed]) as GreyPicture } = {},
) {
  const witnesses = {
    first: readerOf("first", [first]),
    second: second === null ? null : readerOf("second", [second]),
  };
  const reading = await fillHoles(passingOver(printed, ...lost), lineOf(printed), page, witnesses);
  return {
    text: reading.chars.map(({ text }) => text).join(""),
    rivals: reading.rivals,
    asked: witnesses.first.asked.length,
    askedSecond: witnesses.second?.asked.length ?? 0,
  };
}

describe("a character that the network passed over", () => {
  test("is what both others saw between its neighbours, and the network's silence is kept", async () => {
    const { text, rivals } = await filled(PRINTED, [3]);
    expect(text).toBe(PRINTED);
    expect(rivals).toEqual([{ reader: "network", start: 3, length: 1, saw: "", confidence: 0 }]);
  });

  test("is asked of the second only where the first surely saw one", async () => {
    expect(await filled(PRINTED, [3], { first: "校舍修工程施工合同" })).toMatchObject({
      asked: 1,
      askedSecond: 0,
    });
    expect(await filled(PRINTED, [3])).toMatchObject({ asked: 1, askedSecond: 1 });
  });

  test("is asked of nobody beside a word that counts", async () =>
    expect(await filled("大写人民币叁拾贰万整", [6])).toMatchObject({ asked: 0, askedSecond: 0 }));

  test("is found twice in a line", async () => expect((await filled(PRINTED, [3, 6])).text).toBe(PRINTED));

  test("is left out where the others saw different ones there", async () =>
    expect((await filled(PRINTED, [3], { second: "校舍修善工程施工合同" })).text).toBe("校舍修工程施工合同"));

  test("is left out where only one other reader is there", async () =>
    expect((await filled(PRINTED, [3], { second: null })).text).toBe("校舍修工程施工合同"));

  test("is left out where the others saw its neighbours otherwise", async () => {
    const other = "校舍條缮工程施工合同";
    expect((await filled(PRINTED, [3], { first: other, second: other })).text).toBe("校舍修工程施工合同");
  });

  test("is never a counting word: a sum stays as the network saw it", async () =>
    expect((await filled("大写人民币叁拾贰万整", [6])).text).toBe("大写人民币叁贰万整"));

  test("isn't looked for where there is no ink between two characters", async () => {
    const page = pageOfTexts([PRINTED]);
    const [x0, y0, x1, y1] = boxesOf(PRINTED, 0)[3];
    for (let y = y0; y < y1; y++) page.data.fill(255, y * page.widthPx + x0, y * page.widthPx + x1);
    expect(await filled(PRINTED, [3], { page })).toMatchObject({ text: "校舍修工程施工合同", asked: 0 });
  });

  test("costs nothing on a line without a hole", async () =>
    expect(await filled(PRINTED, [])).toMatchObject({ text: PRINTED, rivals: [], asked: 0 }));
});

test("keeps the network's silence through what is read again of the line", async () => {
  const printed = "校舍修缮工程共18项施工";
  const [first, second] = [readerOf("first", [printed]), readerOf("second", [printed])];
  const boxes = boxesOf(printed, 0);
  const whole = boxes.map(
    ([x0, , x1], at): ReadChar => ({ text: printed[at], confidence: 99, x0, x1: x1 + 4 }),
  );
  const chars = whole.filter((_, at) => at !== 3);
  chars[2] = { ...chars[2], x1: chars[2].x1 + 15 };
  chars[3] = { ...chars[3], x0: chars[3].x0 - 15 };
  const network = networkOf({ reader: "network", chars });
  const read = await readWithNetwork(pageOfTexts([printed]), lineOf(printed), {
    first,
    second,
    network,
    figures: null,
  });
  expect(read.text).toBe(printed);
  expect(read.rivals).toContainEqual({ reader: "network", start: 3, length: 1, saw: "", confidence: 0 });
});
