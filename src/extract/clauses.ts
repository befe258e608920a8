import type { Version } from "../model/agreement.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import { remembered } from "../model/remembered.ts";
import { countsItems } from "./bare-numbers.ts";
import { AMENDED, BUDGET_SECTION, ORIGINAL, OTHER_SECTION, PAYMENT_SECTION } from "./budget-words.ts";
import { withShares } from "./clause-shares.ts";
import { matches, turnsOf } from "./clause-turns.ts";
import { columnWordOf, startYearOf } from "./clause-words.ts";
import { findMoneyLike } from "./figures/index.ts";
import { headingReader } from "./headings.ts";
import { behindNumber } from "./item-number.ts";
import { withPaymentLists } from "./payment-lists.ts";

export { behindNumber } from "./item-number.ts";

/** A part of the flow with what its surroundings say of it. */
export interface Clause<Part extends FlowParagraph | FlowTable = FlowParagraph | FlowTable> {
  part: Part;
  /** The words of the heading it stands under; "" before the first one. */
  heading: string;
  /** Counts the headings before it, so that clauses of one section can be told. */
  section: number;
  isPayment: boolean;
  isBudget: boolean;
  /** About penalties, deposits and the like: its money is neither budget nor instalment. */
  isOther: boolean;
  /** Whether a bare number at its head counts it among the sums of its section; null where nothing tells. */
  isCounted: boolean | null;
  /** A word of summing up (总额) that most items of its numbered list tell right before their sum, so that it marks no whole; else "". */
  columnWord: string;
  /** The year in which what is agreed begins, where a span of days tells it; null in amendments and where none does. */
  startYear: number | null;
  /** Where the wording turns to another version, in order; the first stands at 0. */
  turns: { start: number; version: Version }[];
}

const AMENDING_TITLE =
  /(?:补充|变更|修订|修正|调整|增补)[^，。；]{0,8}(?:协议|合同|协定|约定)[^，。；]{0,8}$/;
const FORMER_AGREEMENT = /(?:原|主|母)(?:\S{0,6})?(?:合同|协议)/;
const CHANGES_ABOVE = /(?:上述|前述|以上)[^，。；]{0,12}(?:变更|调整|修改|修订)(?:为|如下)/;
/** An amendment names itself within its first lines. */
const TITLE_LINES = 6;

/** Every part of the flow under its heading, with the version its wording speaks of at each place. */
export const findClauses: (flow: Flow) => readonly Clause[] = remembered(clausesOf);

function clausesOf(flow: Flow): Clause[] {
  const isAmending = tellsOfAmendment(flow);
  const state = { heading: "", section: 0, version: (isAmending ? "amended" : "original") as Version };
  const readHeading = headingReader(
    flow.flatMap((part) => (part.kind === "paragraph" ? [part.content.text] : [])),
  );
  const clauses = flow.map((part): Clause => {
    if (part.kind === "table") {
      const version = isAmending ? (versionOfTitle(titleOf(part)) ?? state.version) : state.version;
      const heading = isAnnex(part.title?.text ?? "") ? "" : state.heading;
      return clauseOf(part, heading, state, [{ start: 0, version }]);
    }
    const { text } = part.content;
    const heading = readHeading(text);
    if (heading !== null) {
      state.heading = heading;
      state.section += 1;
      state.version = isAmending ? "amended" : "original";
    }
    const before = state.version;
    const turns = isAmending ? turnsOf(text, before) : [{ start: 0, version: before }];
    // 3.1 原合同约定的服务费…。: a whole item that turns back says nothing of the next.
    state.version = isWholeItem(text) ? before : turns[turns.length - 1].version;
    return clauseOf(part, state.heading, state, turns);
  });
  const startYear = isAmending
    ? null
    : startYearOf(clauses.filter(isProse).map(({ part }) => part.content.text));
  const counted = withCounts(withPaymentLists(withShares(clauses))).map((clause) => ({
    ...clause,
    startYear,
  }));
  return isAmending ? withFormerBefore(counted) : counted;
}

