import type { RecognizedLine } from "../../model/recognized.ts";

const PAIRS = ["〔〕", "【】", "[]"];
const OPENING = /[〔【[]/;
const CLOSING = /[〕】\]]/;
/** A year or a number in brackets that are not round, as codes of papers have it. */
const BRACKETED = /[〔【[](\d{1,6})[〕】\]]/g;

/**
 * Brackets around a number are of one kind. Readers that know few papers take 〔 for 【 or [, but nothing for 〔:
 * where one of them saw it on either side, it stands there.
 */
export function settleBrackets(line: RecognizedLine): RecognizedLine {
  let { text } = line;
  for (const match of text.matchAll(BRACKETED)) {
    const [open, close] = [match.index, match.index + match[0].length - 1];
    const seen = [open, close].map((at) => text[at] + seenAt(line, at)).join("");
    const pair = PAIRS.find(([opening, closing]) => seen.includes(opening) || seen.includes(closing));
    if (pair)
      text = text.slice(0, open) + pair[0] + text.slice(open + 1, close) + pair[1] + text.slice(close + 1);
  }
  return text === line.text ? line : { ...line, text };
}

function seenAt({ rivals }: RecognizedLine, at: number): string {
  return rivals
    .filter(({ start, length }) => start <= at && start + Math.max(1, length) > at)
    .flatMap(({ saw }) => [...saw].filter((char) => OPENING.test(char) || CLOSING.test(char)))
    .join("");
}
