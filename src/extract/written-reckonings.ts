import { rememberedByText } from "../model/remembered.ts";
import { withSigns } from "./budget-times.ts";

/** A reckoning written out with its signs, `[start, end)` from its first number to what it comes to. */
export interface WrittenReckoning {
  start: number;
  end: number;
  /** Where what it is said to come to stands. */
  result: { start: number; end: number };
  fits: boolean;
}

const NUMBER = String.raw`[¥￥]?\s*(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?`;
/** 元/人·月, 人, 个月, %, 万元: what stands behind a number; no sign of a reckoning or of an end. */
const UNIT = String.raw`\s*(?:[%％]|(?:亿|万)?[^\d\s×xX*＊✕+＋=＝÷，,。；;、：:（()）¥￥-]{0,4}(?:[/／][^\d\s×xX*＊✕+＋=＝÷，,。；;、：:（()）¥￥-]{1,6}){0,2})\s*`;
const PLAIN = `${NUMBER}${UNIT}`;
/** （420,000元+33,600元）. */
const BRACKET = String.raw`[（(]\s*${PLAIN}(?:[+＋]\s*${PLAIN})+[）)]\s*`;
const OPERAND = `(?:${PLAIN}|${BRACKET})`;
const REST_OF_CHAIN = `(?:[×xX*＊✕÷+＋]\\s*${OPERAND})`;
const CHAIN = new RegExp(
  `(?<![\\d.,×xX*＊✕÷+＋=＝-]\\s*)(${OPERAND}${REST_OF_CHAIN}+)[=＝]\\s*(${PLAIN})`,
  "g",
);
/** At least one of the numbers is a price. */
const BARE_CHAIN = new RegExp(
  `(?<![\\d.,×xX*＊✕÷=＝]\\s*)(?=[^，。；]*元)${PLAIN}(?:[×xX*＊✕]\\s*${PLAIN})+(?!\\s*[=＝×xX*＊✕÷+＋])`,
  "g",
);
const SIGNS = /[×xX*＊✕÷+＋]/;

/** The reckonings of a text that are written as 5人×8,000元×12个月＝480,000元 or 甲费3万元＋2万元＝5万元, whatever names their sums. */
export const writtenReckonings = rememberedByText((words): readonly WrittenReckoning[] => {
  const text = withSigns(words);
  return [...text.matchAll(CHAIN)].flatMap(({ index, 0: said, 1: chain, 2: result }) => {
    const [product, sum] = [worthOf(withoutBrackets(chain)), operandOf(result)];
    if (
      product === null ||
      sum === null ||
      /约|左右/.test(text.slice(index + said.length, index + said.length + 3))
    )
      return [];
    const end = index + said.trimEnd().length;
    const at = index + said.length - result.length;
    // 12,500元×6%＝750元: what is no whole number was rounded to the last digit printed.
    const isRounded = /[%％÷.]/.test(chain);
    const slack = isRounded ? LAST_DIGIT / 10 ** decimalsOf(result) : 0;
    return [{ start: index, end, result: { start: at, end }, fits: fits(product, sum, slack) }];
  });
});

/** What the products come to that a text writes without saying so: 3人×8,000元/月×12个月. */
export function productsIn(words: string): number[] {
  const text = withSigns(words);
  return [...text.matchAll(BARE_CHAIN)].flatMap(({ 0: chain }) => worthOf(chain)?.value ?? []);
}

/** A chain with what its brackets come to. */
const withoutBrackets = (chain: string): string =>
  chain.replace(/[（(]([^（）()]*)[）)]/g, (said, inner: string) => {
    const sum = worthOf(inner);
    return sum ? String(sum.value) : said;
  });

interface Operand {
  value: number;
  /** Half its last printed digit. */
  half: number;
}

/** Terms by + of factors by × and ÷; null where a number is no number. */
function worthOf(chain: string): Operand | null {
  const terms = chain.split(/[+＋]/).map((term) => {
    const signs = [...term].filter((sign) => SIGNS.test(sign) || sign === "÷");
    const factors = term.split(/[×xX*＊✕÷]/).map(operandOf);
    if (factors.some((factor) => factor === null)) return null;
    // What is taken times something is meant as printed.
    return (factors as Operand[]).reduce((product, factor, at) => ({
      value: signs[at - 1] === "÷" ? product.value / factor.value : product.value * factor.value,
      half: 0,
    }));
  });
  if (terms.some((term) => term === null)) return null;
  return (terms as Operand[]).reduce((sum, term) => ({
    value: sum.value + term.value,
    half: sum.half + term.half,
  }));
}

/** 3.5万元 is 35000, 6% is 0.06; only a sum in 万 or 亿 stands for more than itself. */
function operandOf(words: string): Operand | null {
  const digits = /[\d.,，]+/.exec(words)?.[0].replace(/[,，]/g, "") ?? "";
  const value = Number(digits);
  if (digits === "" || !Number.isFinite(value)) return null;
  const scale = /[%％]/.test(words) ? 0.01 : /亿/.test(words) ? 1e8 : /万/.test(words) ? 1e4 : 1;
  return { value: value * scale, half: scale > 1 ? (scale / 10 ** decimalsOf(digits)) * 0.5 : 0 };
}

const decimalsOf = (words: string): number => /\.(\d+)/.exec(words)?.[1].length ?? 0;
/** Of what was rounded, half its last digit and a hair. */
const LAST_DIGIT = 0.51;
/** In yuan. */
const HALF_FEN = 0.0051;

/** Within the last printed digit of sums in 万, and of 1 分; 12个月×0.5万元＝6, in whatever unit both are. */
function fits(product: Operand, sum: Operand, slack: number): boolean {
  return [1, 1e4, 1e-4].some((scale) => {
    const gap = Math.abs(product.value * scale - sum.value);
    return gap <= product.half * scale + sum.half + Math.max(HALF_FEN, slack, sum.value * 1e-9);
  });
}
