import type { Truth } from "../../../fixtures/make/truth.ts";
import type { Finding } from "../../../src/model/finding.ts";
import type { AgreementRecord } from "../../../src/model/record.ts";
import { recognizedToRecord } from "../../../src/recognized-to-record.ts";
import { compareFigures, isSilentlyWrong } from "../../support/compare-with-truth.ts";
import type { Told } from "./told.ts";

const SOURCE = { fileName: "told.pdf", sha256: "0".repeat(64), mediaType: "application/pdf", pageCount: 1 };

/** Everything in which the record of an agreement differs from what it says, a line each. */
export function judgeTold({ scan, truth }: Told): string[] {
  return judgeRecord(recordOf(scan), truth);
}

/** The record of a scan that was read without fault. */
export const recordOf = (scan: Told["scan"]): AgreementRecord => recognizedToRecord(scan, SOURCE);

/** The same of a record that was read; wrong figures that are believed are marked so. */
export function judgeRecord(record: AgreementRecord, truth: Truth): string[] {
  const { agreement } = record;
  const facts: [name: string, wanted: unknown, got: unknown][] = [
    ["title", truth.agreement?.title, agreement.title?.value],
    ["code", truth.agreement?.projectCode, agreement.projectCode?.value ?? null],
    ["project", truth.agreement?.projectName, agreement.projectName?.value ?? null],
    [
      "parties",
      truth.agreement?.parties.map(({ role, name }) => `${role}=${name}`).join(),
      agreement.parties.map(({ role, name }) => `${role}=${name.value}`).join(),
    ],
    ["versions", versionsOf(truth), versionsOf(record)],
  ];
  return [
    ...facts
      .filter(([, wanted, got]) => wanted !== got)
      .map(([name, wanted, got]) => `${name} is ${wanted}, read ${got}`),
    ...compareFigures(record, truth)
      .filter(({ wanted, got }) => wanted !== got)
      .map(
        (figure) =>
          `${figure.name} is ${figure.wanted}, read ${figure.got} (${figure.trust})${isSilentlyWrong(figure) ? " SILENT" : ""}`,
      ),
    ...record.findings
      .filter((finding) => !truth.findings.some((flaw) => isSame(flaw, finding)))
      .map(({ ruleId, subject, formula }) => `false alarm: ${ruleId} ${subject}: ${formula}`),
    ...truth.findings
      .filter((flaw) => !record.findings.some((finding) => isSame(flaw, finding)))
      .map(({ ruleId, subject }) => `flaw missed: ${ruleId} ${subject}`),
  ];
}

const isSame = (flaw: Told["truth"]["findings"][number], { ruleId, subject }: Finding): boolean =>
  ruleId === flaw.ruleId && subject === flaw.subject;

const versionsOf = ({
  budgets,
  schedules,
}:
  | Pick<Told["truth"], "budgets" | "schedules">
  | { budgets: { version: string }[]; schedules: { version: string }[] }): string =>
  [budgets, schedules].map((parts) => parts.map(({ version }) => version).join("+") || "none").join(" / ");
