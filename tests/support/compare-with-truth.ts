import type {
  Truth,
  TruthAgreement,
  TruthBudget,
  TruthInstalment,
  TruthLine,
} from "../../fixtures/make/truth.ts";
import type { Agreement, Budget, BudgetLine, Instalment } from "../../src/model/agreement.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import type { Trust } from "../../src/model/value.ts";

/** A figure as the paper truly says it beside what the record says; null where one has none. */
export interface ComparedFigure {
  name: string;
  kind: "amount" | "percent" | "quantity" | "period" | "day";
  wanted: string | null;
  got: string | null;
  /** null where the record has no such figure, or it carries no trust. */
  trust: Trust | null;
}

type Contents = Pick<AgreementRecord, "agreement" | "budgets" | "schedules"> &
  Partial<Pick<AgreementRecord, "problems">>;
type Read = { value: string; trust: Trust | null } | null;

/** Every figure of the truth beside the record's, and every figure the record has beyond it. */
export function compareFigures(record: Contents, truth: Truth): ComparedFigure[] {
  return [
    ...(truth.agreement ? compareAgreement(record.agreement, truth.agreement) : []),
    ...pairByVersion(truth.budgets, record.budgets).flatMap(([wanted, got], index) =>
      compareBudget(`${(wanted ?? got)?.version} budget ${index}`, wanted, got),
    ),
    ...pairByVersion(truth.schedules, record.schedules).flatMap(([wanted, got], index) => {
      const name = `${(wanted ?? got)?.version} schedule ${index}`;
      return [
        figure(`${name} total`, "amount", text(wanted?.total), readMoney(got?.total)),
        ...pairInOrder(wanted?.instalments ?? [], got?.instalments ?? []).flatMap(([a, b], at) =>
          compareInstalment(`${name} instalment ${at}`, a, b, isDoubted(record, b)),
        ),
      ];
    }),
  ].filter((each) => each.wanted !== null || each.got !== null);
}

/** A figure that differs from the paper's while the record says it may be believed. */
export function isSilentlyWrong({ wanted, got, trust }: ComparedFigure): boolean {
  return got !== null && got !== wanted && trust !== "doubtful";
}

function compareAgreement(got: Agreement, wanted: TruthAgreement): ComparedFigure[] {
  const day = (value: { value: string; trust: Trust } | null | undefined): Read => value ?? null;
  return [
    figure("signed", "day", wanted.signedOn, day(got.signedOn)),
    figure("term from", "day", wanted.term?.from ?? null, day(got.term?.from)),
    figure("term to", "day", wanted.term?.to ?? null, day(got.term?.to)),
    figure("term months", "period", text(wanted.term?.months), plain(got.term?.months)),
  ];
}

function compareBudget(name: string, wanted: TruthBudget | null, got: Budget | null): ComparedFigure[] {
  return [
    figure(`${name} total`, "amount", text(wanted?.total), readMoney(got?.total)),
    figure(`${name} capitals`, "amount", text(wanted?.totalInCapitals), readMoney(got?.totalInCapitals)),
    ...pairLines(wanted?.lines ?? [], got?.lines ?? []).flatMap(([a, b]) => compareLine(name, a, b)),
  ];
}

function compareLine(budget: string, wanted: TruthLine | null, got: BudgetLine | null): ComparedFigure[] {
  const name = `${budget} ${wanted?.label ?? `+${got?.label.value}`}`;
  return [
    figure(
      `${name} label`,
      "period",
      wanted?.label ?? null,
      got && { value: likenessOf(got.label.value, wanted?.label ?? ""), trust: got.label.trust },
    ),
    figure(`${name} amount`, "amount", text(wanted?.amount), readMoney(got?.amount)),
    figure(`${name} unit price`, "amount", text(wanted?.unitPrice), readMoney(got?.unitPrice)),
    figure(`${name} percent`, "percent", decimal(wanted?.percent), readPercent(got)),
    figure(
      `${name} quantity`,
      "quantity",
      decimal(wanted?.quantity),
      got?.quantity ? { value: decimal(got.quantity.value) ?? "", trust: got.quantity.trust } : null,
    ),
    figure(
      `${name} parent`,
      "period",
      wanted?.parent ?? null,
      got?.parent ? { value: got.parent, trust: got.label.trust } : null,
    ),
  ];
}

