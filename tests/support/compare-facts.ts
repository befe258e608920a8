import type { Truth } from "../../fixtures/make/truth.ts";
import type { AgreementRecord } from "../../src/model/record.ts";

/** Something an agreement says in words, as it is and as it was read; null where there is none. */
export interface ComparedFact {
  name: string;
  wanted: string | null;
  got: string | null;
}

/** What an agreement says of itself, under which conditions it pays where the truth tells them, and the rows of its indicators; white space does not count. */
export function compareFacts(record: AgreementRecord, truth: Truth): ComparedFact[] {
  return [
    ...agreementFacts(record, truth),
    ...conditions(record, truth),
    ...indicatorRows(record, truth),
  ].map(({ name, wanted, got }) => ({ name, wanted: bare(wanted), got: bare(got) }));
}

function agreementFacts({ agreement: got }: AgreementRecord, { agreement }: Truth): ComparedFact[] {
  if (!agreement) return [];
  const parties = (of: { role: string; name: string }[]): string =>
    of.map(({ role, name }) => `${role}=${name}`).join();
  return [
    { name: "title", wanted: agreement.title, got: got.title?.value ?? null },
    { name: "code", wanted: agreement.projectCode, got: got.projectCode?.value ?? null },
    { name: "project", wanted: agreement.projectName, got: got.projectName?.value ?? null },
    {
      name: "parties",
      wanted: parties(agreement.parties),
      got: parties(got.parties.map(({ role, name }) => ({ role, name: name.value }))),
    },
  ];
}

function conditions(record: AgreementRecord, truth: Truth): ComparedFact[] {
  return truth.schedules.flatMap(({ instalments }, schedule) =>
    instalments.flatMap(({ condition }, index) =>
      condition === null
        ? []
        : [
            {
              name: `schedule ${schedule} instalment ${index} condition`,
              wanted: condition,
              got: record.schedules[schedule]?.instalments[index]?.condition?.value ?? null,
            },
          ],
    ),
  );
}

const CELLS = ["category", "item", "requirement", "detail", "standard"] as const;

function indicatorRows({ indicators }: AgreementRecord, truth: Truth): ComparedFact[] {
  const count = { name: "indicators", wanted: `${truth.indicators.length}`, got: `${indicators.length}` };
  const rows = truth.indicators.flatMap((wanted, row) =>
    CELLS.map((cell) => ({
      name: `indicator ${row} ${cell}`,
      wanted: wanted[cell],
      got: indicators[row]?.[cell]?.value ?? null,
    })),
  );
  return [count, ...rows];
}

const bare = (text: string | null): string | null => text?.replace(/\s/g, "") ?? null;
