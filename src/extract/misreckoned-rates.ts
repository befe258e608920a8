import type { Budget } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { readPlainNumber } from "../model/plain-number.ts";
import type { Contents } from "../model/record.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { notUnderstood, type Span, valueWithoutPlace } from "./budget-figures.ts";
import { OTHER } from "./budget-words.ts";
import { findClauses, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums } from "./money-sums.ts";
import { figuresOf } from "./record-money.ts";
import { flawedPlaces } from "./told-places.ts";

const NOT_BY_ITS_RATE = {
  zh: "不是此处所写比例乘以文中任何一项或几项之和，请核对原件",
  en: "isn't what the rate told here makes of any sum of the agreement, or of several lines together; check the page",
};

/** 按前三项之和的6%, 设备材料费合计的1.2%: a rate of what is told as its base. */
const RATE_OF =
  /(?:之和|合计|小计|[两二三四五六七八九十]项|\p{Script=Han}{2,8}(?:费用?|工资|薪酬|成本))(?:[\d,，.]+(?:万?元))?(?:的|为基数[，,]?按|×|[xX*])\s*(\d+(?:\.\d+)?)\s*[%％]/u;
/** 优惠10%, 下浮率8%: a rate of what is taken off. */
const OFF = /(?:优惠|下浮|让利|减免|折让)率?[为：:]?\s*(\d+(?:\.\d+)?)\s*[%％]/u;
/** 国家收费标准, 工程造价: what is no figure of the agreement; 不超过间接费用的35%: no more than a bound. */
const ELSEWHERE =
  /不(?:得|应)?(?:超过|高于|低于|少于)|以内|上限|标准|造价|送审|投资|结算|产值|门市|市场|指导/;
/** …的6%计取，计: from a rate to what it comes to. */
const TO_SUM = /^(?:[^，。；\d]{0,8}[，,]?\s*(?:[即计为共]|合计)*)\s*(?:人民币)?[¥￥]?\s*$/;
/** A fee by a rate may be rounded to whole 元. */
const ROUNDED_FEN = 100;
/** More lines than so many are not tried together. */
const MOST_LINES = 40;

interface Rated {
  content: NormalText;
  span: Span;
  rate: number;
  fen: number;
}

/**
 * Problems for fees told by a rate of other sums (管理费按前三项之和的6%计, 5,669元), in a table's row or in words, that by it are of no
 * sum told anywhere, nor of lines that follow on each other: rules judge shares of the whole alone.
 */
export function findMisrated(flow: Flow, contents: Contents): Problem[] {
  const known = flawedPlaces(contents);
  const bases = basesIn(flow, contents);
  const isBy = ({ rate, fen }: Rated): boolean =>
    bases.some((base) => Math.abs((base * rate) / PERCENT - fen) <= ROUNDED_FEN);
  const rated = [...ratedInWords(flow), ...ratedInRows(flow, contents)]
    .filter((each) => each.fen > 0 && !isBy(each) && !standsAt(each.content, known, each.span))
    .map(({ content, span }) => notUnderstood(content, span, NOT_BY_ITS_RATE));
  return [...rated, ...mistaxedLines(contents, bases)];
}

/** 增值税（13%） | 14,650: a line that its name's rate makes of no sum, with or without that tax. */
function mistaxedLines({ budgets }: Contents, bases: readonly number[]): Problem[] {
  return budgets.filter(comesOut).flatMap(({ lines }) =>
    lines.flatMap(({ label, amount }) => {
      const rate = Number(TAX_AT.exec(label.value)?.[1] ?? Number.NaN);
      const isBy = bases.some((base) =>
        [base, base / (1 + rate / PERCENT)].some(
          (net) => Math.abs((net * rate) / PERCENT - Math.abs(amount.fen)) <= ROUNDED_FEN,
        ),
      );
      return Number.isNaN(rate) || isBy ? [] : [valueWithoutPlace(amount.raw, amount, NOT_BY_ITS_RATE)];
    }),
  );
}

