import type { Version } from "../model/agreement.ts";
import type { Flow, FlowParagraph, FlowTable } from "../model/flow.ts";
import { remembered } from "../model/remembered.ts";
import { countsItems } from "./bare-numbers.ts";
import { AMENDED, BUDGET_SECTION, ORIGINAL, OTHER_SECTION, PAYMENT_SECTION } from "./budget-words.ts";
import { withShares } from "./clause-shares.ts";
import { columnWordOf, startYearOf } from "./clause-words.ts";
import { findMoneyLike, findPercents } from "./figures/index.ts";
import { headingReader } from "./headings.ts";
import { behindNumber } from "./item-number.ts";

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

const LONGEST_HEADING = 28;
const AMENDING_TITLE =
  /(?:补充|变更|修订|修正|调整|增补)[^，。；]{0,8}(?:协议|合同|协定|约定)[^，。；]{0,8}$/;
const FORMER_AGREEMENT = /(?:原|主|母)(?:\S{0,6})?(?:合同|协议)/;
/** 总价由甲核减乙，核减后…: 甲 is what was first agreed. */
const REDUCED =
  /(?:由|从|在)(?:原来?的?)?(?=[^，。；\d]{0,8}\d[^，。；]*元[^，。；\d]{0,6}(?:核减|核增|增加|减少|调增|调减|追加|压减|扣减|减|增)[^，。；至为到\d]{0,6}\d)/g;
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
      return clauseOf(part, state.heading, state, [{ start: 0, version }]);
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
  const counted = withCounts(withShares(clauses)).map((clause) => ({ ...clause, startYear }));
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

/** 原… turns to what was first agreed only where a figure follows in its sentence, or a list behind a colon. */
function turnsOf(text: string, carried: Version): Clause["turns"] {
  const figures = [...findMoneyLike(text), ...findPercents(text)];
  const amended = matches(text, AMENDED);
  const original = matches(text, ORIGINAL).filter((start) => {
    // 原合同签订后支付…: a moment, and not what was agreed; but 原合同签订后支付…，现调整为….
    if (MOMENT.test(text.slice(start)) && !amended.some((turn) => turn > start)) return false;
    if (AS_BEFORE.test(text.slice(start)) || AS_EVER.test(text.slice(0, start))) return false;
    if (BY.test(text.slice(0, start)) && DONE_BY.test(text.slice(start))) return false;
    if (/[（(]$/.test(text.slice(0, start)) && SHARE_IN_BRACKETS.test(text.slice(start))) return false;
    const end = sentenceEnd(text, start);
    const isHeading = text.length <= LONGEST_HEADING && !/[，。；]/.test(text);
    const isList = end >= text.length && (isHeading || LIST_FOLLOWS.test(text));
    return isList || figures.some((each) => each.start > start && each.start < end);
  });
  const turns = [
    ...amended.map((start) => ({ start, version: "amended" as const })),
    ...original.map((start) => ({ start, version: "original" as const })),
    ...matches(text, REDUCED).map((start) => ({ start, version: "original" as const })),
    ...startsOfChange(text, amended).map((start) => ({ start, version: "original" as const })),
  ].sort((a, b) => a.start - b.start);
  return [{ start: 0, version: carried }, ...turns];
}

/** Readers take a colon for a semicolon, and of faint print they miss it. */
const LIST_FOLLOWS = /(?:[：:；;]|如下|下列|以下|分别为|包括)\s*$/;

const MOMENT =
  /^原(?:合同|协议|约)(?:书)?(?:正式)?(?:签订|签署|签约|签字|订立|生效|履行|期满|到期|终止|验收)[^，。；：:]{0,8}(?:后|时|前|之日|当日|起)/;

/** …每月3万元，已按原合同付清；: that what stands before was done, and nothing of what was agreed. */
const AS_BEFORE =
  /^原(?:合同|协议)(?:书)?(?:的?约定)?(?:已经?)?(?:全部|足额|按时|如期)?(?:付清|结清|付讫|(?:支付|付款|拨付|履行|执行)(?:完毕|完成)?)\s*(?:[；;。]|$)/;

/** …，按|原合同执行，不作调整；, 按|主合同原标准结清；: by which agreement what stands before is paid. */
const BY = /[，,]\s*(?:均|仍|继续)?(?:按照?|依照?)(?:[原主母](?:合同|协议)的?)?$/;
const DONE_BY =
  /^[原主母](?:合同|协议)?(?:书)?(?:的)?(?:约定|原?标准|原?价格|方式)*(?:执行|结清|付清|付讫|结算|履行|支付|拨付)(?:完毕|完成)?(?:[，,]\s*不(?:作|做|予|再)?(?:调整|变更|变动))?\s*(?:[；;。]|$)/;

/** 已支付141,000元（|主合同价款的50%）。: of what the share in the brackets is, and nothing that stands behind them. */
const SHARE_IN_BRACKETS =
  /^[原主母](?:合同|协议)?(?:的)?(?:总?(?:价款?|金额|额|费用|报酬|酬金))?的?\s*\d+(?:\.\d+)?\s*[%％]\s*[）)]/;

/** 仍按|原标准每月支付94,000元: now as before. */
const AS_EVER = /(?:仍(?:然|旧)?|继续|依旧|照旧)(?:按照?|依照?|执行|履行|沿用|适用)$/;

/** 由甲调整为乙: 甲 is what was first agreed. */
function startsOfChange(text: string, amended: readonly number[]): number[] {
  return amended.flatMap((at) => {
    const from = Math.max(...["，", "。", "；", "、"].map((stop) => text.lastIndexOf(stop, at))) + 1;
    // 由“…”变更为“…”: what is quoted right before the turn.
    const quoted = /[“"「『]([^“”"「」『』]*)[”"」』]\s*$/.exec(text.slice(0, at));
    if (quoted && findMoneyLike(quoted[1]).length > 0) return [quoted.index];
    // 分别由甲、乙调整为丙、丁.
    const each = /(?:分别|依次)[由从][^。；]*$/.exec(text.slice(0, at));
    if (each && findMoneyLike(each[0]).length > 1) return [each.index];
    const piece = text.slice(from, at);
    const start = piece.search(/由|从/);
    return start >= 0 && findMoneyLike(piece.slice(start)).length > 0 ? [from + start] : [];
  });
}

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

function sentenceEnd(text: string, from: number): number {
  const end = text.indexOf("。", from);
  return end < 0 ? text.length : end;
}

const matches = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(({ index }) => index);
