import type { Budget, BudgetLine } from "../model/agreement.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow, FlowParagraph } from "../model/flow.ts";
import type { Glyph, NormalText } from "../model/normal-text.ts";
import type { Box } from "../model/place.ts";
import { familiesOf, sumOf, topLines } from "../model/relation-lines.ts";
import type { Money, Text } from "../model/value.ts";
import { type Span, valueWithoutPlace } from "./budget-figures.ts";
import { type Brackets, bracketsIn, depthAt, isUnsure } from "./list-brackets.ts";
import { withPartsBySums } from "./parts-by-sums.ts";
import { partsOfUnread } from "./unread-wholes.ts";

const UNSURE = {
  zh: "其前后括号不全，或其所属项目的金额未能读出，无法确定属于哪一项，请核对原件",
  en: "a bracket around this is missing, or the sum of what it is a part of was not read, so that it isn't sure which line it belongs to; check the page",
};
const MOST_NAMED = 6;

/** A line of prose, and where it stands in its paragraph. */
interface Spot {
  line: BudgetLine;
  content: NormalText;
  start: number;
  end: number;
}

/**
 * Budgets whose lines may be parts of others than it seems, because a bracket around them is missing or one too many, or the sum
 * they are parts of was not read: what sums prove to be the parts of a line become those, what sums confirm stays, and the
 * names of the others are doubtful, with one problem a paragraph.
 */
export function settleParts(
  flow: Flow,
  budgets: readonly Budget[],
): { budgets: Budget[]; problems: Problem[] } {
  const settled = budgets.map((budget) => settleBudget(flow, budget));
  return {
    budgets: settled.map(({ budget }) => budget),
    problems: settled.flatMap(({ problems }) => problems),
  };
}

function settleBudget(flow: Flow, read: Budget): { budget: Budget; problems: Problem[] } {
  const spots = spotsOf(flow, read);
  const { unsure, torn, open } = unsureAmong(spots);
  if (unsure.size + torn.size + open.size === 0) return { budget: read, problems: [] };
  const isWhole = comesOut(read);
  const budget = isWhole ? read : { ...read, lines: withPartsBySums(read.lines, { unsure, open }) };
  const confirmed = comesOut(budget) ? new Set(budget.lines.map(({ label }) => label)) : confirmedIn(budget);
  const doubted = budget.lines
    .filter(({ label, amount }) => {
      // Any sum comes out as well without a part of nothing.
      const isConfirmed = confirmed.has(label) && amount.fen !== 0;
      return torn.has(label) || (unsure.has(label) && !isConfirmed);
    })
    .map(({ label }) => label);
  if (doubted.length === 0) return { budget, problems: [] };
  const lines = budget.lines.map(
    (line): BudgetLine =>
      doubted.includes(line.label) && line.label.trust !== "corrected"
        ? { ...line, label: { ...line.label, trust: "doubtful" } }
        : line,
  );
  const contents = [...new Set(spots.map(({ content }) => content))];
  const problems = contents.flatMap((content) =>
    problemOf(
      doubted.filter((label) => spots.some((spot) => spot.content === content && spot.line.label === label)),
    ),
  );
  return { budget: { ...budget, lines }, problems };
}

function problemOf(doubted: readonly Text[]): Problem[] {
  const [first] = doubted;
  if (!first) return [];
  const names = doubted.slice(0, MOST_NAMED).map(({ value }) => value);
  const isMore = doubted.length > MOST_NAMED;
  return [valueWithoutPlace(`${names.join("、")}${isMore ? "……" : ""}`, first, UNSURE)];
}

const wholeOf = ({ total, totalInCapitals }: Budget): Money | null => total ?? totalInCapitals;

/** Whether a budget's lines make its total, and those of each line that line, to the fen. */
function comesOut(budget: Budget): boolean {
  const whole = wholeOf(budget);
  return (
    whole !== null &&
    sumOf(topLines(budget)) === whole.fen &&
    familiesOf(budget).every(
      ({ parent, children }) => parent !== null && sumOf(children) === parent.amount.fen,
    )
  );
}

/** Lines that, with those beside them, come to just what they are parts of. */
function confirmedIn(budget: Budget): Set<Text> {
  const whole = wholeOf(budget);
  const top = topLines(budget);
  const families = familiesOf(budget).filter(
    ({ parent, children }) => parent && children.length > 1 && sumOf(children) === parent.amount.fen,
  );
  const confirmed = families.flatMap(({ children }) => children);
  return new Set([...confirmed, ...(whole && sumOf(top) === whole.fen ? top : [])].map(({ label }) => label));
}

/** The spots of a budget's lines in paragraphs, in the order of the text. */
function spotsOf(flow: Flow, { lines }: Budget): Spot[] {
  const paragraphs = flow.filter((part): part is FlowParagraph => part.kind === "paragraph");
  const spots = lines.flatMap((line): Spot[] => {
    for (const { content } of paragraphs) {
      if (!content.text.includes(line.label.value)) continue;
      const [label, amount] = [spanIn(content, line.label), spanIn(content, line.amount)];
      if (label && amount) return [{ line, content, start: label.start, end: amount.end }];
    }
    return [];
  });
  return spots.sort((a, b) => a.start - b.start);
}

/** The stretch of a text that a value stands in; null where it stands elsewhere. */
function spanIn({ glyphs }: NormalText, { evidence }: Pick<Text, "evidence">): Span | null {
  const isOf = ({ pageNumber, box }: Glyph): boolean =>
    evidence.some((place) => place.pageNumber === pageNumber && isInside(box, place.box));
  const start = glyphs.findIndex(isOf);
  return start < 0 ? null : { start, end: glyphs.findLastIndex(isOf) + 1 };
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];

interface Unsure {
  /** Names of lines that may be parts of another than it seems. */
  unsure: Set<Text>;
  /** Of parts of a line of whose sum no more than a scrap is left. */
  torn: Set<Text>;
  /** Of lines whose parts no bracket holds, so that nothing but their sum tells where these end. */
  open: Set<Text>;
}

function unsureAmong(spots: readonly Spot[]): Unsure {
  const found: Unsure = { unsure: new Set(), torn: new Set(), open: new Set() };
  for (const content of new Set(spots.map((spot) => spot.content))) {
    const { text } = content;
    const own = spots.filter((spot) => spot.content === content);
    const brackets = bracketsIn(text);
    const headless = partsOfUnread(own, text);
    for (const [at, spot] of own.entries()) {
      const { label } = spot.line;
      const behind = headless.get(spot);
      if (behind === "scrap") found.torn.add(label);
      if (behind || (isUnsure(brackets, spot) && !isAnchored(spot, brackets, text))) found.unsure.add(label);
      const next = own[at + 1];
      const isPart = next !== undefined && next.line.parent === label.value;
      if (isPart && depthAt(text, next.end) === depthAt(text, spot.end)) found.open.add(label);
    }
  }
  return found;
}

/** Whether a line begins right behind a number that counts on in its list. */
const isAnchored = ({ start }: Spot, { anchors }: Brackets, text: string): boolean =>
  anchors.some((anchor) => anchor <= start && text.slice(anchor, start).trim() === "");
