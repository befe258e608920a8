import { describe, expect, test } from "vitest";
import { findLayout } from "../../src/recognize/find-layout.ts";
import { fill, pageOfTexts } from "../support/ink-page.ts";

const SIZE = 110;
const LARGEST_TEXT = 60;

/** A page of text with hollow boxes of this size above it, some pieces of which stand apart. */
function layoutWith(count: number, size = SIZE) {
  const page = pageOfTexts(["", "", ...Array.from({ length: 12 }, () => "田".repeat(18))]);
  for (let at = 0; at < count; at++) {
    const [x, y] = [60 + at * (size + 15), 60];
    fill(page, [x, y, x + size, y + size], 0);
    fill(page, [x + 12, y + 12, x + size - 12, y + size - 12], 255);
    fill(page, [x + 35, y + 40, x + 60, y + 52], 0);
  }
  return findLayout(page);
}

describe("characters far larger than the page's text", () => {
  test("in a row are one line, with nothing of theirs left over, before the text", () => {
    const { lines } = layoutWith(5);
    expect(lines).toHaveLength(13);
    expect(lines[0].box).toEqual([60, 60, 60 + 5 * (SIZE + 15) - 15, 60 + SIZE]);
    expect(lines[0].textHeightPx).toBe(SIZE);
  });

  test("one or two alone are a picture's parts", () => {
    for (const count of [1, 2]) {
      const { lines } = layoutWith(count);
      expect(lines.every(({ textHeightPx }) => textHeightPx < LARGEST_TEXT)).toBe(true);
    }
  });
});
