import { expect, test } from "vitest";
import type { Contents } from "../../src/model/record.ts";
import type { Reading } from "../../src/model/value.ts";
import { proveContents } from "../../src/prove/index.ts";
import { changeDigit, figuresOf, replaceIn, type Spot } from "../support/figures-of.ts";
import { type Random, randomContents, seededRandom } from "../support/random-contents.ts";

type Figure = Spot["figure"];

/** Beside a flaw on paper, a misread table cell may happen to fit it: where one column alone speaks, nothing can tell. */
const MOST_COINCIDENCES = 1 / 200;

test("whatever readers mistake on a consistent paper, nothing wrong is ever proven", () => {
  const { disputes, settled, wrong } = proveNoisy(seededRandom(5), 150, (_, contents) => contents);
  expect(wrong).toEqual([]);
  expect(settled / disputes).toBeGreaterThan(0.5);
}, 60_000);

test("on a paper with a flaw, no amount or share, and hardly a cell", () => {
  const { settled, wrong } = proveNoisy(seededRandom(6), 150, withFlaw);
  expect(wrong.filter((figure) => !figure.startsWith("cell"))).toEqual([]);
  expect(wrong.length / settled).toBeLessThan(MOST_COINCIDENCES);
}, 60_000);

function proveNoisy(random: Random, count: number, print: (random: Random, contents: Contents) => Contents) {
  const wrong: string[] = [];
  let disputes = 0;
  let settled = 0;
  for (let index = 0; index < count; index += 1) {
    const paper = print(random, randomContents(random));
    const truths = figuresOf(paper);
    figuresOf(proveContents(withNoise(random, paper, random.int(1, 5)))).forEach(({ name, figure }, at) => {
      const saw = (figure.readings ?? []).map((reading) => reading.value);
      if (saw.length === 0) return;
      expect(saw, name).toContain(plainValue(figure));
      disputes += 1;
      if (figure.trust === "doubtful") return;
      settled += 1;
      const truth = plainValue(truths[at].figure);
      if (plainValue(figure) !== truth) wrong.push(`${name} ${JSON.stringify(figure)}, not ${truth}`);
    });
  }
  return { disputes, settled, wrong };
}

const SEEN_CLEARLY = 0.99;

/** One figure printed wrong by a digit, which no reader mistakes. */
function withFlaw(random: Random, contents: Contents): Contents {
  const { figure } = pick(random, figuresOf(contents));
  const flawed = { ...changeDigit(figure, random.int(0, 9), random.int(1, 9)), confidence: SEEN_CLEARLY };
  return replaceIn(contents, figure, flawed);
}

/** Some figures on which readers differ: mostly one of them is right, sometimes neither. */
function withNoise(random: Random, contents: Contents, count: number): Contents {
  let noisy = contents;
  for (let index = 0; index < count; index += 1) {
    const { figure } = pick(random, figuresOf(noisy));
    if (figure.readings || figure.confidence === SEEN_CLEARLY) continue;
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
