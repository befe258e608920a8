import type { Message } from "../model/finding.ts";

/** Markup that is safe to put into a page as it is. Only `html` and `markup` make it. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | null | false | readonly Part[];

/** A template whose text parts are escaped; parts that are `Html` stay, lists are joined, null and false are empty. */
export function html(fixed: TemplateStringsArray, ...parts: Part[]): Html {
  return {
    markup: fixed.map((piece, at) => (at === 0 ? piece : partToMarkup(parts[at - 1]) + piece)).join(""),
  };
}

/** Markup of our own making (a style sheet), taken as it is. Never give it text that was read. */
export function markup(own: string): Html {
  return { markup: own };
}

/** A message in both languages; the page shows the one chosen. */
export function bilingual(message: Message): Html {
  return html`<span class="zh" lang="zh">${message.zh}</span><span class="en" lang="en">${message.en}</span>`;
}

/** Text safe inside an element and inside a quoted attribute; characters no page may hold are left out. */
export function escapeHtml(text: string): string {
  return text.replace(UNPRINTABLE, "").replace(/[&<>"']/g, (mark) => ENTITIES[mark]);
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters but for tab and line break, and direction marks that could make text look like other text. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|[\u202A-\u202E\u2066-\u2069]/gu;

function partToMarkup(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(partToMarkup).join("");
}
