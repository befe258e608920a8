import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { AgreementRecord } from "../../src/model/record.ts";
import { recordOf } from "../extract/unseen/judge-told.ts";
import { told } from "../extract/unseen/told.ts";
import { withTables } from "../extract/verdicts/with-tables.ts";

// Which of the figures that authors meant stand in the records of their agreements: npm run bench:authors -- [--list]
// The truth is what each author entered beside his text (tests/extract/verdicts/*/figures.json), in yuan.

const VERDICTS = join(import.meta.dirname, "../extract/verdicts");
const NEAR = 0.005;

const Figures = z.record(
  z.string(),
  z.object({
    totals: z.array(z.number()),
    lines: z.array(z.number()),
    instalments: z.array(
      z.object({ amount: z.number().nullable(), share: z.number().nullable(), times: z.number().nullable() }),
    ),
    term: z.object({ start: z.string().nullable(), end: z.string().nullable() }),
  }),
);
type Meant = z.infer<typeof Figures>[string];
type Kind = keyof Meant;
const KINDS: Kind[] = ["totals", "lines", "instalments", "term"];

const { values } = parseArgs({ options: { list: { type: "boolean", default: false } } });

const yuan = ({ fen }: { fen: number }): number => fen / 100;
const isNear = (a: number, b: number): boolean => Math.abs(Math.abs(a) - Math.abs(b)) < NEAR;

/** What of each kind is meant and not in the record, each in words. */
function missing(record: AgreementRecord, meant: Meant): Record<Kind, string[]> {
  const { budgets, schedules, agreement } = record;
  const totals = [
    ...budgets.flatMap(({ total, totalInCapitals, restatements }) => [
      total,
      totalInCapitals,
      ...restatements,
    ]),
    ...schedules.map(({ total }) => total),
  ].flatMap((money) => (money ? [yuan(money)] : []));
  const lines = budgets.flatMap((budget) => budget.lines.map(({ amount }) => yuan(amount)));
  const left = [...lines];
  const paid = schedules.flatMap(({ instalments }) =>
    instalments.map(({ amount, percent, occurrences }) => ({
      amount: amount && yuan(amount),
      share: percent && Number(percent.percent),
      left: occurrences,
    })),
  );
  return {
    totals: meant.totals
      .filter((sum) => ![...totals, ...lines].some((each) => isNear(each, sum)))
      .map(String),
    lines: meant.lines
      .filter((sum) => {
        const at = left.findIndex((each) => isNear(each, sum));
        if (at >= 0) left.splice(at, 1);
        return at < 0 && !totals.some((each) => isNear(each, sum));
      })
      .map(String),
    instalments: meant.instalments
      .filter(({ amount, share, times }) => {
        const own = paid.find(
          (each) =>
            each.left > 0 &&
            (amount !== null && each.amount !== null
              ? isNear(each.amount, amount)
              : share !== null && each.share === share),
        );
        if (own) own.left -= times ?? 1;
        return !own;
      })
      .map(({ amount, share }) => `${amount ?? "-"} (${share ?? "-"} %)`),
    term: missingTerm(agreement.term, meant.term),
  };
}

/** The term where it is told from day to day, and read otherwise; one that tells less is not compared. */
function missingTerm(term: AgreementRecord["agreement"]["term"], { start, end }: Meant["term"]): string[] {
  if (!start || !end || (term?.from.value === start && term.to.value === end)) return [];
  return [`${start}..${end}, read ${term ? `${term.from.value}..${term.to.value}` : "none"}`];
}

const countOf = (meant: Meant, kind: Kind): number =>
  kind === "term" ? (meant.term.start && meant.term.end ? 1 : 0) : meant[kind].length;

const counts = new Map(KINDS.map((kind) => [kind, { meant: 0, found: 0 }]));
for (const author of readdirSync(VERDICTS)) {
  const folder = join(VERDICTS, author);
  if (author.includes(".") || !readdirSync(folder).includes("figures.json")) continue;
  const all = Figures.parse(JSON.parse(readFileSync(join(folder, "figures.json"), "utf8")));
  for (const [number, meant] of Object.entries(all)) {
    const paragraphs = readFileSync(join(folder, `${number}.txt`), "utf8")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    const lacking = missing(recordOf(told(number, withTables(paragraphs), {}).scan), meant);
    for (const kind of KINDS) {
      const count = counts.get(kind);
      if (!count) continue;
      count.meant += countOf(meant, kind);
      count.found += countOf(meant, kind) - lacking[kind].length;
      if (values.list && lacking[kind].length > 0)
        console.log(`${author} ${number} ${kind}: ${lacking[kind].join("; ")}`);
    }
  }
}
for (const [kind, { meant, found }] of counts)
  console.log(`${kind} ${found} of ${meant} (${((found / meant) * 100).toFixed(1)} %)`);
