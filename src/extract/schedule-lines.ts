import type { Budget, BudgetLine, Schedule } from "../model/agreement.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Text } from "../model/value.ts";
import { type Span, textAt } from "./budget-figures.ts";
import { phraseBefore } from "./budget-phrases.ts";
import { fenOf, findSums } from "./money-sums.ts";
import type { ToldStep } from "./schedule-announced.ts";

/** Words that say how much of the whole a share is. */
const OF_WHOLE = /(?:合同|协议|项目|工程|采购|全部|总)[^，。；]{0,8}$/;

/** Which line of its budget a share is of, in place: 设备费的50%, and so with a share behind what announces it (设备费分三次支付：…). */
export function nameLines(
  flow: Flow,
  { schedules, steps }: { schedules: readonly Schedule[]; steps: readonly ToldStep[] },
  budgets: readonly Budget[],
): void {
  for (const schedule of schedules) {
    const same = budgets.filter(({ version }) => version === schedule.version);
    const lines = (same.length > 0 ? same : budgets).flatMap(({ lines }) => (lines.length > 1 ? lines : []));
    const own = lines.map(({ label }: BudgetLine) => label.value);
    const labels = [...own, ...kindsOf(flow, own)]
      .filter((label) => label.length > 1)
      .sort((a, b) => b.length - a.length);
    const wholes = [
      ...budgets.flatMap(({ total, totalInCapitals }) => [total, totalInCapitals]),
      schedule.total,
    ];
    for (const step of steps)
      if (step.schedule === schedule) {
        nameLine(step, labels);
        nameToldWhole(step, wholes);
      }
  }
}

/** 每季价款758,760元，分作基础款85%即644,946元: the sum told before in the same sentence that a share is of, where it is of no total. */
function nameToldWhole({ clause, paid }: ToldStep, wholes: readonly (Money | null)[]): void {
  const { content } = clause.part;
  const { instalment } = paid;
  const [share] = paid.shares ?? [];
  const amount = instalment?.amount;
  if (!instalment?.percent || !amount || !share || instalment.percentOf || paid.upTo?.share) return;
  const percent = Number(instalment.percent.percent);
  const isOf = (fen: number): boolean => Math.abs((fen * percent) / ALL - amount.fen) < SLACK_FEN;
  if (wholes.some((whole) => whole && isOf(whole.fen))) return;
  const found = startsBefore(content.text, share.start)
    .map((from) => ({ from, said: content.text.slice(from, share.start) }))
    .map(({ from, said }) => ({ from, said, whole: findSums(said).findLast((sum) => isOf(fenOf(sum) ?? 0)) }))
    .find(({ whole }) => whole !== undefined);
  if (!found?.whole) return;
  const { from, said, whole } = found;
  const sums = findSums(said);
  if (!/元$/.test(said.slice(whole.start, whole.end))) return;
  const { label } = phraseBefore(said, whole.start, sums.findLast(({ end }) => end <= whole.start)?.end ?? 0);
  const start = label.start < label.end ? label.start : whole.start;
  instalment.percentOf = textAt(content, { start: from + start, end: from + whole.end });
}

/** Where the words begin that a share may be told in: its clause, or the sentence before one that goes on so (每季应计750,000元。其中80%…；20%…). */
function startsBefore(text: string, at: number): number[] {
  const startOf = (stops: readonly string[], from: number): number =>
    Math.max(...stops.map((stop) => text.lastIndexOf(stop, from))) + 1;
  const sentence = startOf(["。"], at - 1);
  const before = /^\s*其中/.test(text.slice(sentence)) ? [startOf(["。"], sentence - 2)] : [];
  return [...new Set([startOf(["。", "；", ";"], at - 1), ...before])];
}

const ALL = 100;
/** A share of a sum is rounded to the fen. */
const SLACK_FEN = 1;

/** 建设补贴 | 新增护理型床位 | …: what stands before a line's own name in its row alone. */
function kindsOf(flow: Flow, labels: readonly string[]): string[] {
  const tables = flow.flatMap((part) => (part.kind === "table" ? [part] : []));
  return tables.flatMap(({ cells, headerRows }) =>
    cells
      .filter(({ row, rowSpan, content }) => {
        const isBeside = cells.some(
          (other) => other.row === row && labels.includes(other.content.text.trim()),
        );
        return isBeside && row >= headerRows && rowSpan === 1 && KIND.test(content.text.trim());
      })
      .map(({ content }) => content.text.trim()),
  );
}

const KIND = /^\p{Script=Han}{2,12}$/u;

function nameLine({ clause, paid, lead }: ToldStep, labels: readonly string[]): void {
  const { content } = clause.part;
  const { instalment } = paid;
  const [share] = paid.shares ?? [];
  if (!instalment?.percent || !share || paid.upTo?.share) return;
  const before = content.text.slice(0, share.start);
  const right = matchOf(labels, before, "(?:金额|总额|价款|款)?的?$");
  if (right) instalment.percentOf = textAt(content, right);
  else if (!OF_WHOLE.test(before)) {
    const announced =
      leadIn({ content, text: before }, labels) ??
      (lead && leadIn({ content: lead, text: lead.text }, labels));
    if (announced) instalment.percentOf = announced;
  }
}

/** 设备费分三次支付：, in the same sentence or before a list: the line by its name as printed. */
function leadIn(
  { content, text }: { content: NormalText; text: string },
  labels: readonly string[],
): Text | null {
  const from = text.lastIndexOf("。") + 1;
  const found = matchOf(
    labels,
    text.slice(from),
    "[^，。；\\d]{0,4}(?:分|按|支付|拨付|付款)[^。]*[：:，,；]",
  );
  return found && textAt(content, { start: from + found.start, end: from + found.end });
}

/** Where the first of the labels stands that stands in a text before what `behind` says. */
function matchOf(labels: readonly string[], text: string, behind: string): Span | null {
  for (const label of labels) {
    const match = new RegExp(`${escaped(label)}(?=${behind})`).exec(text);
    if (match) return { start: match.index, end: match.index + label.length };
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
