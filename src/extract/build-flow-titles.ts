import type { FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";

const LONGEST_TITLE = 45;
const UNIT_LINE = /^[（(]?(?:金额|货币|计量|数量)?单位[：:]/;
const NAMED = /^(?:附[件表录]|表)\s*[一二三四五六七八九十\d]*(?:[-－.]\d+)?[：:、\s]?/;
const CONTINUED = /^[（(]?(?:续(?:上)?表|接上[页表])|[（(]续[）)]$|^续[：:]?$/;

/**
 * The title among the paragraphs right above a table, nearest first: a short line that ends no sentence.
 * A line that only tells the unit (单位：万元) is passed over.
 */
export function findTitle(above: readonly { paragraph: FlowParagraph }[]): NormalText | null {
  for (const { paragraph } of above) {
    const { text } = paragraph.content;
    if (UNIT_LINE.test(text) && text.length < 16) continue;
    return isTitle(text) ? paragraph.content : null;
  }
  return null;
}

/** Whether a line above a table says that the table goes on: 续表, （续）, or the title of the one before again. */
export function isContinuedTitle(text: string, title: NormalText | null): boolean {
  if (text.length > LONGEST_TITLE) return false;
  if (CONTINUED.test(text)) return true;
  return title !== null && text.length > 2 && text.replace(/[（(]?续(?:表)?[）)]?/g, "") === title.text;
}

function isTitle(text: string): boolean {
  if (text === "" || text.length > LONGEST_TITLE) return false;
  if (NAMED.test(text)) return !/[。；]$/.test(text);
  return !/[。；，、：:]$/.test(text) && !/[。；]/.test(text);
}
