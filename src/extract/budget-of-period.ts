import type { Budget, BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { cellMoney } from "./budget-cells.ts";
import { moneyAt } from "./budget-figures.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { isElse } from "./unplaced-wholes.ts";

const MONTHS_OF: Record<string, number | undefined> = { 月: 1, 季: 3, 半年: 6, 年: 12 };
/** 每季度运维费合计, 月度服务费为: what the sum behind is due for. */
const OF_PERIOD =
  /(?:每(?:个)?(月|季|半年|年)|(月)度?|(季)度|(?<!\d)(年)度)[^，。；、\d]{0,10}(?:为|是|共计?|合计|总计|计|人民币|[：:¥￥\s])*$/;
/** Lines and what they come to differ by less than a tenth, so that one wrong figure hides nothing. */
const NEAR = 10;
const FEWEST = 2;
const MOST_TIMES = 120;

/**
 * 每季度运维费合计67,500元，24个月总费用540,000元: budgets of which the lines are told for a time, with what they come to in it as a total
 * told again, where as many of these as the term has room for are the total; and problems but for that sum's.
 */
export function takePeriodSums(
  flow: Flow,
  { budgets, problems }: { budgets: readonly Budget[]; problems: readonly Problem[] },
  months: number | null,
): { budgets: Budget[]; problems: Problem[] } {
  const clauses = findClauses(flow).filter(isProse);
  const explained: number[] = [];
  const taken = budgets.map((each) => {
    const budget = withWhole(each, budgets, clauses, months);
    const whole = (budget.total ?? budget.totalInCapitals)?.fen ?? 0;
    const lines = sumOf(topLines(budget));
    if (topLines(budget).length < FEWEST || lines <= 0 || lines * 2 > whole || months === null) return budget;
    const told = clauses
      .flatMap((clause) => sumsOfPeriod(clause, months, whole))
      .find(({ fen }) => isNear(fen, lines));
    const sum = told ?? (isOften(whole / lines, months) ? sumOfTable(flow, lines) : undefined);
    if (!sum) return budget;
    explained.push(sum.fen);
    const isKnown = budget.restatements.some(({ fen }) => fen === sum.fen);
    return isKnown ? budget : { ...budget, restatements: [...budget.restatements, sum] };
  });
  return { budgets: taken, problems: withoutSums(flow, problems, explained) };
}

/**
 * 每月合计 | 151,000 below a table, and 每月151,000元，全年1,812,000元，大写…: a budget with what is written out as its whole, where that is
 * what its total comes to in the term. Another one stays as it is.
 */
function withWhole(
  budget: Budget,
  budgets: readonly Budget[],
  clauses: readonly Clause<FlowParagraph>[],
  months: number | null,
): Budget {
  const fen = budget.total?.fen;
  const known = budgets.map(({ total, totalInCapitals }) => (total ?? totalInCapitals)?.fen);
  if (!fen || budget.totalInCapitals || budget.version === "amended" || months === null) return budget;
  for (const { isOther, part } of clauses) {
    const { content } = part;
    const sums = isOther ? [] : findSums(content.text);
    const whole = sums.find(
      ({ digits, capitals, start, end }) =>
        OF_ALL_TIME.test(content.text.slice(0, start)) &&
        !isElse(content.text, start, end) &&
        digits?.fen &&
        digits.fen === capitals?.fen &&
        !known.includes(digits.fen) &&
        Number.isInteger(digits.fen / fen) &&
        isOften(digits.fen / fen, months),
    );
    const total = whole?.digits && moneyAt(content, whole.digits);
    const totalInCapitals = whole?.capitals && moneyAt(content, whole.capitals);
    if (total && totalInCapitals) return { ...budget, total, totalInCapitals };
  }
  return budget;
}

/** 每月151,000元，全年|, 两年租金合计|: that a sum is of all the time, in its own words. */
const OF_ALL_TIME =
  /(?:^|[，,。；;：:])(?!.{0,20}(?:险|保额|额度|注册|贷款|备用|限额|授信|赔|另签|去年|上年))[^，。；;：:\d]*(?:(?:全|整|本|年度|[两二三四五六七八九十]|\d{1,3}\s*个?)(?:年|个?月|季度?)|租期|服务期|合同期|期内|合计|总计|共计?|总(?:价|额|金额|费用|租金|计))[^，。；;：:\d]{0,12}(?:\d{1,3}\s*个月)?[^，。；;：:\d]{0,8}$/;

/** Whether something is due so often in a term: each month, quarter, half year or year. */
const isOften = (times: number, months: number): boolean =>
  times > 1 && Object.values(MONTHS_OF).some((step = 1) => times * step === months);

/** 年度合计 | 2,936,300: what a table's last row says its lines come to. */
const sumOfTable = (flow: Flow, fen: number): Money | undefined =>
  flow
    .flatMap((part) => (part.kind === "table" ? part.cells : []))
    .flatMap((cell) => cellMoney(cell, "元") ?? [])
    .findLast((money) => money.fen === fen);

const isNear = (fen: number, lines: number): boolean => Math.abs(fen - lines) * NEAR <= lines;

/** The sums of a clause that are due for a time and, as often as the term has it, come to a whole. */
function sumsOfPeriod({ part: { content } }: Clause<FlowParagraph>, months: number, whole: number): Money[] {
  return findSums(content.text).flatMap((sum) => {
    const [, ...named] = OF_PERIOD.exec(content.text.slice(0, sum.start)) ?? [];
    const step = MONTHS_OF[named.find((word) => word !== undefined) ?? ""];
    const fen = fenOf(sum) ?? 0;
    const isIt =
      step !== undefined && months % step === 0 && months > step && fen * (months / step) === whole;
    const money = isIt && sum.digits ? moneyAt(content, sum.digits) : null;
    return money ? [money] : [];
  });
}

/** Problems without those of sums in tables that are one of these: what the rows above it come to. */
function withoutSums(flow: Flow, problems: readonly Problem[], fens: readonly number[]): Problem[] {
  if (fens.length === 0) return [...problems];
  const cells = flow.flatMap((part) => (part.kind === "table" ? part.cells : []));
  const own = cells.filter(({ content }) => {
    const [sum, more] = findSums(`${content.text.trim()}元`);
    return sum !== undefined && more === undefined && fens.includes(fenOf(sum) ?? 0);
  });
  return problems.filter(
    ({ code, box, pageNumber }) =>
      code !== "figure-not-understood" ||
      !box ||
      !own.some(({ content }) => standsAt(content, [{ box, pageNumber }])),
  );
}

/**
 * 月费表…224,740元；第一年度费用224,740×12＝2,696,880元，第二年度…: budgets without the rows of what a month costs, where the other lines make
 * the total and one of them is as many times what these come to.
 */
export const withoutMakeupOfOne = (budgets: readonly Budget[]): Budget[] =>
  budgets.map((budget) => {
    const whole = (budget.total ?? budget.totalInCapitals)?.fen ?? 0;
    const top = topLines(budget);
    if (top.length !== budget.lines.length) return budget;
    const at = top.findIndex((_, from) => from >= FEWEST && sumOf(top.slice(from)) === whole);
    const [makeup, rest] = at < 0 ? [[], top] : [top.slice(0, at), top.slice(at)];
    const sum = sumOf(makeup);
    const told = budget.restatements.find(({ fen }) => fen === sum);
    const isTimes = rest.some(({ amount }) => {
      const times = amount.fen / sum;
      return Number.isInteger(times) && times > 1 && times <= MOST_TIMES;
    });
    if (makeup.length === 0 || !told || !isTimes || !makeup.every(comesOut)) return budget;
    return { ...budget, lines: rest, restatements: budget.restatements.filter((each) => each !== told) };
  });

const comesOut = ({ quantity, unitPrice, amount }: BudgetLine): boolean =>
  quantity === null ||
  unitPrice === null ||
  Math.abs(Number(quantity.value) * unitPrice.fen - amount.fen) < 1;
