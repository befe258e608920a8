import { describe, expect, test } from "vitest";
import type { Box } from "../../src/model/place.ts";
import type { GreyPicture } from "../../src/recognize/clean-picture.ts";
import { dropBeforeFigure } from "../../src/recognize/settle/drop-before-figure.ts";
import { CHAR_PX, lineReadAs } from "../support/read-line.ts";

/** A picture of black boxes. */
function drawn(...boxes: Box[]): GreyPicture {
  const widthPx = 10 * CHAR_PX;
  const data = new Uint8Array(widthPx * CHAR_PX).fill(255);
  for (const [x0, y0, x1, y1] of boxes)
    for (let y = y0; y < y1; y++) data.fill(0, y * widthPx + x0, y * widthPx + x1);
  return { widthPx, heightPx: CHAR_PX, data };
}

/** A digit's ink in the room of a line's character. */
const digit = (at: number): Box => [at * CHAR_PX + 4, 2, at * CHAR_PX + 14, 18];
const unseen = [{ reader: "network", start: 0, length: 1, saw: "", confidence: 50 }];

describe("a mark before a figure that stands alone", () => {
  test("goes where its ink is dirt, and leaves the figure unsure", () => {
    const line = dropBeforeFigure(lineReadAs(":34%"), drawn([4, 6, 7, 9], digit(1), digit(2), digit(3)));
    expect(line.text).toBe("34%");
    expect(line.box[0]).toBe(CHAR_PX);
    expect(line.edgesPx).toHaveLength(4);
    expect(Math.max(...line.confidences)).toBeLessThan(70);
  });

  test("stays where it is as high as a digit or a colon, and before words", () => {
    for (const mark of [digit(0), [4, 5, 7, 16]] as Box[]) {
      const picture = drawn(mark, digit(1), digit(2), digit(3));
      expect(dropBeforeFigure(lineReadAs(":34%"), picture).text).toBe(":34%");
    }
    const dirt = drawn([4, 6, 7, 9], digit(1), digit(2), digit(3));
    for (const text of [":34元", ":各项", "-340", ".340"])
      expect(dropBeforeFigure(lineReadAs(text), dirt).text).toBe(text);
  });

  test("goes where a reader saw none and it shares the ink of one digit", () => {
    const read = { ...lineReadAs("]144"), edgesPx: [0, 7, 14, 34, 54], rivals: unseen };
    const picture = drawn([2, 2, 12, 18], [22, 2, 32, 18], [42, 2, 52, 18]);
    expect(dropBeforeFigure(read, picture).text).toBe("144");
    expect(dropBeforeFigure({ ...read, rivals: [] }, picture).text).toBe("]144");
    const two = drawn([2, 2, 18, 18], [22, 2, 32, 18], [42, 2, 52, 18]);
    expect(dropBeforeFigure(read, two).text).toBe("]144");
  });
});
