import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import type { Told } from "./budget-prose.ts";
import type { Reading, Spot } from "./budget-reading.ts";
import { isTurn } from "./budget-turns.ts";
import { OPENS } from "./budget-words.ts";

/** 原…为甲，现调整为乙: the sum before, of which this one is what it became; null where it is one of its own. */
export function takenUp(
  { clause, text, told }: Reading,
  { sum, from, between }: Spot,
  { label }: Phrase,
  share: Span | null,
): Told | null {
  // 甲、乙分别由…调整为…: one name of two sums.
  const shared = told.findLast((each) => each.label.start === label.start && each.label.end === label.end);
  if (shared && label.end > label.start && label.end <= shared.sum.start) return shared;
  const turned = told.at(-1);
  if (!turned || !isTurn(clause, from, sum.start) || /[；;。]/.test(between)) return null;
  if (BY_HOW_MUCH.test(between)) return null;
  const words = text.slice(label.start, label.end);
  const isAgain = words !== "" && words === text.slice(turned.label.start, turned.label.end);
  // 总额调整为甲，其中人员费调整为乙: a part with a name of its own.
  const isWhole = words.length < 2 || (turned.version === "original" && !OPENS.test(between));
  return isAgain || (turned.role === "total" ? !share && isWhole : words.length < 2) ? turned : null;
}

/** 现合同总价增加5万元: not what it came to. */
const BY_HOW_MUCH = /(?:增加|追加|减少|核增|核减|调增|调减)(?:了|额)?\s*(?:人民币)?[¥￥]?\s*$/;