function withCounts(clauses: readonly Clause[]): Clause[] {
  const items = clauses.filter(isProse).filter(({ part }) => findMoneyLike(part.content.text).length > 0);
  const told = new Map<Clause, Pick<Clause, "isCounted" | "columnWord">>();
  for (const section of new Set(items.map((item) => item.section))) {
    const list = items.filter((item) => item.section === section);
    const texts = list.map(({ part }) => part.content.text);
    const counts = countsItems(texts);
    for (const [at, item] of list.entries())
      told.set(item, { isCounted: counts[at], columnWord: columnWordOf(texts, texts[at]) });
  }
  return clauses.map((clause) => ({ ...clause, ...told.get(clause) }));
}

/** 上述约定变更为: what its section told before, and nothing else places, is what was first agreed. */
function withFormerBefore(clauses: readonly Clause[]): Clause[] {
  const turning = clauses.findLast(
    (clause) => isProse(clause) && CHANGES_ABOVE.test(clause.part.content.text),
  );
  if (!turning) return [...clauses];
  const end = clauses.indexOf(turning);
  return clauses.map((clause, index) => {
    const isAbove = index < end && clause.section === turning.section && clause.turns.length === 1;
    const isSaid = clauses
      .slice(0, index)
      .some(({ section, turns }) => section === clause.section && turns.length > 1);
    return isAbove && !isSaid ? { ...clause, turns: [{ start: 0, version: "original" as const }] } : clause;
  });
}

/** The version that a place of a clause's text speaks of. */
export function versionAt(clause: Clause, offset: number): Version {
  return clause.turns.findLast(({ start }) => start <= offset)?.version ?? clause.turns[0].version;
}

/** The clauses that are paragraphs. */
export function isProse(clause: Clause): clause is Clause<FlowParagraph> {
  return clause.part.kind === "paragraph";
}

/** The clauses that are tables. */
export function isTable(clause: Clause): clause is Clause<FlowTable> {
  return clause.part.kind === "table";
}

/** 附表1 设备价格明细表, behind the last clause: it stands under none of the agreement's headings. */
const isAnnex = (title: string): boolean => /^\s*附(?:表|件|录)/.test(title);

function clauseOf(
  part: FlowParagraph | FlowTable,
  heading: string,
  { section }: { section: number },
  turns: Clause["turns"],
): Clause {
  const title = part.kind === "table" ? `${heading} ${part.title?.text ?? ""}` : heading;
  return {
    part,
    heading,
    section,
    isPayment: PAYMENT_SECTION.test(title),
    isBudget: BUDGET_SECTION.test(title),
    isOther:
      OTHER_SECTION.test(title) &&
      !/(?:^|[^约])(?:经费|费用|价款|金额|支付|付款)|^[^，。；]{0,6}费(?:$|[按由为分用])/.test(title),
    isCounted: null,
    startYear: null,
    columnWord: "",
    turns,
  };
}

/** A numbered paragraph with a figure, up to its full stop; up to a semicolon where it tells what has been paid (原合同费用67,000元，已付清；). */
const isWholeItem = (text: string): boolean =>
  behindNumber(text) > 0 &&
  (/。\s*$/.test(text) ||
    /(?:元[^。；]*已[^。；]*(?:付|结)|已[^。；]*[付结][^。；]*元)[^。；]*；\s*$/.test(text)) &&
  findMoneyLike(text).length > 0;

/** Whether an agreement changes another one, by its title or its words. */
export const tellsOfAmendment = remembered((flow: Flow): boolean => {
  const texts = flow.flatMap((part) => (part.kind === "paragraph" ? [part.content.text] : []));
  if (texts.slice(0, TITLE_LINES).some((text) => text.length <= 40 && AMENDING_TITLE.test(text.trim())))
    return true;
  return (
    texts.some((text) => FORMER_AGREEMENT.test(text)) &&
    texts.some((text) => matches(text, AMENDED).length > 0 && findMoneyLike(text).length > 0)
  );
});

/** Which version a table's title names; null when it names none. */
function versionOfTitle(title: string): Version | null {
  const amended = matches(title, AMENDED).at(-1) ?? -1;
  const original = matches(title, ORIGINAL).at(-1) ?? -1;
  if (amended < 0 && original < 0) return null;
  return amended > original ? "amended" : "original";
}

/** A table's title, or the row as wide as the table that heads it. */
export function titleOf(table: FlowTable): string {
  const rows = table.cells.filter(
    ({ row, columnSpan }) => row < table.headerRows && columnSpan === table.columnCount,
  );
  return [table.title?.text ?? "", ...rows.map(({ content }) => content.text)].join(" ").trim();
}
