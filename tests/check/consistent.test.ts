import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import { proveContents } from "../../src/prove/index.ts";
import { randomContents, seededRandom } from "../support/random-contents.ts";

/** HESUAN_CASES=10000 tries as many as the project promises. */
const { HESUAN_CASES = "300" } = process.env;

test("consistent agreements give no finding, and every rule that applies can judge, before and after proof", () => {
  const random = seededRandom(1);
  for (let count = 0; count < Number(HESUAN_CASES); count += 1) {
    const contents = randomContents(random);
    const { checks, findings } = checkContents(contents);
    expect(findings).toEqual([]);
    expect(checks.filter((check) => check.outcome !== "pass")).toEqual([]);
    expect(checkContents(proveContents(contents)).findings).toEqual([]);
  }
}, 300_000);
