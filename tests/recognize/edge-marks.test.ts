import { describe, expect, it } from "vitest";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { eraseEdgeMarks } from "../../src/recognize/edge-marks.ts";

const [WIDTH, HEIGHT] = [910, 1286];

function draw(isInk: (x: number, y: number) => boolean): GreyPicture {
  const data = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < WIDTH; x++) if (isInk(x, y)) data[y * WIDTH + x] = 40;
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

const countInk = ({ data }: GreyPicture): number =>
  data.reduce((sum, level) => sum + (level < 128 ? 1 : 0), 0);
const isDisc = (x: number, y: number): boolean => Math.hypot(x - 43, y - 470) <= 12;

describe("marks of the sheet at a page's edge", () => {
  it("are rubbed out where a hole was punched", () => {
    expect(countInk(eraseEdgeMarks(draw(isDisc)))).toBe(0);
  });

  it("are no characters, however blurred: those have white in them and ink in their corners", () => {
    // A square of four strokes across: as wide as high, and filled as a disc is.
    const isCharacter = (x: number, y: number): boolean =>
      x >= 90 && x < 106 && y >= 150 && y < 166 && (y - 150) % 5 !== 4;
    const page = draw(isCharacter);
    expect(countInk(eraseEdgeMarks(page))).toBe(countInk(page));
  });

  it("are black stretches along the border, but no text beside them", () => {
    const isText = (x: number, y: number): boolean => x >= 60 && x < 64 && y >= 300 && y < 330;
    const page = draw((x, y) => x < 9 || isText(x, y));
    expect(countInk(eraseEdgeMarks(page))).toBe(4 * 30);
  });
});
