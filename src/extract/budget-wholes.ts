import type { BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import { sumOf, topLines } from "../model/relation-lines.ts";
import type { Draft } from "./budget-drafts.ts";
import { valueWithoutPlace } from "./budget-figures.ts";
import { WEAK_TOTAL } from "./budget-words.ts";

const FEWEST_PARTS = 2;
/** Words for all of it, also with one of their characters misread (总得, 合起). */
const ALL =
  /^(?:费用|经费|金额|项目|合同|全部|以上|上述|各项|[两二三四五六七八九]项)*(?:[总合共]\p{Script=Han}?|[^设审会统估预]?计|总[价额费金]\p{Script=Han}?)$|^(?:全部|以上|上述|累计|[两二三四五六七八九]项)/u;
const MAY_BE_TOTAL = {
  zh: "这笔金额恰为其余各项之和，可能是总额，但名称看不出，请核对原件",
  en: "this sum is what the others come to and may be their total, though its name doesn't say so; check the page",
};

/** Takes the line of a budget without a total that is its whole for that; a line that may be is a problem. */
export function findWhole(draft: Draft): Problem[] {
  takeAsTotal(draft);
  takeWholeAsTotal(draft);
  return takeLastAsTotal(draft);
}

/** 服务费由甲调整为乙, and no other line: this is the whole. */
export function takeAsTotal(draft: Draft): void {
  const [line, more] = draft.lines;
  if (more || !line || isKnown(draft) || !WEAK_TOTAL.test(line.label.value)) return;
  takeFrom(draft, line, []);
}

/**
 * 运维费为…元（大写：…），其中…: what alone is written twice, stands before all other lines and is made up of them is the
 * whole, whatever it is called.
 */
function takeWholeAsTotal(draft: Draft): void {
  const [whole, ...parts] = draft.lines;
  const isTwice = whole && draft.inCapitals.size === 1 && draft.inCapitals.has(whole);
  if (!isTwice || isKnown(draft) || whole.percent || parts.length < FEWEST_PARTS) return;
  const label = whole.label.value;
  const lines = parts.map((line) => (line.parent === label ? { ...line, parent: null } : line));
  const isAll = topLines(draft).length === 1 || sumOf(lines.filter(isTop)) === whole.amount.fen;
  if (isAll) takeFrom(draft, whole, lines);
}

/**
 * 甲3万元，乙5万元，总得8万元: the last of several lines that is what the others come to is their total where its words
 * say so or it is written twice; else it may be a part that happens to be as much as all others, and is doubted.
 */
function takeLastAsTotal(draft: Draft): Problem[] {
  const last = draft.lines.at(-1);
  const rest = draft.lines.slice(0, -1);
  const top = rest.filter(isTop);
  if (!last || !isTop(last) || top.length < FEWEST_PARTS || isKnown(draft)) return [];
  const { label, amount } = last;
  if (sumOf(top) !== amount.fen) return [];
  if (draft.inCapitals.has(last) || ALL.test(label.value) || WEAK_TOTAL.test(label.value)) {
    takeFrom(draft, last, rest);
    return [];
  }
  const doubted: BudgetLine = {
    ...last,
    label: { ...label, trust: "doubtful" },
    amount: { ...amount, trust: "doubtful" },
  };
  draft.lines = [...rest, doubted];
  return [valueWithoutPlace(`${label.value}${amount.raw}`, amount, MAY_BE_TOTAL)];
}

function takeFrom(draft: Draft, whole: BudgetLine, lines: BudgetLine[]): void {
  draft.total = whole.amount;
  draft.totalInCapitals = draft.inCapitals.get(whole) ?? null;
  draft.lines = lines;
}

const isKnown = ({ total, totalInCapitals }: Draft): boolean => total !== null || totalInCapitals !== null;

const isTop = ({ parent }: BudgetLine): boolean => parent === null;
