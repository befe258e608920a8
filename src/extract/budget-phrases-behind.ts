import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { findPercents } from "./figures/index.ts";

/** （24天，每天7,000元） behind a sum, before its share. */
const RECKONED = /^\s*[（(][^（）()]*\d\s*元[^（）()]*[）)]/;

/** The share said of the sum that ends at `end`, up to where the next figure or item begins. */
export function shareBehind(text: string, end: number, ceiling: number): Span | null {
  const rest = text.slice(end, ceiling).replace(RECKONED, (said) => " ".repeat(said.length));
  const stop = rest.search(/[；;。]/);
  const said = stop < 0 ? rest : rest.slice(0, stop);
  const share = findPercents(said)[0];
  if (!share) return null;
  const between = said.slice(0, share.start);
  const isAlone = /^\s*[（(]\s*$/.test(between) && /^\s*[）)]/.test(said.slice(share.end));
  if (isAlone) return { start: end + share.start, end: end + share.end };
  if (!/^[\s，,、；;.·（(\-—]*(?:约)?(?:所?占|占比|比例|比重|份额)[^，、；。]{0,18}$/.test(between))
    return null;
  return { start: end + share.start, end: end + share.end };
}

const NAMED_BEHIND =
  /^\s*(?:(?:主要)?(?:用于|用作|作为|为(?!准|限|止))|的(?=[^，。；、;,（()）\d%]{1,18}(?:费用?|款|金|经费|薪酬|工资|补贴|支出|成本)(?:[，。；、;,和与及（(]|以及|组成|构成|$)))([^，。；、;,（()）\d%]{2,20}?)(?=[，。；、;,（()）\d%]|(?:以及|[和与及])\s*(?:\d|$)|组成|构成|$)/;
/** 其中50万元用于人员薪酬: what a sum is called behind it, where nothing is said before it. */
export function labelBehind(text: string, end: number, ceiling: number, { near }: Phrase): Span | null {
  if (
    !/^(?:[\s，、,：:（(]|其中|由|以及|[和与及]|其余|剩余|余下|人民币|[¥￥]|另|有|约|\d+(?:\.\d+)?[%％]\s*[，,]?\s*(?:即|计|为)?)*$/.test(
      near,
    )
  )
    return null;
  const match = NAMED_BEHIND.exec(text.slice(end, ceiling));
  if (!match) return null;
  const stop = end + match[0].length;
  return { start: stop - match[1].length, end: stop };
}
