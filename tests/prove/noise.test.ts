import { expect, test } from "vitest";
import type { Contents } from "../../src/model/record.ts";
import type { Reading } from "../../src/model/value.ts";
import { proveContents } from "../../src/prove/index.ts";
import { changeDigit, figuresOf, replaceIn, type Spot } from "../support/figures-of.ts";
import { type Random, randomContents, seededRandom } from "../support/random-contents.ts";

type Figure = Spot["figure"];

test("whatever readers mistake, nothing wrong is ever proven, and nothing is made up", () => {
  const random = seededRandom(Number(process.env.SEED ?? 5));
  let settled = 0;
  let disputes = 0;
  for (let count = 0; count < 6000; count += 1) {
    const paper = withFlaw(random, randomContents(random));
    const read = withNoise(random, paper, random.int(1, 5));
    const truths = figuresOf(paper);
    figuresOf(proveContents(read)).forEach(({ name, figure }, index) => {
      const truth = plainValue(truths[index].figure);
      const saw = (figure.readings ?? []).map((reading) => reading.value);
      if (saw.length === 0) return;
      disputes += 1;
      expect(saw, name).toContain(plainValue(figure));
      if (figure.trust === "doubtful") return;
      settled += 1;
      if (plainValue(figure) !== truth) process.stdout.write(`WRONG ${name} ${JSON.stringify(figure)} truth ${truth}\n`);
    });
  }
  process.stdout.write(`rate ${settled / disputes} ${disputes}\n`);
  expect(settled / disputes).toBeGreaterThan(0.4);
}, 60_000);

/** Half of the agreements have a flaw on paper. */
function withFlaw(random: Random, contents: Contents): Contents {
  if (random.chance(0.5)) return contents;
  const { figure } = pick(random, figuresOf(contents));
  return replaceIn(contents, figure, changeDigit(figure, random.int(0, 9), random.int(1, 9)));
}

/** Some figures on which readers differ: mostly one of them is right, sometimes neither. */
function withNoise(random: Random, contents: Contents, count: number): Contents {
  let noisy = contents;
  for (let index = 0; index < count; index += 1) {
    const { figure } = pick(random, figuresOf(noisy));
    if (figure.readings) continue;
    const misread = changeDigit(figure, random.int(0, 9), random.int(1, 9));
    const other = random.chance(0.15) ? changeDigit(figure, random.int(0, 9), random.int(1, 9)) : figure;
    const [winner, loser] = random.chance(0.5) ? [misread, other] : [other, misread];
    const readings: Reading[] = [winner, loser].map((each, reader) => ({
      reader: reader === 0 ? "vote" : "b",
      raw: each.raw,
      value: plainValue(each),
      confidence: 0.6,
    }));
    noisy = replaceIn(noisy, figure, {
      ...winner,
      raw: figure.raw,
      trust: "doubtful",
      confidence: 0.6,
      readings,
    });
  }
  return noisy;
}

const pick = (random: Random, spots: Spot[]): Spot => spots[random.int(0, spots.length - 1)];

const plainValue = (figure: Figure): string | number =>
  "fen" in figure ? figure.fen : "percent" in figure ? figure.percent : figure.value;
