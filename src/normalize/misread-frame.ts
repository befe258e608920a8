/** A place that only one character fits: what stands there instead was misread. */
export interface Frame {
  /** Matches just what was misread; what stands around it is looked at, not matched. */
  pattern: RegExp;
  /** What was printed. */
  fits: string;
  /** Whether it is part of a figure (a unit, a month), which is then no surer than the guess. */
  isFigure: boolean;
}

/**
 * A frame of patterns. Each takes only what looks like `fits`, and only where no sound phrase may hold it: a faint
 * character that was read right must stay (平台同步, 愿支付违约金).
 */
export const frame = (fits: string, isFigure: boolean, ...patterns: string[]): Frame => ({
  pattern: new RegExp(patterns.join("|"), "gu"),
  fits,
  isFigure,
});
/** Part of a figure. */
export const unit = (fits: string, ...patterns: string[]): Frame => frame(fits, true, ...patterns);
/** Part of a word. */
export const word = (fits: string, ...patterns: string[]): Frame => frame(fits, false, ...patterns);

export const NUMERAL = "一二三四五六七八九十";
export const COUNT = String.raw`(?:[${NUMERAL}]{1,3}|\d{1,2})`;
/** A sum with its unit, or a share. */
export const FIGURE = String.raw`\d[\d,.]*\s*(?:[万亿]?元|[%％])`;
