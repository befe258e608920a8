import { parseArgs } from "node:util";
import { tryNoisy, WAYS } from "./noise-cases.ts";

// Random agreements misread as OCR misreads: npm run bench:noise -- [--cases 500] [--seed 1] [--list 5] [--way one]

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    list: { type: "string", default: "5" },
    way: { type: "string" },
  },
});
const [cases, firstSeed, listed] = [values.cases, values.seed, values.list].map(Number);
const KINDS = ["proven", "silent", "agreed", "accused", "repaired"] as const;

for (const way of WAYS) {
  if (values.way && values.way !== way) continue;
  const tried = Array.from({ length: cases }, (_, index) => firstSeed + index).flatMap((seed) =>
    tryNoisy(seed, way).map((noisy) => ({ seed, noisy })),
  );
  const counts = KINDS.map(
    (kind) => `${kind} ${tried.reduce((sum, { noisy }) => sum + noisy[kind].length, 0)}`,
  );
  console.log(`${way}: ${tried.length} agreements, ${counts.join(", ")}`);
  for (const kind of KINDS) {
    const lines = tried.flatMap(({ seed, noisy }) =>
      noisy[kind].map((line) => `${kind} ${seed}: ${line}   [${noisy.what}]`),
    );
    for (const line of lines.slice(0, listed)) console.log(`  ${line.slice(0, 400)}`);
  }
}
