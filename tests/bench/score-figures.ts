import type { Truth } from "../../fixtures/make/truth.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { compareFacts } from "../support/compare-facts.ts";
import { type ComparedFigure, compareFigures, isSilentlyWrong } from "../support/compare-with-truth.ts";

/** Counts over any number of agreements; `wrong` tells each miss in a line. */
export interface FigureScore {
  agreements: number;
  figures: number;
  found: number;
  right: number;
  /** Figures of instalments, their periods and counts among them. */
  instalments: number;
  instalmentsRight: number;
  silent: number;
  versionsRight: number;
  /** What is told in words: who, what and when it is paid, and the rows of indicators. */
  facts: number;
  factsRight: number;
  flaws: number;
  flawsCaught: number;
  falseAlarms: number;
  wrong: string[];
}

/** The shares that must be reached, 0–1; a null is not asked for. Silent wrong figures and false alarms are never allowed. */
export interface Must {
  found: number;
  right: number;
  versions: number;
  instalments: number;
  facts: number | null;
  flaws: number | null;
}

export const noScore = (): FigureScore => ({
  agreements: 0,
  figures: 0,
  found: 0,
  right: 0,
  instalments: 0,
  instalmentsRight: 0,
  silent: 0,
  versionsRight: 0,
  facts: 0,
  factsRight: 0,
  flaws: 0,
  flawsCaught: 0,
  falseAlarms: 0,
  wrong: [],
});

/** How one record compares with the truth; a figure the paper has not counts only as silently wrong. */
export function figureScoreOf(name: string, record: AgreementRecord, truth: Truth): FigureScore {
  const figures = compareFigures(record, truth);
  const wanted = figures.filter((figure) => figure.wanted !== null);
  const isRight = ({ wanted, got }: ComparedFigure): boolean => wanted === got;
  const instalments = wanted.filter((figure) => figure.name.includes("instalment"));
  const silent = figures.filter(isSilentlyWrong);
  const versions = versionsOf(record) === versionsOf(truth);
  const caught = truth.findings.filter((finding) => isAmong(record, finding));
  const alarms = falseAlarms(record, truth);
  const facts = compareFacts(record, truth);
  const wrongFacts = facts.filter(({ wanted, got }) => wanted !== got);
  return {
    agreements: 1,
    figures: wanted.length,
    found: wanted.filter(({ got }) => got !== null).length,
    right: wanted.filter(isRight).length,
    instalments: instalments.length,
    instalmentsRight: instalments.filter(isRight).length,
    silent: silent.length,
    versionsRight: versions ? 1 : 0,
    facts: facts.length,
    factsRight: facts.length - wrongFacts.length,
    flaws: truth.findings.length,
    flawsCaught: caught.length,
    falseAlarms: alarms.length,
    wrong: [
      ...figures
        .filter((figure) => !isRight(figure))
        .map(
          (figure) =>
            `${name}: ${figure.name} is ${figure.wanted}, read ${figure.got} (${figure.trust})${isSilentlyWrong(figure) ? " SILENT" : ""}`,
        ),
      ...wrongFacts.map((fact) => `${name}: ${fact.name} is ${fact.wanted}, read ${fact.got}`),
      ...(versions ? [] : [`${name}: versions are ${versionsOf(truth)}, read ${versionsOf(record)}`]),
      ...truth.findings
        .filter((finding) => !caught.includes(finding))
        .map(({ ruleId, version, subject }) => `${name}: flaw missed: ${ruleId} ${version} ${subject}`),
      ...alarms.map((alarm) => `${name}: false alarm: ${alarm}`),
    ],
  };
}

const versionsOf = ({ budgets, schedules }: Pick<Truth, "budgets" | "schedules"> | AgreementRecord): string =>
  [budgets, schedules].map((parts) => parts.map(({ version }) => version).join("+") || "none").join(" / ");

function isAmong({ findings }: AgreementRecord, wanted: Truth["findings"][number]): boolean {
  return findings.some(
    ({ ruleId, version, subject }) =>
      ruleId === wanted.ruleId && version === wanted.version && subject === wanted.subject,
  );
}

function falseAlarms({ findings }: AgreementRecord, { findings: planted, mayFollow }: Truth): string[] {
  const allowed = new Set([...planted, ...mayFollow].map(({ ruleId, version }) => `${ruleId} ${version}`));
  return findings
    .filter(({ ruleId, version }) => !allowed.has(`${ruleId} ${version}`))
    .map(({ ruleId, version, subject, formula }) => `${ruleId} ${version} ${subject}: ${formula}`);
}

export function addScore(a: FigureScore, b: FigureScore): FigureScore {
  const sum = (key: Exclude<keyof FigureScore, "wrong">): number => a[key] + b[key];
  return {
    agreements: sum("agreements"),
    figures: sum("figures"),
    found: sum("found"),
    right: sum("right"),
    instalments: sum("instalments"),
    instalmentsRight: sum("instalmentsRight"),
    silent: sum("silent"),
    versionsRight: sum("versionsRight"),
    facts: sum("facts"),
    factsRight: sum("factsRight"),
    flaws: sum("flaws"),
    flawsCaught: sum("flawsCaught"),
    falseAlarms: sum("falseAlarms"),
    wrong: [...a.wrong, ...b.wrong],
  };
}

const part = (some: number, all: number): number => (all === 0 ? 1 : some / all);
const percent = (some: number, all: number): string => `${(part(some, all) * 100).toFixed(2)}% of ${all}`;

export function scoreToText(score: FigureScore): string {
  return [
    `  figures found      ${percent(score.found, score.figures)}`,
    `  figures right      ${percent(score.right, score.figures)}`,
    `  silent wrong       ${score.silent}`,
    `  versions right     ${percent(score.versionsRight, score.agreements)}`,
    `  instalments right  ${percent(score.instalmentsRight, score.instalments)}`,
    `  told in words      ${percent(score.factsRight, score.facts)}`,
    `  flaws caught       ${percent(score.flawsCaught, score.flaws)}`,
    `  false alarms       ${score.falseAlarms}`,
  ].join("\n");
}

export function unmetMusts(score: FigureScore, must: Must): string[] {
  const asked: [string, number, number | null][] = [
    ["figures found", part(score.found, score.figures), must.found],
    ["figures right", part(score.right, score.figures), must.right],
    ["versions right", part(score.versionsRight, score.agreements), must.versions],
    ["instalments right", part(score.instalmentsRight, score.instalments), must.instalments],
    ["told in words", part(score.factsRight, score.facts), must.facts],
    ["flaws caught", part(score.flawsCaught, score.flaws), must.flaws],
  ];
  const unmet = asked
    .filter(([, share, least]) => least !== null && share < least)
    .map(([name, share, least]) => `${name}: ${(share * 100).toFixed(2)}% < ${(least ?? 0) * 100}%`);
  if (score.silent > 0) unmet.push(`silent wrong: ${score.silent} > 0`);
  if (score.falseAlarms > 0 && must.flaws !== null) unmet.push(`false alarms: ${score.falseAlarms} > 0`);
  return unmet;
}
