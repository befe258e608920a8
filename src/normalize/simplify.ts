import { Converter } from "opencc-js/t2cn";
import type { Edit } from "./edit-text.ts";

const convert: (text: string) => string = Converter({ from: "t", to: "cn" });

/** Rare characters whose simplified form lies outside the basic plane keep their own, so that lengths match. */
const kept = new Map<string, boolean>();

/** Traditional characters to simplified ones, by phrase where the phrase decides (乾隆, 乾淨). */
export function simplifyEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/\p{Script=Han}+/gu)) {
    for (const [start, run] of convertibleRuns(match[0], match.index)) {
      const simplified = convert(run);
      if (simplified.length !== run.length || isOnlyNames(run, simplified)) continue;
      for (let index = 0; index < run.length; index++) {
        if (simplified[index] === run[index]) continue;
        edits.push({ start: start + index, end: start + index + 1, text: simplified[index] });
      }
    }
  }
  return edits;
}

/** 乾 alone is a simplified character too, one of names; among traditional ones it is 干. */
function isOnlyNames(run: string, simplified: string): boolean {
  return run.split("").every((character, index) => character === "乾" || character === simplified[index]);
}

function convertibleRuns(text: string, offset: number): [number, string][] {
  const runs: [number, string][] = [];
  let from = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length && !staysAsItIs(text[index])) continue;
    if (index > from) runs.push([offset + from, text.slice(from, index)]);
    from = index + 1;
  }
  return runs;
}

function staysAsItIs(character: string): boolean {
  const known = kept.get(character);
  if (known !== undefined) return known;
  const stays = /[\uD800-\uDFFF]/.test(character) || convert(character).length !== 1;
  kept.set(character, stays);
  return stays;
}
