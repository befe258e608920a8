import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Finding } from "../../src/model/finding.ts";
import { proveContents } from "../../src/prove/index.ts";
import { changeDigit, figuresOf, replaceIn } from "../support/figures-of.ts";
import { text } from "../support/make-figures.ts";
import { randomContents, seededRandom } from "../support/random-contents.ts";

test("one digit changed anywhere turns a rule red, blames the paper, points at the figure, and has one root", () => {
  const random = seededRandom(2);
  for (let count = 0; count < 15; count += 1) {
    const contents = randomContents(random);
    for (const { name, figure } of figuresOf(contents)) {
      const changed = changeDigit(figure, random.int(0, 9), random.int(1, 9));
      const { findings } = checkContents(replaceIn(contents, figure, changed));
      const what = `${name} ${JSON.stringify(figure)} → ${JSON.stringify(changed)}`;
      expect(findings.length, what).toBeGreaterThan(0);
      for (const finding of findings) {
        expect(finding.cause, what).toBe("document");
        expect(finding.evidence, `${what} ${JSON.stringify(finding)}`).toContainEqual(figure.evidence[0]);
      }
      expect(
        findings.map((finding) => finding.followsFrom === null),
        what,
      ).toEqual(findings.map((_, index) => index === 0));
    }
  }
}, 60_000);

test("a flaw on paper survives proof: the same findings, and the flawed figure never proven by what it breaks", () => {
  const random = seededRandom(3);
  for (let count = 0; count < 120; count += 1) {
    const contents = randomContents(random);
    const spots = figuresOf(contents);
    const { figure } = spots[random.int(0, spots.length - 1)];
    const changed = changeDigit(figure, random.int(0, 9), random.int(1, 9));
    const flawed = replaceIn(contents, figure, changed);
    expect(checkContents(proveContents(flawed)).findings.map(withoutCause)).toEqual(
      checkContents(flawed).findings.map(withoutCause),
    );
  }
}, 60_000);

test("what takes no part in arithmetic turns none", () => {
  const random = seededRandom(4);
  for (let count = 0; count < 40; count += 1) {
    const contents = randomContents(random);
    const { agreement } = contents;
    const other = {
      ...contents,
      agreement: { ...agreement, projectCode: text("LG-2025-0084"), title: text("二〇二五年服务协议") },
      indicators: contents.indicators.map((row) => ({ ...row, standard: text("每年不少于9次") })),
    };
    expect(checkContents(other).findings).toEqual([]);
  }
});

/** A digit that readers take for its like may be theirs or the paper's. */
const withoutCause = ({ cause: _, ...finding }: Finding): Omit<Finding, "cause"> => finding;