function compareInstalment(
  name: string,
  wanted: TruthInstalment | null,
  got: Instalment | null,
  isDoubtedPeriod: boolean,
): ComparedFigure[] {
  const period = (value: string | number | null | undefined): Read => {
    const read = plain(value);
    return read && isDoubtedPeriod ? { ...read, trust: "doubtful" } : read;
  };
  return [
    figure(`${name} amount`, "amount", text(wanted?.amount), readMoney(got?.amount)),
    figure(`${name} percent`, "percent", decimal(wanted?.percent), readPercent(got)),
    figure(`${name} from`, "period", wanted?.from ?? null, period(got?.from)),
    figure(`${name} to`, "period", wanted?.to ?? null, period(got?.to)),
    figure(`${name} occurrences`, "period", text(wanted?.occurrences), period(got?.occurrences)),
  ];
}

/** Months and counts carry no trust of their own: a problem beside an instalment's amount, on its line or next to it, says they may be wrong. */
function isDoubted({ problems = [] }: Contents, instalment: Instalment | null): boolean {
  const places = [instalment?.amount, instalment?.percent].flatMap((value) => value?.evidence ?? []);
  return problems.some(
    ({ code, pageNumber, box }) =>
      code === "figure-not-understood" &&
      box !== null &&
      places.some((place) => {
        const reach = 2 * (place.box[3] - place.box[1]);
        return (
          place.pageNumber === pageNumber && box[1] < place.box[3] + reach && box[3] > place.box[1] - reach
        );
      }),
  );
}

function figure(
  name: string,
  kind: ComparedFigure["kind"],
  wanted: string | null,
  read: Read,
): ComparedFigure {
  return { name, kind, wanted, got: read?.value ?? null, trust: read?.trust ?? null };
}

const text = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

const plain = (value: string | number | null | undefined): Read =>
  value === null || value === undefined ? null : { value: String(value), trust: null };

const readMoney = (money: Budget["total"] | undefined): Read =>
  money ? { value: String(money.fen), trust: money.trust } : null;

const readPercent = (of: { percent: BudgetLine["percent"] } | null): Read =>
  of?.percent ? { value: decimal(of.percent.percent) ?? "", trust: of.percent.trust } : null;

/** Printed digits without thousands' commas; trailing zeros are kept, for they are printed. */
const decimal = (printed: string | null | undefined): string | null => printed?.replaceAll(",", "") ?? null;

/** The nth of a version beside the nth of the same version. */
function pairByVersion<W extends { version: string }, G extends { version: string }>(
  wanted: readonly W[],
  got: readonly G[],
): [W | null, G | null][] {
  return ["original", "amended"].flatMap((version) =>
    pairInOrder(
      wanted.filter((each) => each.version === version),
      got.filter((each) => each.version === version),
    ),
  );
}

function pairInOrder<W, G>(wanted: readonly W[], got: readonly G[]): [W | null, G | null][] {
  return Array.from({ length: Math.max(wanted.length, got.length) }, (_, index) => [
    wanted[index] ?? null,
    got[index] ?? null,
  ]);
}

/** Lines of one label stand beside each other; of those left, lines of one amount; then the rest in order. */
function pairLines(
  wanted: readonly TruthLine[],
  got: readonly BudgetLine[],
): [TruthLine | null, BudgetLine | null][] {
  const left = [...got];
  const take = (fits: (line: BudgetLine) => boolean): BudgetLine | null => {
    const at = left.findIndex(fits);
    return at < 0 ? null : left.splice(at, 1)[0];
  };
  const pairs = wanted.map((line): [TruthLine, BudgetLine | null] => [
    line,
    take((other) => bare(other.label.value) === bare(line.label)),
  ]);
  for (const pair of pairs) pair[1] ??= take((other) => other.amount.fen === pair[0].amount);
  for (const pair of pairs) pair[1] ??= left.shift() ?? null;
  return [...pairs, ...left.map((line): [null, BudgetLine] => [null, line])];
}

/** A label in the words wanted where it says them in the main: a sign misread in it is another measure's. */
function likenessOf(got: string, wanted: string): string {
  const left = [...bare(wanted)];
  const shared = [...bare(got)].filter((char) => {
    const at = left.indexOf(char);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return shared.length * 2 >= Math.max(bare(wanted).length, bare(got).length) ? wanted : got;
}

const bare = (label: string): string => label.replace(/[\s，,、：:;；]/g, "");
