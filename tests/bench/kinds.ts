import { parseArgs } from "node:util";
import sharp from "sharp";
import { NO_EFFECTS, scanPage } from "../../fixtures/make/effects.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { judgeLayout } from "./kinds/judge.ts";
import { KINDS } from "./kinds/list.ts";
import { openCamera } from "./kinds/photograph.ts";
import { problemsTold } from "./kinds/told.ts";

/** Draws kinds of tables that offices set anew, scans them, and says of each kind how many came back as drawn. */
const { values: options } = parseArgs({
  options: {
    /** Of each kind. */
    cases: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    /** Part of a kind's name. */
    kind: { type: "string", default: "" },
    /** The number of one case alone. */
    only: { type: "string" },
    /** Writes the pages that came back wrong as pictures into a folder. */
    into: { type: "string" },
    faults: { type: "boolean", default: false },
  },
});

const FONTS = [
  "'Liberation Serif', 'Noto Serif CJK SC', serif",
  "'Liberation Sans', 'Noto Sans CJK SC', sans-serif",
  "'Noto Serif CJK SC', serif",
  "'Droid Sans Fallback', sans-serif",
];

const kinds = KINDS.filter(({ name }) => name.includes(options.kind));
const numbers = options.only
  ? [Number(options.only)]
  : Array.from({ length: Number(options.cases) }, (_, i) => i);
let [right, whole, layoutMs, told, untrue] = [0, 0, 0, 0, 0];
const camera = await openCamera();
try {
  for (const { name, draw } of kinds) {
    let own = 0;
    for (const number of numbers) {
      const random = openRandom(`${options.seed}/${name}/${number}`);
      const dpi = random.pick([120, 150, 150, 200, 200, 300]);
      const shown = await camera.photograph(draw(random), random.pick(FONTS), dpi);
      const scan = await scanPage(
        shown.picture,
        dpi,
        {
          ...NO_EFFECTS,
          skewDeg: random.chance(0.7) ? random.between(-1.5, 1.5) : 0,
          noise: random.between(0, 8),
          blurPx: random.between(0, 0.7),
          ink: random.int(0, 60),
          paper: random.int(238, 255),
          specks: random.between(0, 10),
        },
        [],
        random,
      );
      const { layout, faults, layoutMs: took } = judgeLayout(shown, scan);
      layoutMs += took;
      whole += 1;
      const isRight = faults.length === 0;
      const isTold = problemsTold(layout, shown).some(({ code }) => code === "ambiguous-grid");
      if (isRight) own += 1;
      if (isTold && isRight) untrue += 1;
      if (isTold && !isRight) told += 1;
      if (options.faults && (isTold || !isRight))
        console.log(
          `  ${name} ${number}, ${dpi} dpi: ${[...faults.slice(0, 4), isTold ? "told" : "NOT TOLD"].join("; ")}`,
        );
      if (options.into && faults.length > 0)
        await sharp(scan.data, { raw: { width: scan.width, height: scan.height, channels: 1 } })
          .png()
          .toFile(`${options.into}/${name.replace(/\W+/g, "-")}-${number}.png`);
    }
    right += own;
    console.log(`${own} of ${numbers.length}  ${name}`);
  }
} finally {
  await camera.close();
}
console.log(`${told} of ${whole - right} others told as unsure, and ${untrue} of those as drawn`);
console.log(`${right} of ${whole} pages as drawn, layout ${(layoutMs / whole / 1000).toFixed(3)} s a page`);
