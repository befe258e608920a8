/** What counts as near, thin or long on a page, in pixels; everything follows from the height of its text. */
export interface Sizes {
  /** Rules are followed in steps of this length. */
  unitPx: number;
  /** A gap inside a dotted or worn rule. */
  dotGapPx: number;
  /** Nothing thicker is a rule. */
  thickestPx: number;
  /** Rules nearer to each other than this are one edge (double rules, worn rules). */
  sameEdgePx: number;
  /** A piece this long may be a rule when both its ends touch others. */
  weakPx: number;
  /** A piece this long may be a rule by itself. */
  strongPx: number;
  /** How far a worn corner may leave a long rule's end from the rule it meets. */
  cornerPx: number;
  /** The same for a short piece. */
  touchPx: number;
  /** Rules whose ends differ by no more than this end at the same border. */
  sameEndPx: number;
  textPx: number;
}

export function sizesOf(textHeightPx: number): Sizes {
  const textPx = Math.max(8, textHeightPx);
  return {
    textPx,
    unitPx: Math.max(4, Math.min(200, Math.round(0.3 * textPx))),
    dotGapPx: Math.max(1, Math.round(0.1 * textPx)),
    thickestPx: Math.max(3, 0.4 * textPx),
    sameEdgePx: 0.45 * textPx,
    weakPx: 0.9 * textPx,
    strongPx: 2.5 * textPx,
    cornerPx: 0.3 * textPx,
    touchPx: Math.max(2, 0.12 * textPx),
    sameEndPx: 0.6 * textPx,
  };
}
