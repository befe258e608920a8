import { wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Contents } from "../model/record.ts";
import {
  type Factor,
  factorsIn,
  isPerMonth,
  MONTHS_OF_YEAR,
  pieceStart,
  subsetsOf,
  timesOf,
} from "./budget-factors.ts";
import { notUnderstood } from "./budget-figures.ts";
import { isOfSeveralYears } from "./budget-products.ts";
import { withEach } from "./budget-times.ts";
import { PAYS } from "./budget-words.ts";
import { behindNumber, findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { countMonths, findPeriods } from "./figures/index.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";
import { judgedPlaces } from "./told-places.ts";
import { endsIn } from "./untold-reckoned.ts";
import { writtenReckonings } from "./written-reckonings.ts";

const MISRECKONED = {
  zh: "像是其前所写单价与数量的乘积，但计算不符，请核对原件",
  en: "looks like what the price and the counts told before it come to, but isn't; check the page",
};

/** So far from a product one wrong figure puts a sum mostly. */
const MOST_OFF = 0.35;
/** So near to it rounding puts a sum that is said to be rounded. */
const ROUNDED_OFF = 0.02;
/** A count stands so near before its price. */
const FARTHEST_COUNT = 24;
/** So many words that are no counts may stand between a price and what it comes to. */
const MOST_WORDS = 12;

/** 元/台, 元每次; 每人每月, 单价为, 月租金: what one of something costs. */
const RATE_BEHIND = /^\s*(?:[/／]|[（(]?每)/;
const RATE_BEFORE =
  /(?:每[^，。；、：:\d]{1,8}|单价[^，。；\d]{0,3}|(?<!第[一二三四五六七八九十\d]{1,3}|[首每次])[月季年](?:租金|服务费|费用?|管理费|物业费|工资|薪酬)[^，。；\d]{0,4})$/;
const OF_ONE_YEAR = /第\s*[一二三四五六七八九十\d]{1,3}\s*个?[^，。；\d]{0,4}年[^，。；]{0,12}$/;
/** The months of a term stand in another clause. */
const OF_TERM = /(?:服务|合同|协议|租赁|承包|委托|聘用|管理|履行)?期(?:限)?[内间]|学期|季/;
/** Each time that what is reckoned is due costs so much. */
const OF_ONE = /(?:每[^，。；、：:\d]{1,8}|单价[^，。；\d]{0,3})$/;
/** 每月110,583.33元，2026年3月|110,583.37元: what one month costs. */
const OF_MONTH = /\d{4}\s*年\s*\d{1,2}\s*月(?:份)?(?:支付|付|为)?(?:人民币)?[¥￥\s]*$/;
const TIMES_BESIDE = /[×xX*＊✕乘]/;
/** What is more, less or other than the product told beside it. */
const INEXACT =
  /(?<![履违签合契节])约(?!定)|暂|左右|取整|抹零|四舍五入|凑整|优惠|折(?!合|算)|减|让利|免(?!费)|赠|扣|另|超|不足|起(?!草)|较|比|上[年次]|原价/;
const ROUNDS = /约|左右|取整|抹零|四舍五入|凑整/;

/**
 * Problems for reckonings written with their signs that don't come out, in prose and in cells, and for sums right behind a price
 * and counts (每架次1,200元，飞防12架次，14,500元) that by no choice of these numbers are their product, where they nearly are or
 * one slip makes them so; but for lines whose product a rule judges.
 */
export function findMisreckoned(flow: Flow, contents: Contents): Problem[] {
  const known = judgedPlaces(contents);
  const prose = findClauses(flow)
    .filter(isProse)
    .filter(({ isOther }) => !isOther);
  const odd = [
    ...flow.flatMap(textsOf).flatMap((content) =>
      writtenReckonings(content.text)
        .filter(({ fits }) => !fits)
        .map(({ start, end, result }) => ({ content, span: { start, end }, result })),
    ),
    ...prose.flatMap(({ part: { content } }) =>
      misreckonedIn(content.text).map(({ price, result }) => ({
        ...{ content, result },
        span: { start: price.start, end: result.end },
      })),
    ),
  ];
  return odd
    .filter(({ content, result }) => !standsAt(content, known, result))
    .filter(
      ({ content, result }, at) =>
        !odd.slice(0, at).some((other) => other.content === content && other.result.end === result.end),
    )
    .map(({ content, span }) => notUnderstood(content, span, MISRECKONED));
}

const textsOf = (part: FlowParagraph | FlowTable): NormalText[] =>
  part.kind === "paragraph" ? [part.content] : part.cells.map(({ content }) => content);

/** 5至12月每月87,000元，共696,000元; 月费合计47,250元，年费567,000元: as often as there are months in what is told before it, or in a year. */
function isOfMonths(text: string, price: MoneySum, result: MoneySum): boolean {
  const [one, all] = [fenOf(price), fenOf(result)];
  if (one === null || all === null) return false;
  const sentence = /[^。；;]*$/.exec(text.slice(0, price.start))?.[0] ?? "";
  const period = findPeriods(sentence, ANY_YEAR).at(-1);
  const between = text.slice(price.end, result.start);
  const said = /[^。；;]*$/.exec(text.slice(0, result.start))?.[0] ?? "";
  const isYear = OF_YEAR.test(between) && !/(?:\d|[一二两三四五六七八九十])\s*个?月/.test(said);
  return (
    (period !== undefined && one * countMonths(period.from, period.to) === all) ||
    (isYear && one * MONTHS_OF_YEAR === all)
  );
}

const OF_YEAR = /年(?:服务|租|管理|维护|物业)?(?:费用?|租?金|总价|合计)|全年|每年/;
/** Stands in for the year of months that are told without one. */
const ANY_YEAR = "2001";

/** The sums of a text that look like a product of the price right before them, and are none. */
function misreckonedIn(said: string): { price: MoneySum; result: MoneySum }[] {
  const text = said.replace(LABELLED, (words) => words.replace(/[；;]/g, "，"));
  const sums = findSums(text);
  return sums
    .slice(1)
    .map((result, at) => ({ price: sums[at], result }))
    .filter(
      ({ price, result }, at) =>
        !isOfSeveralYears(text, sums, price) &&
        !isOneOfRates(text, sums[at - 1], price) &&
        !isOfMonths(text, price, result) &&
        !endsIn(
          sums.slice(0, at + 1).map((sum) => fenOf(sum) ?? Number.NaN),
          fenOf(result) ?? 0,
        ) &&
        isMisreckoned(text, price, result),
    );
}

/** 单价：24元/桶；用量：508桶；金额：12,192元: a reckoning of labelled parts. */
const LABELLED = /单价[：:][^；;。]*[；;][^；;。]*[量数][：:][^；;。]*[；;][^；;。]*[额价费计][：:]/g;

/** 2026年每次432,000元，2027年每次453,600元，六次合计…: whether a price is told of one part of several. */
const isOneOfRates = (text: string, before: MoneySum | undefined, price: MoneySum): boolean =>
  before !== undefined &&
  OF_ONE.test(text.slice(0, before.start)) &&
  OF_ONE.test(text.slice(before.end, price.start)) &&
  !/[。；;折]/.test(text.slice(before.end, price.start));

function isMisreckoned(text: string, price: MoneySum, result: MoneySum): boolean {
  const [one, all] = [priceOf(text, price), fenOf(result) ?? 0];
  const between = text.slice(price.end, result.start);
  if (price.capitals || one <= 0 || all <= 0 || !isProductOf(text, price, result)) return false;
  const from = Math.max(pieceStart(text, price.start), behindNumber(text));
  const sums = findSums(text);
  const factors = factorsIn(text, from, result.start, sums).slice(-MOST_NUMBERS);
  // 640平方米，每平方米34元，月租金21,760元，年租金…: behind another sum a count is of that.
  const near = Math.max(
    price.start - FARTHEST_COUNT,
    ...sums.map(({ end }) => (end <= price.start ? end : 0)),
  );
  const beside = factors.filter(
    ({ start, end }) => start >= price.end || (end <= price.start && start >= near),
  );
  const isByMonth = isPerMonth(text, price);
  const isYear = isByMonth && /年/.test(between);
  if (beside.length === 0) return isYear && all !== one * MONTHS_OF_YEAR && isNear(all, one * MONTHS_OF_YEAR);
  const productsOf = (some: readonly Factor[]): number[] => [
    one * timesOf(some),
    ...(isByMonth ? [one * timesOf(some) * MONTHS_OF_YEAR] : []),
  ];
  const ways = subsetsOf(factors);
  const slack = slackOf(result, all, ROUNDS.test(between + text.slice(result.end, result.end + 4)));
  if (ways.flatMap(productsOf).some((product) => Math.abs(product - all) < slack)) return false;
  const isOfTerm = OF_TERM.test(between) && Number.isInteger(all / (one * timesOf(beside)));
  if (isOfTerm) return false;
  return subsetsOf(beside)
    .filter((way) => way.length === beside.length || way.length === 1)
    .some((way) =>
      productsOf(way).some((product) => isNear(all, product) || isBySlip(all, product / one, one, way)),
    );
}

/** In fen; 每张0.126元 is a price as well, though no sum of money. */
const priceOf = (text: string, price: MoneySum): number =>
  fenOf(price) ?? Number(/^\d+\.\d+(?=\s*元)/.exec(text.slice(price.start, price.end))?.[0] ?? 0) * YUAN_FEN;

/** More numbers than these are of other things. */
const MOST_NUMBERS = 8;

const slackOf = ({ digits }: MoneySum, all: number, isRounded: boolean): number => {
  const precisionFen = digits?.precisionFen ?? 1;
  return Math.max(1, precisionFen > YUAN_FEN ? precisionFen / 2 : 1, isRounded ? all * ROUNDED_OFF : 1);
};
const YUAN_FEN = 100;

/** Whether the words between a price and the next sum are but counts and what calls it a sum. */
function isProductOf(text: string, price: MoneySum, result: MoneySum): boolean {
  const [before, between] = [text.slice(0, price.start), text.slice(price.end, result.start)];
  const isPrice =
    RATE_BEHIND.test(between) ||
    RATE_BEFORE.test(withEach(text.slice(0, price.end)).slice(0, price.start)) ||
    TIMES_BESIDE.test(between);
  const isRate = RATE_BEHIND.test(text.slice(result.end)) || OF_ONE.test(between) || OF_MONTH.test(between);
  // 第三年每次…元, 三年合计: other years cost something else.
  if (IN_BRACKET.test(between) || OF_ONE_YEAR.test(before) || PAYS.test(between)) return false;
  const words = between
    .replace(/^\s*[/／][^，。；\d]{0,8}/, "")
    .replace(/人民币|[\d.,，、\s（）()×xX*＊✕=＝：:¥￥]/g, "");
  return (
    isPrice &&
    !isRate &&
    !/[。；;]/.test(between) &&
    words.length <= MOST_WORDS &&
    !INEXACT.test(words.replace(ROUNDS, ""))
  );
}

/** …（每人3,900元），保洁费504,000元; 由72,000元（6人，每人12,000元）增加到78,000元: what stands in a bracket is reckoned within it. */
const IN_BRACKET =
  /^[^（(]*[）)]\s*(?:[，,、；;]|(?:现|拟)?[增加减少调整变更改提高降低核上下升]{1,4}(?:至|到|为|成)\s*(?:人民币)?[¥￥]?\s*$)/;

const isNear = (all: number, product: number): boolean => Math.abs(all - product) <= MOST_OFF * product;

/** Whether the sum, the price or one count differs by a digit from what the others make it. */
function isBySlip(all: number, times: number, one: number, way: readonly Factor[]): boolean {
  const pairs = [
    [all, one * times],
    [one, all / times],
    ...way.map(({ value }): number[] => [value, (all / (one * times)) * value]),
  ];
  return pairs.some(([seen, meant]) => {
    const [a, b] = [seen, meant].map((number) => {
      const whole = Math.round(number);
      return Math.abs(number - whole) < 1e-6 * number ? wholeToDecimal(whole) : null;
    });
    return a !== null && b !== null && looksSlipped(a, b);
  });
}
