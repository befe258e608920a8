import { isInBoth } from "./budget-turns.ts";
import type { Clause } from "./clauses.ts";
import { fenOf, type MoneySum } from "./money-sums.ts";

/** Sums that others are reckoned to: the terms, which are no figures of a budget here, and where each reckoning begins. */
export interface Formulas {
  terms: ReadonlySet<MoneySum>;
  startOf: ReadonlyMap<MoneySum, number>;
  /** The sums that come out as they are reckoned. */
  fitting: ReadonlySet<MoneySum>;
}

const NUMBER = String.raw`(?:人民币|[¥￥])?\s*\d[\d,.]*\s*(?:[万亿]?元)?\s*`;
/** 983,000＋209,600－30,000＝: numbers with nothing but signs between. */
const BY_SIGNS = new RegExp(
  `(?<![×xX*\\d.,，]\\s*)(?:${NUMBER}[＋+－−–-]\\s*)+${NUMBER}[＝=]\\s*(?:人民币)?[¥￥]?\\s*$`,
);
/** 592,000元减去41,700元，调整为: the same in words. */
const BY_WORDS = new RegExp(
  `${NUMBER}(?:减去?|扣除|扣减|加上?)\\s*${NUMBER}后?\\s*[，,]?\\s*(?:合同|协议)?(?:总?(?:价款?|金额|额))?(?:即|应|现|合计|共计|总计)*(?:调整|变更|修改)?(?:为|是|计|得)\\s*(?:人民币)?[¥￥]?\\s*$`,
);

/** 原合同价款592,000元减去…: the first term is what was first agreed, and told as that. */
const OF_FIRST = /(?:原|[主母]合同|变更前|调整前|修改前)[^，。；\d]{0,12}$/;

/** 变更后合同总价：, 调整后价款: what calls a reckoning one of the whole. */
const OF_WHOLE = /(?:总[价额]|总金额|合同价|价款|酬金|总费用)(?:款|额)?(?:调整|变更)?(?:为|是|计|[：:\s])*$/;

/**
 * Every reckoning of a text that only adds and takes off and is the whole's by its words or because what it comes to is written out: its
 * terms are told by that alone.
 */
export function formulasIn(text: string, sums: readonly MoneySum[]): Formulas {
  const { startOf, fitting } = reckoningsIn(text, sums);
  const isOfWhole = ([sum, start]: [MoneySum, number]): boolean =>
    isInBoth(sum) || OF_WHOLE.test(text.slice(0, start));
  const own = new Map([...startOf].filter(isOfWhole));
  const isTerm = (term: MoneySum): boolean =>
    [...own].some(([result, start]) => term.start >= start && term.end <= result.start);
  return {
    terms: new Set(sums.filter(isTerm)),
    startOf: own,
    fitting: new Set([...fitting].filter((sum) => own.has(sum))),
  };
}

/** Every reckoning of a text that only adds and takes off: where it begins, by its result, and which come out. */
export function reckoningsIn(text: string, sums: readonly MoneySum[]): Pick<Formulas, "startOf" | "fitting"> {
  const startOf = new Map<MoneySum, number>();
  for (const sum of sums) {
    const before = text.slice(0, sum.start);
    const formula = BY_SIGNS.exec(before) ?? BY_WORDS.exec(before);
    if (formula && !OF_FIRST.test(before.slice(0, formula.index))) startOf.set(sum, formula.index);
  }
  const fitting = [...startOf].filter(([sum, start]) => comesOut(text.slice(start, sum.start), sum));
  return { startOf, fitting: new Set(fitting.map(([sum]) => sum)) };
}

/** Whether the numbers of a reckoning come to a sum: in 元, or in its own unit where they tell none. */
function comesOut(formula: string, sum: MoneySum): boolean {
  const fen = fenOf(sum);
  const terms = [...formula.matchAll(TERM)].map(([, sign = "", digits, unit]) => {
    const number = Number(digits.replaceAll(",", "")) * (UNITS[unit ?? ""] ?? 1);
    return /[－−–减扣-]/.test(sign) ? -number : number;
  });
  const yuan = terms.reduce((all, term) => all + term, 0);
  const slack = Math.max((sum.digits?.precisionFen ?? 1) / 2, 1);
  return (
    fen !== null &&
    [yuan, ...(/元/.test(formula) ? [] : [yuan * TEN_THOUSAND])].some(
      (whole) => Math.abs(whole * FEN - fen) < slack,
    )
  );
}

const TERM = /([＋+－−–-]|减去?|扣除|扣减|加上?)?\s*(?:人民币|[¥￥])?\s*(\d[\d,]*(?:\.\d+)?)\s*([万亿])?/g;
const TEN_THOUSAND = 10_000;
const UNITS: Record<string, number> = { 万: TEN_THOUSAND, 亿: TEN_THOUSAND ** 2 };
const FEN = 100;

/** Whether a sum is a term of a reckoning that comes out. */
export const isTermOfFitting = (text: string, sums: readonly MoneySum[], term: MoneySum): boolean => {
  const { startOf, fitting } = formulasIn(text, sums);
  return [...fitting].some((sum) => term.start >= (startOf.get(sum) ?? sum.start) && term.end <= sum.start);
};

/** 增加费用：12,000元＋5,000元＝17,000元: by how much something changes, and no whole. */
export const isOfChange = (said: string): boolean =>
  /(?:增加|新增|附加|减少|核减|核增|追加|调增|调减|净增|净减|增补|扣减)(?![^，。；]*后)/.test(said);

/** Whether a sum that is no product is what an amendment's total is reckoned to, written in digits and in 大写. */
export const isResultOf = (
  { startOf }: Formulas,
  { isPayment, isOther }: Clause,
  { sum, product }: { sum: MoneySum; product: object | null },
  piece: string,
): boolean =>
  product === null && startOf.has(sum) && isInBoth(sum) && !isPayment && !isOther && !isOfChange(piece);

/** 货款134,280元，加上运费7,800元，共|142,080元: whether a sum is what its sentence adds up in words. */
export const isSumInWords = (text: string, { start }: MoneySum): boolean =>
  /[，,]\s*(?:再|另|外)?加上?\p{Script=Han}[^。；]*\d[^。；]*[，,]\s*[一总]?共计?为?(?:人民币)?[¥￥]?\s*$/u.test(
    text.slice(0, start),
  );
