import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Truth, TruthLine } from "../../fixtures/make/truth.ts";
import { checkContents } from "../../src/check/index.ts";
import type { Contents } from "../../src/model/record.ts";
import { proveContents } from "../../src/prove/index.ts";
import {
  budget,
  capitals,
  contents,
  day,
  indicators,
  instalment,
  line,
  money,
  percent,
  quantity,
  schedule,
  text,
} from "../support/make-figures.ts";
import { fenToPrinted } from "../support/random-contents.ts";

const folder = new URL("../../fixtures/", import.meta.url);
const cases = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/expected.json`, folder)));

test.each(cases)("what %s truly says is found flawed just where it is", (name) => {
  const truth: Truth = JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), "utf8"));
  const { findings } = checkContents(proveContents(truthToContents(truth)));
  const said = findings.map(({ ruleId, severity, cause, version, subject }) => ({
    ruleId,
    severity,
    cause,
    version,
    subject,
  }));
  for (const expected of truth.findings) expect(said).toContainEqual(expected);
  const allowed = [...truth.findings, ...truth.mayFollow].map(
    ({ ruleId, version }) => `${ruleId} ${version}`,
  );
  for (const { ruleId, version } of said) expect(allowed).toContain(`${ruleId} ${version}`);
});

function truthToContents(truth: Truth): Contents {
  const { agreement } = truth;
  return contents({
    agreement: {
      ...contents().agreement,
      signedOn: agreement?.signedOn ? day(agreement.signedOn) : null,
      term: agreement?.term
        ? { from: day(agreement.term.from), to: day(agreement.term.to), months: agreement.term.months }
        : null,
    },
    budgets: truth.budgets.map((each) => ({
      ...budget(each.lines.map(toLine), each.total === null ? null : fenToPrinted(each.total)),
      version: each.version,
      totalInCapitals: each.totalInCapitals === null ? null : capitals(fenToPrinted(each.totalInCapitals)),
      restatements: each.restatements.map((fen) => money(fenToPrinted(fen))),
    })),
    schedules: truth.schedules.map((each) =>
      schedule(
        each.instalments.map((one) =>
          instalment(one.amount === null ? null : fenToPrinted(one.amount), {
            from: one.from,
            to: one.to,
            occurrences: one.occurrences,
            percent: one.percent === null ? null : percent(one.percent),
            condition: one.condition === null ? null : text(one.condition),
          }),
        ),
        each.total === null ? null : fenToPrinted(each.total),
        each.version,
      ),
    ),
    indicators: indicators(truth.indicators.map((row) => [row.item, row.requirement, row.detail])),
  });
}

function toLine(each: TruthLine) {
  return line(each.label, fenToPrinted(each.amount), each.percent, {
    parent: each.parent,
    quantity: each.quantity === null ? null : quantity(each.quantity, each.unit ?? ""),
    unitPrice: each.unitPrice === null ? null : money(fenToPrinted(each.unitPrice)),
  });
}
