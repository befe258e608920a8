import type { Candidate } from "./budget-candidates.ts";
import { countOf, isItemLike, isPlainItem, isSumOfSome } from "./budget-flawed-lists.ts";
import { ordinalOf } from "./budget-lists.ts";
import type { SumTree } from "./sum-trees.ts";

/** So far from its parts may a subtotal be that one wrong figure put wrong. */
const MOST_OFF = 0.35;
const SUBTOTAL = /(?:小计|合计)(?:为|是|共|[：:\s¥￥]|人民币)*$/;
const isSubtotal = ({ name, clause, sum }: Candidate): boolean =>
  SUBTOTAL.test(name) || /小计/.test(name) || SUBTOTAL.test(clause.part.content.text.slice(0, sum.start));
/** Fewer groups or items are no list. */
const FEWEST = 2;

/**
 * A…小计, B…小计, and the total that they come to: items of groups each of which its subtotal sums up, where all of them come out
 * but for one that one wrong figure put wrong.
 */
export function subtotalled(candidates: readonly Candidate[], at: number): SumTree | null {
  const { section, fen } = candidates[at];
  const own = candidates.findIndex((each) => each.clause === candidates[at].clause);
  const from =
    candidates.slice(0, own).findLastIndex((each) => each.section !== section || !each.isAlone) + 1;
  const groups: SumTree[] = [];
  let items: SumTree[] = [];
  for (let place = from; place < own; place++) {
    const tree = { at: place, parts: items };
    if (candidates[place].fen <= 0) return null;
    if (!isSubtotal(candidates[place])) items = [...items, { at: place, parts: [] }];
    else {
      if (items.length === 0) return null;
      groups.push(tree);
      items = [];
    }
  }
  const parts = [...groups, ...items];
  if (groups.length < FEWEST || sumOf(candidates, parts) !== fen) return null;
  const off = groups.filter((group) => sumOf(candidates, group.parts) !== candidates[group.at].fen);
  const gap = off.map((group) => Math.abs(sumOf(candidates, group.parts) - candidates[group.at].fen))[0] ?? 0;
  return off.length === 1 && gap <= MOST_OFF * candidates[off[0].at].fen ? { at, parts } : null;
}

const sumOf = (candidates: readonly Candidate[], trees: readonly SumTree[]): number =>
  trees.reduce((sum, { at }) => sum + candidates[at].fen, 0);

/** 上述三项小计: how many items right before it a subtotal sums up. */
const SUBTOTAL_OF =
  /([两二三四五六七八九十\d]{1,2})\s*个?[项类](?:费用|金额)?(?:小计|合计|共计)(?:为|是|[:：])?\s*(?:人民币)?[¥￥]?\s*$/;

/**
 * Lists that each have a subtotal below which tells how many items it sums up, and their total: where all sums come out, or all but
 * one of two or more. Null for anything else.
 */
export function countedSubtotals(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const groups: SumTree[] = [];
  let open: number[] = [];
  let end = 0;
  for (let place = 0; place < at; place++) {
    const count = countIn(candidates[place]);
    if (count === null) {
      open.push(place);
      continue;
    }
    if (open.length < count || count < 2) return null;
    // What stands before a list that another follows is of nothing here.
    if (groups.length > 0 && open.length !== count) return null;
    groups.push({ at: place, parts: open.slice(-count).map((part) => ({ at: part, parts: [] })) });
    open = [];
    end = place;
  }
  if (groups.length < 2 || end !== at - 1) return null;
  const gaps = [
    groups.reduce((sum, { at: place }) => sum + candidates[place].fen, 0) - total.fen,
    ...groups.map(
      ({ at: place, parts }) =>
        parts.reduce((sum, part) => sum + candidates[part.at].fen, 0) - candidates[place].fen,
    ),
  ];
  return gaps.filter((gap) => gap !== 0).length <= 1 ? { at, parts: groups } : null;
}

/**
 * A total of lists that each stand in one paragraph behind their own sum and a colon (第一批小计…：住宿…；用餐…), and of single sums:
 * where all come out but one. Null for anything else.
 */
export function headed(candidates: readonly Candidate[], at: number): SumTree | null {
  const total = candidates[at];
  const parts: SumTree[] = [];
  for (let place = at - 1; place >= 0; ) {
    const { clause, sum, section } = candidates[place];
    if (section !== total.section || clause === total.clause) return null;
    const first = candidates.findIndex((each) => each.clause === clause);
    const head = candidates[first];
    if (first < place && !HEADS.test(clause.part.content.text.slice(head.sum.end))) return null;
    if (first === place && HEADS.test(clause.part.content.text.slice(sum.end))) return null;
    const own = Array.from({ length: place - first }, (_, index) => ({ at: first + 1 + index, parts: [] }));
    parts.unshift({ at: first, parts: own });
    place = first - 1;
  }
  const groups = parts.filter((part) => part.parts.length > 0);
  const fenOf = (trees: readonly SumTree[]): number =>
    trees.reduce((sum, tree) => sum + candidates[tree.at].fen, 0);
  const gaps = [
    fenOf(parts) - total.fen,
    ...groups.map((part) => fenOf(part.parts) - candidates[part.at].fen),
  ];
  const isWhole = groups.length > 1 && groups.every((part) => part.parts.length > 1);
  return isWhole && gaps.filter((gap) => gap !== 0).length <= 1 ? { at, parts } : null;
}

const HEADS = /^[）)]?\s*[：:]/;

/** A tree with the items of the numbered list right above each subtotal (综合保障费小计) that they nearly come to, where none of them has a place in it: the subtotal is wrong then. */
export function withParts(candidates: readonly Candidate[], tree: SumTree): SumTree {
  const taken = new Set(placesIn(tree));
  return {
    ...tree,
    parts: tree.parts.map((part) =>
      isBareSubtotal(candidates, part) ? filled(candidates, part, taken) : part,
    ),
  };
}

const placesIn = ({ at, parts }: SumTree): number[] => [at, ...parts.flatMap(placesIn)];

const isBareSubtotal = (candidates: readonly Candidate[], { at, parts }: SumTree): boolean =>
  parts.length === 0 &&
  /小计/.test(candidates[at].clause.part.content.text.slice(0, candidates[at].sum.start));

function filled(candidates: readonly Candidate[], { at }: SumTree, taken: ReadonlySet<number>): SumTree {
  const last = candidates[at - 1];
  const from = candidates.slice(0, at).findLastIndex((each) => !isItemLike(each, last)) + 1;
  const items = candidates.slice(from, at);
  const isList =
    items.length > 1 &&
    last.section === candidates[at].section &&
    items.every(
      (item, index) => isPlainItem(item) && countOf(item) === index + 1 && !taken.has(from + index),
    );
  const gap = items.reduce((sum, { fen }) => sum + fen, 0) - candidates[at].fen;
  const isNear = Math.abs(gap) <= MOST_OFF * candidates[at].fen && !isSumOfSome(items, gap);
  return { at, parts: isList && isNear ? items.map((_, index) => ({ at: from + index, parts: [] })) : [] };
}

function countIn({ clause, sum }: Candidate): number | null {
  const told = SUBTOTAL_OF.exec(clause.part.content.text.slice(0, sum.start))?.[1];
  return told ? ordinalOf(told.replace("两", "二")) : null;
}
