import { isChinese } from "./characters.ts";
import type { Edit } from "./edit-text.ts";

/** Blanks that a reader or the typesetting put beside Chinese go; between Latin words or figures one stays. */
export function spaceEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/ +/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const wanted = wantsBlank(text.charAt(start - 1), text.charAt(end)) ? " " : "";
    if (wanted !== match[0]) edits.push({ start, end, text: wanted });
  }
  return edits;
}

function wantsBlank(before: string, after: string): boolean {
  if (before === "" || after === "") return false;
  if (isChinese(before) || isChinese(after)) return false;
  if (/[%‰]/.test(after)) return !/\d/.test(before);
  return !(before === "¥" && /\d/.test(after));
}
