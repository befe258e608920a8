import { table, type told } from "../unseen/told.ts";

/** Rows of as many cells that follow on each other are a table. */
export function withTables(paragraphs: readonly string[]): Parameters<typeof told>[1] {
  const runs: string[][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    const cells = paragraph.split("|").length;
    if (run && cells > 1 && run[0].split("|").length === cells) run.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs.map((run) =>
    run.length === 1
      ? run[0]
      : table(
          ...run.map((row) =>
            row
              .split("|")
              .map((cell) => cell.trim())
              .join("|"),
          ),
        ),
  );
}
