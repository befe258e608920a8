import { wholeToDecimal } from "../model/decimal.ts";
import type { Problem } from "../model/finding.ts";
import type { FlowParagraph } from "../model/flow.ts";
import { looksSlipped } from "../model/looks-misread.ts";
import { sumOf } from "../model/relation-lines.ts";
import type { Money } from "../model/value.ts";
import { lineOf, moneyOf, nameBefore } from "./budget-added-costs.ts";
import { type Draft, startDraft } from "./budget-drafts.ts";
import { moneyAt, textAt } from "./budget-figures.ts";
import { belowZero } from "./budget-net.ts";
import { behindNumber, type Clause, isProse } from "./clauses.ts";
import { standsAt } from "./evidence.ts";
import { fenOf, findSums, type MoneySum } from "./money-sums.ts";

/** 原合同价款为: up to what was first agreed; a price of one, of a month, what was asked or paid, 太原 and 原材料 are none. */
const FIRST =
  /(?:(?<![高平还草复太中病])原(?![厂材料件址画因则有理始]|招标|送审|概算|报价)|[主母](?=合同|协议))(?![^，。；]*(?:单价|每|月|季|押|保|违约|标准|限额|已|付|收|第))[^，。；：\d]{0,12}(?:价[格款]?|款|总?额|费用?|酬金|报酬|租金|经费|造价)(?:[为是计：:\s])*(?:人民币)?[¥￥]?\s*$/;
const VERBS = {
  more: "(?:增加|新增|追加|增补|补充|核增|调增|增列|增项|加上|加(?![工班急固盖装密热油])|增(?![加值设]))",
  less: "(?:减少|核减|调减|扣减|扣除|减去|减项|取消|减(?![少去让免值项]))",
};
/** ，增加机械费; 。经审核，增加土方外运; 不变，另增加检测费: from one sum to one that is added to it or taken off it. */
const CHANGE = new RegExp(
  `^(?:保持)?(?:不变)?(?:[，,；;。][^，。；\\d]{0,20}){0,2}[，,、；;。]\\s*(?:现|本次|此次|第[一二三四五\\d][次回]|首次|再次|另|再|又|并|同时|及|经?双方(?:协商)?(?:一致)?(?:同意)?|甲方同意)*(?:(${VERBS.more})|(${VERBS.less}))(?!以?后|至|到|为)[^，。；：\\d]{0,16}$`,
);
/** 扣除已付款, 减去质保金: what is paid, kept back or owed as amends changes no price. */
const NO_CHANGE = /已付|预付|支付|质保|保修|保证金|押金|违约|罚|赔|开票/;
/** 本补充协议增加金额为|36,000元，原合同金额…: what is added told before what was first agreed, in its sentence. */
const ADDED_AHEAD = new RegExp(
  `(?:^|[。；;])(?!.*20\\d\\d\\s*年)[^。；;]*(?:(${VERBS.more})|(${VERBS.less}))(?!后|至|到)[^，。；：\\d]{0,8}(?:金额|费用|价款|款项?|总额)(?:[为是计：:\\s])*(?:人民币)?[¥￥]?\\s*$`,
);
/** 双方同意|追加费用: who adds it is no part of its name. */
const AGREED_BY = /^(?:经?双方(?:协商)?(?:一致)?(?:同意)?|甲方同意)/;
/** ，变更后合同总价为: from the last of them to what all come to. */
const WHOLE =
  /^(?:[，,][^，。；\d]{0,12})?[，,；;。]?\s*[^，。；\d]{0,14}(?:总价款?|总[金款]?额|合同价款?|合同金额|价款|合计|共计|总计|(?:结算|签约|成交)价)[^，。；\d]{0,8}$/;
/** 变更后, 调整后: said of what is agreed now, and of nothing else. */
const IS_NOW = /(?:变更|调整|修改|增加|追加|增补|核[增减]|调[增减]|减少|补充)(?:以|之)?后/;
/** 两年租金总额, …（含2023年已增加的10,000元）: a whole of more than these. */
const OF_MORE = /[两二三四五六七八九十\d]\s*(?:年|期|标段|个月)|累计/;

/** What was first agreed, what is added or taken off, and what all comes to, told in one sentence. */
interface Addition {
  clause: Clause<FlowParagraph>;
  first: MoneySum;
  changes: { sum: MoneySum; isLess: boolean }[];
  now: MoneySum;
}

