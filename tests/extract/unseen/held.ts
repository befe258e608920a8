import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Says, type Told, told } from "./told.ts";

const TEXTS = join(import.meta.dirname, "../verdicts");

/** An agreement whose verdict is held too, of its author's texts by its number, and all that it says. */
export function held(author: string, number: string, title: string, says: Says): Told {
  const paragraphs = readFileSync(join(TEXTS, author, `${number}.txt`), "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const { truth, ...rest } = told(`${author} ${number}: ${title}`, paragraphs, says);
  const { agreement } = truth;
  return { ...rest, truth: { ...truth, agreement: agreement && { ...agreement, title } } };
}
