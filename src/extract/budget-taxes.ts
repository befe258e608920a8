import type { BudgetLine } from "../model/agreement.ts";
import type { Message, Problem } from "../model/finding.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";

/** A price without tax or the tax on it, as a line; `of` is the line it is told of, null for the whole. */
export interface TaxPart {
  line: BudgetLine;
  of: BudgetLine | null;
  /** The tax's rates that its paragraph tells, in percent; none where it tells none. */
  rates: readonly number[];
  /** Whether its paragraph tells the whole as without tax. */
  isOnTop: boolean;
  /** How many lines of its budget stand before it. */
  at: number;
}

/** Amounts in 元 or exacter stand for themselves; their tax is rounded to the fen. */
const EXACT_FEN = 100;
/** A tax may be rounded to whole 元. */
const YUAN_FEN = 100;
/** The rates of 增值税 in percent: those in force, those of the years before 2019, and the reduced ones. */
export const LEGAL_RATES = [0, 0.5, 1, 1.5, 2, 3, 5, 6, 9, 10, 11, 13, 16, 17];

const AT_ODDS = {
  zh: "不含税价与税额之和与含税金额不符，请核对原件",
  en: "the price without tax and the tax don't come to the price with it; check the page",
};
const NOT_BY_RATE = {
  zh: "与含税金额和所写税率不符，请核对原件",
  en: "this isn't what the tax rate told beside it makes of the price with tax; check the page",
};
const BY_NO_RATE = {
  zh: "与含税金额相比，不合任何一档增值税税率，请核对原件",
  en: "beside the price with tax this is by no rate of the value-added tax; check the page",
};

/**
 * 其中不含税价90万元，增值税额11万元: parts by the tax law that come to their whole are no lines; those that don't are a budget's
 * lines where it has no others, so that its sum is judged, and else problems. Where only one of both is told, or a rate
 * beside them, the rate judges.
 */
export function settleTaxes(draft: Draft): Problem[] {
  return [...new Set(draft.taxes.map(({ of }) => of))].flatMap((of) => {
    const total = draft.total ?? draft.totalInCapitals;
    const whole = of ? of.amount : total;
    const told = draft.taxes.filter((part) => part.of === of);
    const parts = distinct(told);
    const why = whole && faultOf(told, parts, whole);
    // 安装费26万元，税率6%，税额6万元: behind the last line the tax may be of all of them.
    if (!why || (of && total && faultOf(told, parts, total) === null)) return [];
    const isOneOfEach = parts.length === 2 && isNet(parts[0]) !== isNet(parts[1]);
    if (why === AT_ODDS && isOneOfEach && of === null && draft.lines.length === 0) {
      draft.lines = parts.map(({ line }) => line);
      return [];
    }
    return parts.map(({ line: { label, amount } }) =>
      valueWithoutPlace(`${label.value}${amount.raw}`, amount, why),
    );
  });
}

/** 总价100万元（不含税），税额6万元; 税金另计: whether a text tells its whole as without the tax. */
export const tellsNetWhole = (text: string): boolean =>
  /(?:不含|未含)(?:增值)?税的?(?:\s*[）)]|合同|协议|服务|项目|总价为)|税[额款金费]?另[计行付加]|价外/.test(
    text,
  );

/** The rates of tax that a text tells, in percent, each once; the least and the highest where it only says that there are several. */
export function taxRatesIn(text: string): number[] {
  const rates = [
    ...text.matchAll(
      /(?:(?<!所得税)税率\S{0,4}?|(?:含税|增值税|专用发票)\s*[（(，,]\s*)(\d+(?:\.\d+)?)\s*[%％]/g,
    ),
    ...text.matchAll(/(?<![\d.])(\d+(?:\.\d+)?)\s*[%％]\s*的?(?:增值税|税率)/g),
  ].map(([, rate]) => Number(rate));
  if (rates.length === 0 && BY_SEVERAL.test(text)) return [LEAST_RATE, Math.max(...LEGAL_RATES)];
  return [...new Set(rates)];
}

/** 设备和服务分别按适用税率开票: at several rates that no number tells. */
const BY_SEVERAL = /(?:分别|各自)(?:按照?|适用|执行)[^，。；]{0,8}税率|(?:不同|各自的?)(?:适用)?税率/;
const LEAST_RATE = 0.5;

/** Whether a part is the price without tax, and not the tax. */
export const isNet = ({ line }: TaxPart): boolean => /不含|未税|除税/.test(line.label.value);

/** Parts of one kind and amount are one, told twice. */
const distinct = (parts: readonly TaxPart[]): TaxPart[] =>
  parts.filter(
    (part, at) =>
      parts.findIndex(
        (other) => isNet(other) === isNet(part) && other.line.amount.fen === part.line.amount.fen,
      ) === at,
  );

/** What is wrong with the parts of a whole; null where nothing is. Equal ones may be one told twice, or of several things. */
function faultOf(told: readonly TaxPart[], parts: readonly TaxPart[], whole: Money): Message | null {
  const rates = [...new Set(told.flatMap((part) => part.rates))];
  const faults = [parts, told].map((taken) => faultOfSums(taken, rates, whole));
  return faults.includes(null) ? null : faults[0];
}

function faultOfSums(parts: readonly TaxPart[], rates: readonly number[], whole: Money): Message | null {
  const [net, tax] = [parts.filter(isNet), parts.filter((part) => !isNet(part))].map((kind) =>
    kind.length > 0 ? sumOf(kind.map(({ line }) => line)) : null,
  );
  if (net !== null && tax !== null && !comesTo(parts, whole)) return AT_ODDS;
  const slackFen = Math.max(
    whole.precisionFen,
    ...parts.map(({ line }) => line.amount.precisionFen),
    YUAN_FEN,
  );
  const netFen = net ?? whole.fen - (tax ?? 0);
  const isOnTop = net === null && parts.some((part) => part.isOnTop);
  const isBy = (rate: number): boolean =>
    Math.abs(whole.fen / (1 + rate / 100) - netFen) <= slackFen ||
    (isOnTop && Math.abs((whole.fen * rate) / 100 - (tax ?? 0)) <= slackFen);
  // Of things at several rates the tax lies between.
  const isBetween =
    rates.length > 1 &&
    !isOnTop &&
    netFen >= whole.fen / (1 + Math.max(...rates) / 100) - slackFen &&
    netFen <= whole.fen / (1 + Math.min(...rates) / 100) + slackFen;
  if (rates.length > 0) return isBetween || rates.some(isBy) ? null : NOT_BY_RATE;
  return (net !== null && tax !== null) || LEGAL_RATES.some(isBy) ? null : BY_NO_RATE;
}

function comesTo(parts: readonly TaxPart[], whole: Money): boolean {
  const halves = [whole, ...parts.map(({ line }) => line.amount)].map(({ precisionFen }) =>
    precisionFen > EXACT_FEN ? precisionFen / 2 : 0,
  );
  const slackFen = halves.reduce((sum, half) => sum + half, 1);
  return Math.abs(sumOf(parts.map(({ line }) => line)) - whole.fen) <= slackFen;
}
