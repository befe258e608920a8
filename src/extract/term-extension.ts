import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Day } from "../model/value.ts";
import { findDays } from "./dates/read-day.ts";
import { dayAt } from "./find-dates.ts";
import { passagesOf } from "./passages.ts";

const EXTENDS =
  /(?:期限?|时间|有效期|合同|协议)[^。；]{0,60}(?:延长|延期|顺延|延续|展期|续期|(?<=期)延)(?:[^，。；]{0,10}[，,]\s*(?:即|顺?延|延长)?)?(?:至|到)\s*$/;
/** 履约保函…，有效期顺延至: how long a guarantee holds, not the agreement. */
const OF_GUARANTEE =
  /(?:保函|保险|保单|担保|保证金|质保|保修|缺陷责任)(?![^。；]*(?:合同|协议|服务|项目|履行|租赁|监理|委托)(?:的)?(?:期|时间|有效期))[^。；]*$/;

/** Whether the term was made longer: what is told by the month may then be of the old one or of the new. */
export const isExtended = (flow: Flow): boolean =>
  passagesOf(flow).some((passage) => findExtension(passage).length > 0);

/** 延长至2025年6月30日: the day to which a term is made longer. */
export function findExtension(passage: NormalText): Day[] {
  return findDays(passage.text)
    .filter(({ start }) => {
      const before = passage.text.slice(0, start);
      return EXTENDS.test(before) && !OF_GUARANTEE.test(before);
    })
    .map((found) => dayAt(passage, found));
}

/** 服务期延长6个月，即; 过渡期: that the span behind it is added to a term that ended the day before. */
export const tellsOfAdding = (before: string): boolean => ADDING.test(before) && !OF_GUARANTEE.test(before);
const ADDING = /(?:延长|延期|顺延|延续|展期|过渡)[^。；]{0,30}$/;

/** 研究期限由2025年6月30日延至2025年12月31日；原起始日2024年1月15日不变: an end moved from one day to another, and the day all begins, told with it. */
export interface MovedEnd {
  from: Day;
  old: Day;
  to: Day;
}

const MOVED_FROM = /(?:期限?|时间|终止日|届满日|完工日|竣工日)[^，。；\d]{0,8}[由从]\s*$/;
const MOVED_TO = /^\s*(?:延|顺延|延长|延期|推迟|调整|变更|改)(?:为|至|到)\s*$/;
const BEGINNING = /(?:起始|开始|起算|起租|开工|起)(?:日期|时间|日)(?:仍?为|[：:])?\s*$/;

/** The moved end of a term that a passage tells with its beginning; null where it doesn't. */
export function findMovedEnd(passage: NormalText): MovedEnd | null {
  const { text } = passage;
  const days = findDays(text);
  const at = days.findIndex(
    (day, index) =>
      MOVED_FROM.test(text.slice(0, day.start)) &&
      days[index + 1] !== undefined &&
      MOVED_TO.test(text.slice(day.end, days[index + 1].start)),
  );
  const first = days.find(({ start }) => BEGINNING.test(text.slice(0, start)));
  const [old, to] = at < 0 ? [] : days.slice(at);
  if (!first || !old || !to || OF_GUARANTEE.test(text.slice(0, old.start))) return null;
  if (first.value >= old.value || old.value >= to.value) return null;
  const [from, was, now] = [first, old, to].map((day) => dayAt(passage, day));
  return { from, old: was, to: now };
}
