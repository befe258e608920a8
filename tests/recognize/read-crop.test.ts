import { describe, expect, test } from "vitest";
import { readByNetwork } from "../../src/recognize/read-crop.ts";
import type { LineReader, LineReading } from "../../src/recognize/readers/reader.ts";
import { charsOf } from "../support/read-line.ts";

const grey = { widthPx: 400, heightPx: 60, data: new Uint8Array(400 * 60).fill(255) };
const lineOf = (textHeightPx: number) => ({
  box: [0, 0, 300, textHeightPx] as [number, number, number, number],
  textHeightPx,
});

/** A reader that sees one thing in a crop as wide as its line is, and another in a wider one. */
function readerOf(plain: LineReading["chars"], wide: LineReading["chars"], plainPx: number) {
  const widths: number[] = [];
  const reader: LineReader = {
    name: "network",
    async readLine({ grey: { widthPx } }) {
      widths.push(widthPx);
      return { reader: "network", chars: widthPx > plainPx * 1.2 ? wide : plain };
    },
  };
  return { reader, widths };
}

const textOf = ({ chars }: LineReading): string => chars.map(({ text }) => text).join("");
const PLAIN_PX = 330;

describe("a line as the network reads it", () => {
  test("is read once where it is seen surely", async () => {
    const { reader, widths } = readerOf(charsOf("6829426.7", 99), charsOf("682942687", 99), PLAIN_PX);
    expect(textOf(await readByNetwork(reader, grey, lineOf(30)))).toBe("6829426.7");
    expect(widths).toHaveLength(1);
  });

  test("of which it was unsure is read wider, and the surer reading that holds the other stands", async () => {
    const { reader } = readerOf(charsOf("6242", 75), charsOf("6829426.7", 94), PLAIN_PX);
    expect(textOf(await readByNetwork(reader, grey, lineOf(30)))).toBe("6829426.7");
    const unsurer = readerOf(charsOf("6242", 75), charsOf("6829426.7", 60), PLAIN_PX);
    expect(textOf(await readByNetwork(unsurer.reader, grey, lineOf(30)))).toBe("6242");
  });

  test("is no figure because its dashes, drawn wide, look like one", async () => {
    const { reader } = readerOf(charsOf("---", 48), charsOf("111", 99), PLAIN_PX);
    expect(textOf(await readByNetwork(reader, grey, lineOf(30)))).toBe("---");
  });

  test("of small print is read wider from the start", async () => {
    const [small, large] = [lineOf(16), lineOf(32)];
    const seen = charsOf("888,800.00", 99);
    const [a, b] = [readerOf(seen, seen, PLAIN_PX), readerOf(seen, seen, PLAIN_PX)];
    await readByNetwork(a.reader, grey, small);
    await readByNetwork(b.reader, grey, large);
    expect(a.widths[0] / (300 / 16)).toBeGreaterThan((1.2 * b.widths[0]) / (300 / 32));
  });
});
