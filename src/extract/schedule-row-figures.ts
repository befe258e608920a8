import { besideCapitals, contradictsCapitals } from "../model/beside-capitals.ts";
import type { Message, Problem } from "../model/finding.ts";
import type { FlowCell } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Money, Percent } from "../model/value.ts";
import { moneyAt, notUnderstood, percentAt, type Span } from "./budget-figures.ts";
import { findPercents } from "./figures/index.ts";
import { findSums } from "./money-sums.ts";
import type { ScheduleColumns } from "./schedule-columns.ts";

/** 每月3: what is paid in each month of a row. */
const EACH = /^\s*每个?月\s*/;
export const NOT_ITS_CAPITALS = {
  zh: "这一期的大写与小写金额不一致，请核对原件",
  en: "the capitals and the digits of this instalment differ; check the page",
};

const NOT_THEIR_CAPITALS = {
  zh: "各期合计的大写与小写金额不一致，请核对原件",
  en: "the capitals and the digits of what all instalments come to differ; check the page",
};

/** What a row says is paid. */
export interface RowFigures {
  money: Money | null;
  share: Percent | null;
  /** Whether it is paid in each month of the row's time. */
  isEach: boolean;
}

export function figuresIn(
  row: Row,
  { amount, percent, condition, capitals = -1, isTotal }: ScheduleColumns & { isTotal: boolean },
  unit: string,
  problems: Problem[],
): RowFigures {
  const amountCell = cellAt(row, amount);
  const percentCell = cellAt(row, percent);
  const share = percentCell ? shareIn(percentCell.content, problems) : shareInWords(cellAt(row, condition));
  if (!amountCell) return { money: null, share, isEach: false };
  const { content } = amountCell;
  const each = EACH.exec(content.text)?.[0].length ?? 0;
  const [both, more] = findSums(content.text);
  const sum = both?.digits && both.capitals && !more ? both.digits : whole(content);
  const money = moneyAt(content, { ...sum, start: Math.max(sum.start, each) }, unit);
  if (!money && /\d/.test(content.text)) problems.push(notUnderstood(content, sum, NO_NUMBER));
  // The whole may be written out anywhere in its row.
  const written = isTotal ? row : [amountCell, cellAt(row, capitals)];
  const why = isTotal ? NOT_THEIR_CAPITALS : NOT_ITS_CAPITALS;
  const stated = money && withCapitals(money, content, { cells: written, why }, problems);
  return { money: stated, share, isEach: each > 0 };
}

/** The share a cell tells, alone or in words (合同总价的30%); a problem where it holds figures and no share. */
function shareIn(content: NormalText, problems: Problem[]): Percent | null {
  const alone = percentAt(content, whole(content), true);
  if (alone) return alone;
  const [told, more] = findPercents(content.text);
  const share = told && !more && !UP_TO.test(content.text) ? percentAt(content, told) : null;
  if (!share && /\d/.test(content.text)) problems.push(notUnderstood(content, whole(content), NO_SHARE));
  return share;
}

/** 合同签订后10日内支付30%: the share that is paid, where its words end with it. */
function shareInWords(cell: FlowCell | null): Percent | null {
  const [told, more] = cell ? findPercents(cell.content.text) : [];
  if (!cell || !told || more) return null;
  const { text } = cell.content;
  const isPaid = /[付拨]$/.test(text.slice(0, told.start)) && text.slice(told.end).trim() === "";
  return isPaid ? percentAt(cell.content, told) : null;
}

/** An amount beside its 大写, in its own cell or in another; a problem where the two differ, or the 大写 isn't understood. */
function withCapitals(
  money: Money,
  content: NormalText,
  { cells, why }: { cells: readonly (FlowCell | null)[]; why: Message },
  problems: Problem[],
): Money {
  for (const cell of cells) {
    const capitals = cell && (findSums(cell.content.text)[0]?.capitals ?? null);
    if (!capitals) continue;
    const written = moneyAt(cell.content, capitals);
    if (!written) problems.push(notUnderstood(cell.content, capitals, NO_NUMBER));
    if (!written || written.raw === money.raw) continue;
    const both = besideCapitals(money, written);
    if (contradictsCapitals(both)) problems.push(notUnderstood(content, whole(content), why));
    return both;
  }
  return money;
}

const NO_NUMBER = {
  zh: "付款表中此处应为金额，但无法理解，请核对原件",
  en: "an amount is due in this payment table but is not understood; check the page",
};

const NO_SHARE = {
  zh: "付款表中此处应为比例，但无法理解，请核对原件",
  en: "a share is due in this payment table but is not understood; check the page",
};

/** Signs for what is paid up to a step and with it. */
const UP_TO = /至|累计|达/;

export type Row = readonly (FlowCell | null)[];

export const cellAt = (row: Row, column: number): FlowCell | null => (column < 0 ? null : row[column]);

export function whole({ text }: NormalText): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}