/** Where lines don't come to their total, that is told, and this figure may be what is wrong of it. */
const comesOut = (budget: Budget): boolean => {
  const whole = budget.total ?? budget.totalInCapitals;
  return whole === null || sumOf(topLines(budget)) === whole.fen;
};

const TAX_AT =
  /^(?:增值税|税[金费额款]?)(?:税?[额金费款])?\s*[（(]?\s*(?:税?率)?[为：:]?\s*(\d+(?:\.\d+)?)\s*[%％]\s*[）)]?$/;

const PERCENT = 100;

/** In fen: every sum and every number of a table, and what lines that follow on each other come to. */
function basesIn(flow: Flow, { budgets }: Contents): number[] {
  const told = flow.flatMap((part) =>
    part.kind === "paragraph"
      ? findSums(part.content.text).map((sum) => fenOf(sum) ?? 0)
      : part.cells.flatMap(({ content }) => {
          const number = readPlainNumber(content.text);
          const value = number ? Number(number.value.units) / 10 ** number.value.scale : 0;
          return [value * FEN, value * FEN * TEN_THOUSAND];
        }),
  );
  const runs = budgets.flatMap(({ lines }) =>
    [lines, lines.filter(({ parent }) => parent === null)].flatMap((some) =>
      runsOf(some.map(({ amount }) => amount.fen)),
    ),
  );
  return [...told, ...runs, ...figuresOf({ budgets, schedules: [] }).price.map(({ fen }) => fen)].filter(
    (fen) => fen > 0,
  );
}

const FEN = 100;
const TEN_THOUSAND = 10_000;

function runsOf(fens: readonly number[]): number[] {
  if (fens.length > MOST_LINES) return [];
  return fens.flatMap((_, from) => {
    let sum = 0;
    return fens.slice(from).map((fen) => (sum += fen));
  });
}

function ratedInWords(flow: Flow): Rated[] {
  return findClauses(flow)
    .filter(isProse)
    .filter(({ isOther, isPayment }) => !isOther && !isPayment)
    .flatMap(({ part: { content } }) => {
      const sums = findSums(content.text);
      return sums.flatMap((sum, at): Rated[] => {
        const said = content.text.slice(sums[at - 2]?.end ?? 0, sum.start);
        const piece = /[^。；]*$/.exec(said)?.[0] ?? "";
        const match = RATE_OF.exec(piece);
        const fen = fenOf(sum);
        if (!match || fen === null || OTHER.test(piece) || ELSEWHERE.test(piece)) return [];
        const isOf = TO_SUM.test(piece.slice(match.index + match[0].length));
        return isOf ? [{ content, span: sum, rate: Number(match[1]), fen }] : [];
      });
    });
}

/** Rows of which a cell tells a rate of other sums, and another the line's amount. */
function ratedInRows(flow: Flow, { budgets }: Contents): Rated[] {
  const lines = budgets.flatMap((budget) => budget.lines.map(({ amount }) => amount));
  return flow
    .flatMap((part) => (part.kind === "table" ? [part] : []))
    .flatMap(({ cells }) =>
      cells.flatMap((cell): Rated[] => {
        const { text } = cell.content;
        const match = RATE_OF.exec(text) ?? OFF.exec(text);
        if (!match || OTHER.test(text) || ELSEWHERE.test(text)) return [];
        const row = cells.filter((other) => other.row === cell.row && other !== cell);
        const found = row.flatMap(({ content }) => lineAt(content, lines));
        return found.slice(0, 1).map(({ content, fen }) => ({
          ...{ content, fen: Math.abs(fen), rate: Number(match[1]) },
          span: { start: 0, end: content.text.length },
        }));
      }),
    );
}

function lineAt(content: NormalText, lines: readonly Money[]): { content: NormalText; fen: number }[] {
  const line = lines.find(({ evidence }) => standsAt(content, evidence));
  return line ? [{ content, fen: line.fen }] : [];
}
