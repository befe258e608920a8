import { expect, test } from "vitest";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import { proveContents } from "../../src/prove/index.ts";
import { contents, table } from "../support/make-figures.ts";
import { type Random, seededRandom } from "../support/random-contents.ts";
import { type RandomTable, randomTable } from "../support/random-tables.ts";

/** HESUAN_CASES=10000 tries as many as the project promises. */
const { HESUAN_CASES = "400" } = process.env;

test("consistent tables give no finding, and their rule has something to say", () => {
  const random = seededRandom(11);
  for (let count = 0; count < Number(HESUAN_CASES); count += 1) {
    const drawn = randomTable(random);
    const { checks, findings } = checkContents(proveContents(toContents(drawn)));
    expect(findings, JSON.stringify(drawn.rows)).toEqual([]);
    expect(checks.length, JSON.stringify(drawn.rows)).toBeGreaterThan(0);
  }
}, 300_000);

test("one figure changed by a digit is found, as the paper's, where it stands", () => {
  const random = seededRandom(12);
  for (let count = 0; count < Number(HESUAN_CASES); count += 1) {
    const drawn = randomTable(random);
    const [row, column] = drawn.figures[random.int(0, drawn.figures.length - 1)];
    const before = drawn.rows[row][column];
    drawn.rows[row][column] = withOtherDigit(random, before);
    const given = toContents(drawn);
    const { findings } = checkContents(given);
    const what = `${before} → ${drawn.rows[row][column]} at ${row},${column} of ${JSON.stringify(drawn.rows)}`;
    expect(findings.length, what).toBeGreaterThan(0);
    const cell = given.tables[0].cells.find((each) => each.row === row && each.column === column);
    for (const finding of findings) {
      expect(finding.ruleId, what).toBe("column-sums-to-total");
      expect(finding.cause, what).toBe("document");
      expect(finding.evidence, what).toContainEqual(cell?.text.evidence[0]);
    }
  }
}, 300_000);

test("labels, numbers of order and prices change nothing", () => {
  const rows = [
    ["序号", "名称", "数量", "单价", "合计"],
    ["1", "甲", "12", "30", "360"],
    ["2", "乙", "7", "25", "175"],
    ["3", "丙", "5", "80", "400"],
  ];
  expect(checkContents(contents({ tables: [table(rows)] })).findings).toEqual([]);
  expect(checkContents(contents({ tables: [table(rows)] })).checks).toEqual([]);
});

function toContents({ rows, headerRows, title }: RandomTable): Contents {
  return contents({ tables: [table(rows, headerRows, title)] });
}

function withOtherDigit(random: Random, printed: string): string {
  const places = [...printed].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
  const at = places[random.int(0, places.length - 1)];
  const digit = (Number(printed[at]) + random.int(1, 9)) % 10;
  const isLeading = at === 0 && digit === 0;
  return printed.slice(0, at) + (isLeading ? (Number(printed[0]) % 9) + 1 : digit) + printed.slice(at + 1);
}