/**
 * 原合同价96,000元，加机械费24,600元，减人工费5,200元，合同总价115,400元: the first sum is what was agreed, the last one what is agreed now, also
 * where no word tells that it was changed, and the others make the one of the other. Only where they come out, or one slip keeps them
 * from it. In place; answers the problems that are left of those given.
 */
export function takeAdditions(
  drafts: Draft[],
  clauses: readonly Clause[],
  problems: readonly Problem[],
): Problem[] {
  // Only an amendment adds to what was agreed.
  if (!clauses.some(({ turns }) => turns.some(({ version }) => version === "amended"))) return [...problems];
  const told = clauses
    .filter(isProse)
    .filter(({ isPayment, isOther }) => !isPayment && !isOther)
    .flatMap((clause) => additionIn(clause) ?? []);
  const [addition, more] = told;
  if (!addition || more || !take(drafts, addition)) return [...problems];
  const { content } = addition.clause.part;
  const placed = [addition.first, addition.now, ...addition.changes.map(({ sum }) => sum)];
  return problems.filter(
    ({ box, pageNumber, message }) =>
      !box ||
      !placed.some(
        (sum) =>
          standsAt(content, [{ box, pageNumber }], sum) &&
          message.zh.includes(content.text.slice(sum.start, sum.end)),
      ),
  );
}

function additionIn(clause: Clause<FlowParagraph>): Addition | null {
  const { text } = clause.part.content;
  const sums = findSums(text);
  for (const [at, first] of sums.entries()) {
    if (!FIRST.test(text.slice(0, first.start))) continue;
    const changes: Addition["changes"] = [];
    for (let index = at + 1; index < sums.length; index++) {
      const sum = sums[index];
      const between = text.slice(sums[index - 1].end, sum.start).replace(/(?:人民币|[¥￥\s])+$/, "");
      const change = NO_CHANGE.test(between) ? null : CHANGE.exec(between);
      if (change) changes.push({ sum, isLess: change[2] !== undefined });
      else {
        if (changes.length === 0) changes.push(...changeAhead(text, sums[at - 1]));
        const isNow = changes.length > 0 && WHOLE.test(between);
        if (isNow && comesOut({ clause, first, changes, now: sum }, between))
          return { clause, first, changes, now: sum };
        break;
      }
    }
  }
  return null;
}

function changeAhead(text: string, sum: MoneySum | undefined): Addition["changes"] {
  const told = sum && ADDED_AHEAD.exec(text.slice(0, sum.start));
  return told ? [{ sum, isLess: told[2] !== undefined }] : [];
}

