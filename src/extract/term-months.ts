import type { Term } from "../model/agreement.ts";
import { spansMonths } from "../model/calendar.ts";
import type { Problem } from "../model/finding.ts";
import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { notUnderstood, type Span } from "./budget-figures.ts";
import { type FoundMonths, findMonthCounts } from "./dates/read-months.ts";
import { isReadWell } from "./evidence.ts";
import { passagesOf } from "./passages.ts";
import { OTHER_TERM, TERM_WORD } from "./term-words.ts";

/** What a term was changed to follows. */
export const CHANGED =
  /(?:缩短|延长|变更|调整|修改)[^。；]{0,12}[，,]\s*新的?(?:服务|合同|租赁|履行|委托|合作|实施)?期限?(?:为|是|改为|[：:])\s*[自从]?\s*$|(?:变更|调整|修改|更改|修订|延长|延期|顺延|延续|展期|续期|缩短)[^，。；]{0,8}(?:为|至)[^，。；]{0,10}$|^\s*(?:变更|调整|修改|修订|延长)(?:之)?后\s*[：:]\s*$|(?:延长|延期|顺延|延续|展期|续期)后的?[^，。；\d]{0,10}(?:共计?|合计|为|：)*\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})个月[，,（(]\s*(?:即)?[自从]?\s*$/;

/** 延长后总服务期为18个月: a count of the whole time, and of no part that stands before it. */
const OF_ALL =
  /(?:(?:延长|延期|顺延|延续|展期|续期)后|总(?:服务|合同|租赁|承包)?期限?|前后|两段)[^，。；\d]{0,12}$/;

/** 施工至12月30日；养护期自2026年1月1日起12个月: whether a count runs from a full day other than the term's first, `from` in digits (20251015). */
function isFromAnotherDay(before: string, from: string): boolean {
  const day =
    /(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?\s*(?:零时)?起(?:算|计)?[^，。；\d]{0,6}$/.exec(
      before,
    );
  return day !== null && from !== "" && digitsOf(day.slice(1)) !== from;
}

/** 增派部分服务期5个月，即2024年8月至12月: whether a count's own months follow, and begin otherwise than the term. */
function isOfOtherMonths(behind: string, from: string | null): boolean {
  const own = /^\s*[，,（(]\s*(?:即\s*)?[自从]?\s*(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]/.exec(behind);
  return own !== null && from !== null && !from.startsWith(`${own[1]}-${own[2].padStart(2, "0")}`);
}

const digitsOf = ([year, month, day]: readonly string[]): string =>
  year + month.padStart(2, "0") + day.padStart(2, "0");

/** The first day of a span as it is told, in digits; "" where it isn't told in full. */
const dayIn = (words: string): string => {
  const parts = words.match(/\d+/g) ?? [];
  return parts.length >= 3 ? digitsOf(parts) : "";
};

/** How far before or behind its days a term's count of months may be told, in characters. */
export const NEARBY = 40;

/** The same as 2025-01-01; null where it isn't told in full. */
const isoDay = (words: string): string | null =>
  dayIn(words).replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3") || null;

const UNSURE = {
  zh: "期限的月数读数不一致或不清晰，请核对原件",
  en: "how many months the term has was read unlike or poorly; check the page",
};

/** 延长后总期限共计18个月: of the time with what was added, of which the days may be told elsewhere. */
const OF_LONGER = /(?:延长|延期|顺延|延续|展期|续期)后[^，。；\d]{0,12}$/;

/** A count of months, and the passage it is told in. */
export interface ToldMonths extends FoundMonths {
  passage: NormalText;
}

/** The count told nearest to a term's days, behind them first; `from` is where the first day stands, `end` up to where all is told. */
export function monthsBeside(passage: NormalText, from: Span, end: number): ToldMonths | null {
  const counts = countsOf(passage.text);
  // 由…延长为…，延长后共18个月: the span is the whole time.
  const isWhole = CHANGED.test(passage.text.slice(0, from.start));
  const behind = counts.find(
    ({ start, end: stop }) =>
      start >= from.end &&
      start - end < NEARBY &&
      !isOfOtherMonths(passage.text.slice(stop), isoDay(passage.text.slice(from.start, from.end))) &&
      !isFromAnotherDay(passage.text.slice(end, start), dayIn(passage.text.slice(from.start, from.end))) &&
      (isWhole || !OF_ALL.test(passage.text.slice(end, start))),
  );
  // 原为12个月，现变更为…: the count before is of the term before.
  const before = counts.findLast(
    ({ end: stop }) =>
      stop <= from.start && from.start - stop < NEARBY && !CHANGED.test(passage.text.slice(stop, from.start)),
  );
  const found = behind ?? before;
  return found ? { ...found, passage } : null;
}

/** The count of months told of the term anywhere: 服务期限为12个月. Null where none is; `from` is its first day where that is told (2025-01-01): a count from another day is of another time. */
export function findTermMonths(flow: Flow, from: string | null = null): ToldMonths | null {
  for (const passage of passagesOf(flow)) {
    for (const count of countsOf(passage.text)) {
      const before = passage.text.slice(Math.max(0, count.start - 14), count.start);
      const isElse = OTHER_TERM.test(before) || OF_LONGER.test(before);
      if (
        TERM_WORD.test(before) &&
        !isElse &&
        !isOfOtherMonths(passage.text.slice(count.end), from) &&
        !(from !== null && isFromAnotherDay(passage.text.slice(0, count.start), from.replace(/-/g, "")))
      )
        return { ...count, passage };
    }
  }
  return null;
}

/** 累计服务期由12个月调整为18个月: the count that the whole time was changed to; null where none is told. */
export function monthsChangedTo(passages: readonly NormalText[]): ToldMonths | null {
  for (const passage of passages) {
    const count = countsOf(passage.text).find(({ start }) => TO_WHOLE.test(passage.text.slice(0, start)));
    if (count) return { ...count, passage };
  }
  return null;
}

const TO_WHOLE =
  /(?:变更|调整|延长|延期|顺延|续期|展期)后的?(?:总(?:服务|合同|监理|租赁)?(?:期限?|时间)(?:共计?|合计|总计|为|是|[：:])*|[^，。；\d]{2,6}(?:期限?|时间)(?:合计|共计|总计|累计)为?)\s*$|期(?:限)?[^，。；]{0,6}[由从]\s*[\d一二三四五六七八九十]{1,3}\s*个月[^，。；\d]{0,6}(?:变更|调整|修改|改|延长|增加|顺延|延)[为至到]\s*$/;

/** Counts of months, without those whose own words say they are of a guarantee, a payment or the like. */
export function countsOf(text: string): FoundMonths[] {
  return findMonthCounts(text).filter(({ start }) => {
    const before = text.slice(0, start);
    const own = before.slice(
      Math.max(...["，", "。", "；", ","].map((stop) => before.lastIndexOf(stop))) + 1,
    );
    return !OTHER_TERM.test(own) && !/免租|装修/.test(own) && !(BEHIND_ALL.test(own) && !OF_TERM.test(own));
  });
}

/** 服务期限：自验收合格之日起12个月: the term's own, whenever it begins. */
const OF_TERM = /(?:服务|租[赁期]|合同|协议|委托|承包|合作|聘|供货|运营)/;

/** 养护期自竣工验收之日起十二个月: a time that begins when all is done, by whatever name. */
const BEHIND_ALL =
  /(?:验收|竣工|完工|交工|交付使用)[^，。；\d]{0,8}(?:之日|之?后|日)(?:起|开始)?(?:计?算?|为|共计?|满|[：:])*\s*$/;

/** A problem where a term's months, which carry no trust of their own, were read unlike or poorly and its days don't say the same. */
export function doubtMonths(told: ToldMonths, term: Term | null): Problem[] {
  const { passage, start, end, months } = told;
  const isConfirmed = term !== null && spansMonths(term.from.value, term.to.value, months);
  const read = (saw: string): number | null => findMonthCounts(`共计${saw}`)[0]?.months ?? null;
  return isConfirmed || isReadWell(passage, { start, end }, read)
    ? []
    : [notUnderstood(passage, { start, end }, UNSURE)];
}
