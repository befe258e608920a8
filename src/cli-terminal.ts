/** Colours a text, or leaves it plain. */
export type Paint = (text: string, colour: Colour) => string;
export type Colour = keyof typeof CODES;

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const;

export function toPaint(coloured: boolean): Paint {
  if (!coloured) return (text) => text;
  return (text, colour) => `\u001B[${CODES[colour]}m${text}\u001B[0m`;
}

/** Text from files and file names, made unable to steer the terminal; line breaks become blanks. */
export function printable(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, "\uFFFD")
    .trim();
}

/** How many columns a text takes on a terminal; Chinese characters take two. */
export function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);
}

const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/;