/** Whether sums come to another, or miss it by one slip where that is plainly what is agreed now. */
function comesOut({ clause, first, changes, now }: Addition, between: string): boolean {
  const all = changes.reduce(
    (fen, { sum, isLess }) => fen + (fenOf(sum) ?? Number.NaN) * (isLess ? -1 : 1),
    fenOf(first) ?? Number.NaN,
  );
  const is = fenOf(now);
  if (is === null || Number.isNaN(all)) return false;
  const isOther = OF_MORE.test(between) || /^\s*[（(]\s*含/.test(clause.part.content.text.slice(now.end));
  const isSlipped = looksSlipped(wholeToDecimal(all), wholeToDecimal(is));
  const isOneOfThem = changes.some(({ sum }) => fenOf(sum) === is);
  return all === is || (IS_NOW.test(between) && !isOther && !isOneOfThem && isSlipped);
}

/** Makes two budgets of an addition; false where others are told that don't agree with it. In place. */
function take(drafts: Draft[], addition: Addition): boolean {
  const { clause, first, changes, now } = addition;
  const { content } = clause.part;
  const of = (version: Draft["version"]): Draft[] => drafts.filter((draft) => draft.version === version);
  const [[before = null, other], [after = null, more]] = [of("original"), of("amended")];
  if (other || more || before?.name || after?.name || !agrees(addition, before, after)) return false;
  const isAt = (money: Money | null, sum: MoneySum): boolean =>
    money !== null && standsAt(content, money.evidence, sum);
  const isHere = (money: Money): boolean =>
    [now, ...changes.map(({ sum }) => sum), first].some((sum) => isAt(money, sum));
  const known = wholeOf(before);
  const isKnown = known !== null && !isAt(known, now) && !isAt(known, first);
  if (isKnown && known.fen !== fenOf(first)) return false;
  const old = before ?? startDraft(drafts, "original", clause.section, false);
  // 大写 in a paragraph of its own behind the last sum.
  const apart = !isKnown && old.totalInCapitals && !isHere(old.totalInCapitals) ? old.totalInCapitals : null;
  Object.assign(old, {
    total: isKnown ? old.total : first.digits && moneyAt(content, first.digits),
    totalInCapitals: isKnown ? old.totalInCapitals : first.capitals && moneyAt(content, first.capitals),
    restatements: old.restatements.filter((money) => !isAt(money, now)),
    lines: old.lines.filter(({ amount }) => !isHere(amount)),
    isClear: true,
  });
  const listed = wholeOf(after)?.fen;
  const isListed = listed !== undefined && listed !== fenOf(now);
  const fresh = after ?? startDraft(drafts, "amended", clause.section, false);
  const capitals = [
    now.capitals && moneyAt(content, now.capitals),
    isListed ? null : fresh.totalInCapitals,
    apart,
  ].filter((money) => money !== null);
  const [inCapitals = null, ...others] = capitals;
  const [own, ...added] = linesOf(addition);
  Object.assign(fresh, {
    total: now.digits && moneyAt(content, now.digits),
    totalInCapitals: inCapitals,
    restatements: [
      ...fresh.restatements.filter((money) => !isAt(money, now) && !(isListed && money.fen === listed)),
      ...others.filter(({ fen }) => fen !== inCapitals?.fen),
    ],
    lines: [own, ...withList(added, fresh.lines)],
    isClear: true,
  });
  return true;
}

const wholeOf = (draft: Draft | null): Money | null => draft?.total ?? draft?.totalInCapitals ?? null;

/** Whether what is known of both versions is what an addition tells, or a list of what it adds, and nothing of it would be lost. */
function agrees({ first, changes, now }: Addition, before: Draft | null, after: Draft | null): boolean {
  const [was, is] = [wholeOf(before)?.fen, wholeOf(after)?.fen];
  if (was !== undefined && was !== fenOf(first) && was !== fenOf(now)) return false;
  const fens = changes.map(({ sum }) => fenOf(sum));
  if (is !== undefined && is !== fenOf(now) && !fens.includes(is)) return false;
  // Read so by other words, or a list of another sum.
  const tops = (after?.lines ?? []).filter(({ parent }) => parent === null);
  if (tops.length > 0 && (sumOf(tops) === fenOf(now) || !fens.includes(sumOf(tops)))) return false;
  // Of a list of what is added, 大写 that says otherwise is judged where it stands.
  const wholes = [after?.total, after?.totalInCapitals, ...(after?.restatements ?? [])];
  return wholes.every((money) => !money || money.fen === is || money.fen === fenOf(now));
}

/** Changes with the list that one of them sums up below it, or in its place where that has one line. */
function withList(added: Draft["lines"], list: Draft["lines"]): Draft["lines"] {
  const tops = list.filter(({ parent }) => parent === null);
  return added.flatMap((line) => {
    if (tops.length === 0 || Math.abs(line.amount.fen) !== sumOf(tops)) return [line];
    const { value } = line.label;
    return tops.length === 1
      ? list
      : [line, ...list.map((each) => ({ ...each, parent: each.parent ?? value }))];
  });
}

/** What was first agreed and each change as lines, by what they are called; what is taken off below zero. */
function linesOf({ clause, first, changes }: Addition): Draft["lines"] {
  const { content } = clause.part;
  const told = [{ sum: first, isLess: false }, ...changes];
  return told.flatMap(({ sum, isLess }) => {
    const before = told.map(({ sum: { end } }) => end).filter((end) => end <= sum.start);
    const floor = Math.max(behindNumber(content.text, clause.isCounted), ...before);
    const { start, end } = nameBefore(content.text, floor, sum.start);
    const said = AGREED_BY.exec(content.text.slice(start, end))?.[0].length ?? 0;
    const amount = moneyOf(content, sum);
    const line = amount && lineOf(textAt(content, { start: start + said, end }), amount);
    return line ? [isLess ? belowZero(line) : line] : [];
  });
}
