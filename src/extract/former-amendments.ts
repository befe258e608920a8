import type { Clause } from "./clauses.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

/** 补充协议（一）：签订于…, 后又签订补充协议: an amendment before the one at hand. */
const FORMER =
  /^\s*(?:第[一二三]次|首次)?(?:补充|变更)协议\s*[（(]?[一二三四1-4][）)]?\s*[：:]|(?:已|曾|后|又)[^。；]{0,24}(?:签订|签署|订立)[^。；]{0,12}(?:补充|变更)协议|(?:签订|签署|订立)了?《?(?:第[一二三]次)?(?:补充|变更)协议\s*[（(][一二三四1-4][）)]》?|\d\s*日\s*(?:签订|签署|订立)了?《(?:补充|变更)协议之[一二三四]》/;
const TURNS =
  /(?:(?:调整|变更|修改|增加|增|减少|核减|核增|改|变)(?:为|至|到)|(?:合同|协议)?总价(?:款|额)?(?:变)?为)\s*(?:人民币)?[¥￥]?\s*$/;

/**
 * The clauses without what is past: 原合同：…金额620,000元。补充协议（一）：…合同金额调整为665,000元, and then 目前665,000元的构成为：…: where an amendment tells again what an
 * earlier one made of the total, that is what is changed now; what was before it, and how it came about, is of no budget at hand.
 */
export function withoutPast(clauses: readonly Clause[]): Clause[] {
  const at = clauses.findIndex((clause) => FORMER.test(textOf(clause)));
  const text = at < 0 ? "" : textOf(clauses[at]);
  const became = findSums(text).findLast(({ start }) => TURNS.test(text.slice(0, start)));
  const fen = became ? fenOf(became) : null;
  if (fen === null || !clauses.slice(at + 1).some((clause) => tells(clause, fen))) return [...clauses];
  return clauses.filter((clause, index) => index > at || findSums(textOf(clause)).length === 0);
}

const tells = (clause: Clause, fen: number): boolean =>
  findSums(textOf(clause)).some((sum: MoneySum) => fenOf(sum) === fen);

const textOf = ({ part }: Clause): string => (part.kind === "paragraph" ? part.content.text : "");
