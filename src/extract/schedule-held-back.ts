import type { Budget, Instalment, Schedule } from "../model/agreement.ts";
import { type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { findSums } from "./money-sums.ts";

/** 留5%即7,500元, 暂扣, 留存: what is kept back of a payment. */
const KEPT =
  /(?:留存?|预留|暂留|扣留|暂扣|缓付|暂不支付)[^，。；\d]{0,8}(?:\d+(?:\.\d+)?\s*[%％][，,]?\s*)?(?:即|计|为|共)*(?:人民币|[¥￥\s])*$/;

/** 剩余157,500元：, before its parts. */
const REST = /(?:剩余|剩下|余款|其余|余下|余额|尾款|尚余)(?:[（(][^（）()]{0,12}[）)])?[^，。；\d]{0,8}$/;
/** …：测评后付…；复测后付…; …，按下列办法支付：; …，其中…; …未付。: what is told of a sum in parts, or not yet paid. */
const HEADS_PARTS =
  /^[，,]?[^，。；\d]{0,16}[：:]|^[，,]?(?:尚|还|均)?(?:未|待)(?:支?付|付清|结清)?[。；;]?\s*$|^[，,]\s*其中|^[，,]?\s*(?:改为)?分[一二两三四五六\d]{1,2}[次期笔]/;
/** 四个季度所留30,000元: what was kept back is paid. */
const RETURNED = /(?:所留|留存|预留|暂留|扣留|暂扣|留下|缓付)[^，。；\d]{0,8}$/;
/** 四个季度所留: of one year. */
const OF_YEAR =
  /(?:四个?季度|每年|当年|年度)[^，。；\d]{0,6}(?:所留|留存|预留|暂留|扣留|暂扣|留下|缓付)[^，。；\d]{0,8}$/;

/**
 * Drops what is told among payments and is none, where the others come to the price without it. 剩余157,500元：…付126,000元；…付31,500元: what
 * those right behind it come to. 每季217,500元；首季…，其余五季每季217,500元: what is told again as the first and the others. 季末付95%，留5%即7,500元；四个季度所留30,000元…支付: what is kept back each time, and paid at once behind. In place.
 */
export function dropToldTwice(
  schedules: readonly Schedule[],
  clauses: readonly Clause[],
  budgets: readonly Budget[],
): void {
  for (const schedule of schedules) {
    const whole = wholeOf(budgets, schedule);
    dropRates(schedule, whole ?? schedule.total?.fen ?? null);
    const sum = sumOf(schedule.instalments);
    if (whole === null || sum <= whole) continue;
    if (payYearly(schedule, whole, clauses)) continue;
    const surplus = sum - whole;
    const twice = schedule.instalments.find(
      (each, at) =>
        fenOf(each) === surplus &&
        (isToldOneByOne(each, schedule.instalments.slice(at + 1)) ||
          (isSaid(each, clauses, REST, HEADS_PARTS) &&
            isSumOf(schedule.instalments.slice(at + 1), surplus)) ||
          (isSaid(each, clauses, KEPT) &&
            schedule.instalments
              .slice(at + 1)
              .some((other) => fenOf(other) === surplus && isSaid(other, clauses, RETURNED)))),
    );
    if (twice) schedule.instalments = schedule.instalments.filter((each) => each !== twice);
  }
}

/** 每月8,960元，全年107,520元，按季度支付，每季度26,880元: of rates that each come to all there is to pay, what is paid least often is paid. In place. */
function dropRates(schedule: Schedule, whole: number | null): void {
  const { instalments } = schedule;
  const isRate = (each: Instalment): boolean => each.occurrences > 1 && fenOf(each) === whole;
  const counts = new Set(instalments.map(({ occurrences }) => occurrences));
  if (instalments.length < 2 || counts.size < instalments.length || !instalments.every(isRate)) return;
  schedule.instalments = instalments.filter(({ occurrences }) => occurrences === Math.min(...counts));
}

/** A year's four quarters, of each of which as much is kept back. */
const MOST_YEARS = 10;

/** 留5%即7,500元；四个季度所留30,000元在年度考核后支付, over three years: what is paid back once a year is paid in each of them. In place; answers whether. */
function payYearly(schedule: Schedule, whole: number, clauses: readonly Clause[]): boolean {
  const { instalments } = schedule;
  for (const [at, kept] of instalments.entries()) {
    const back = instalments.slice(at + 1).find((each) => {
      const years = fenOf(kept) / fenOf(each);
      return each.occurrences === 1 && Number.isInteger(years) && years > 1 && years <= MOST_YEARS;
    });
    if (
      !back ||
      !isSaid(kept, clauses, KEPT) ||
      !isSaid(back, clauses, OF_YEAR) ||
      sumOf(instalments) - fenOf(back) !== whole
    )
      continue;
    back.occurrences = fenOf(kept) / fenOf(back);
    schedule.instalments = instalments.filter((each) => each !== kept);
    return true;
  }
  return false;
}

const fenOf = ({ amount, occurrences }: Instalment): number => (amount?.fen ?? Number.NaN) * occurrences;
const sumOf = (instalments: readonly Instalment[]): number =>
  instalments.reduce((all, each) => all + fenOf(each), 0);

/** Whether the first two or more of some instalments come to a sum. */
const isSumOf = (instalments: readonly Instalment[], fen: number): boolean =>
  instalments.some((_, at) => at > 0 && sumOf(instalments.slice(0, at + 1)) === fen);

/** 六个季度，每季217,500元；…首季应付265,500元，其余五季每季应付217,500元: whether as many payments behind one make it up, of which all but one or two are like it. */
function isToldOneByOne({ amount, occurrences }: Instalment, behind: readonly Instalment[]): boolean {
  const alike = behind.find((each) => each.amount?.fen === amount?.fen);
  const count = behind.reduce((all, each) => all + each.occurrences, 0);
  const others = count - (alike?.occurrences ?? 0);
  return occurrences > 2 && count === occurrences && others > 0 && others <= 2;
}

/** Whether the words of its sentence before an instalment's sum, and those right behind it, say something of it. */
const isSaid = (
  { amount }: Instalment,
  clauses: readonly Clause[],
  words: RegExp,
  behind: RegExp | null = null,
): boolean =>
  clauses
    .filter(isProse)
    .filter(({ part: { content } }) => amount !== null && standsAt(content, amount.evidence))
    .some(({ part: { content } }) =>
      findSums(content.text).some(
        (sum) =>
          standsAt(content, amount?.evidence ?? [], sum) &&
          words.test(/[^。；;]*$/.exec(content.text.slice(0, sum.start))?.[0] ?? "") &&
          (behind === null || behind.test(content.text.slice(sum.end))),
      ),
    );

/** The price that a schedule is of, in fen; null where none, or several are told. */
function wholeOf(budgets: readonly Budget[], { version }: Schedule): number | null {
  const same = budgets.filter((budget) => budget.version === version);
  const own = same.length > 0 ? same : budgets;
  const wholes = own.flatMap(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen ?? []);
  return wholes.length === 1 ? wholes[0] : null;
}
