import type { Edit } from "./edit-text.ts";
import { RADICALS } from "./radicals.ts";

/**
 * Characters that keep their own look although a narrower form exists: Chinese punctuation,
 * and those that would run into a figure beside them (², ½, ①, ㎡).
 */
const OWN_FORM: Record<string, string> = {
  "～": "~",
  "〜": "~",
  "∼": "~",
  "－": "-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "―": "—",
  "⸺": "——",
  "￥": "¥",
  "○": "○",
  "●": "●",
  "〖": "【",
  "〗": "】",
  "﹝": "〔",
  "﹞": "〕",
  "〝": "“",
  "〞": "”",
  "„": "“",
  "‟": "“",
  "•": "·",
  "・": "·",
  "‧": "·",
  "∙": "·",
};

/** Forms that compatibility normalization turns into the plain character. */
const COMPATIBLE = new RegExp(
  [
    "[\\u2F00-\\u2FDF", // Kangxi radicals
    "\\uF900-\\uFAFF", // compatibility ideographs
    "\\uFF02\\uFF03-\\uFF07\\uFF0A\\uFF0B\\uFF0D-\\uFF19\\uFF1C-\\uFF1E\\uFF20-\\uFF5E", // full width
    "\\uFF61-\\uFF65\\uFFE0-\\uFFE6", // half-width marks, full-width currency
    "\\uFE10-\\uFE19\\uFE30-\\uFE4F\\uFE50-\\uFE6B", // vertical and small forms
    "\\u2160-\\u217F\\u2474-\\u249B\\u3220-\\u3243", // Roman, bracketed and dotted numerals
    "\\uFB00-\\uFB06]", // ligatures
  ].join(""),
);

const INVISIBLE = /[\u00AD\uFEFF]|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2064]|[\uFE00-\uFE0F]/;
const CONTROL = /\p{Cc}/u;
const BLANK = /\s/;

/** Chinese marks in their own width, whatever the compatibility form says. */
const CHINESE_MARKS: Record<string, string> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "(": "（",
  ")": "）",
  "?": "？",
  "!": "！",
};
const VERTICAL_MARKS = /[\uFE10-\uFE19\uFE30-\uFE4F\uFE50-\uFE61]/;

/** Full width to half, radicals to ideographs, look-alike signs to one; Chinese punctuation stays. */
export function widthEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index < text.length; index++) {
    const made = plainCharacter(text[index]);
    if (made !== text[index]) edits.push({ start: index, end: index + 1, text: made });
  }
  return edits;
}

const NUMERAL = "一二三四五六七八九十零〇○◯";
const RINGS = new RegExp(`(?<=[${NUMERAL}])[○◯OoQ](?=[${NUMERAL}OoQ年])`, "g");
/** 二DO二四年: the ring of a year that was taken for the two halves of one. */
const HALVED = new RegExp(`(?<=(?<![${NUMERAL}])二)[DC(（][Oo0)）](?=[${NUMERAL}]{2}年)`, "g");
/** A year has four numerals; the ring in it is easily seen twice. */
const TWICE = new RegExp(`(?<![${NUMERAL}])[一二]〇(?=〇[${NUMERAL}]{2}年)`, "g");

/** ○ or O for 〇 among Chinese numerals (二○二五), and one ring for two in a year of five numerals. */
export function zeroEdits(text: string): Edit[] {
  const halved = [...text.matchAll(HALVED)];
  if (halved.length > 0) return halved.map(({ index }) => ({ start: index, end: index + 2, text: "〇" }));
  const rings = [...text.matchAll(RINGS)].map(({ index }) => ({ start: index, end: index + 1, text: "〇" }));
  if (rings.length > 0) return rings;
  return [...text.matchAll(TWICE)].map(({ index }) => ({ start: index + 1, end: index + 2, text: "" }));
}

/** What each character is made, as far as asked; there are no more than a text may hold. */
const plain = new Map<string, string>();

function plainCharacter(character: string): string {
  const known = plain.get(character);
  if (known !== undefined) return known;
  const made = plainFormOf(character);
  plain.set(character, made);
  return made;
}

function plainFormOf(character: string): string {
  const own = OWN_FORM[character] ?? RADICALS[character];
  if (own !== undefined) return own;
  if (INVISIBLE.test(character)) return "";
  if (BLANK.test(character)) return " ";
  if (CONTROL.test(character)) return "";
  if (!COMPATIBLE.test(character)) return character;
  const compatible = character.normalize("NFKC");
  return VERTICAL_MARKS.test(character) ? (CHINESE_MARKS[compatible] ?? compatible) : compatible;
}
