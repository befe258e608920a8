import type { FoundPeriod } from "./figures/index.ts";
import { readCount } from "./schedule-term-parts.ts";

const NUMBER = "[一二两三四五六七八九十\\d]{1,3}";
/** 前四次每次, 后两期，每期, 其余五季每季: how many of all are paid so; of 前三个月 the months are known. */
const SOME = new RegExp(
  `(?:(?:前|后|首|其余|剩余|余下|剩下)的?(?=${NUMBER}\\s*[次期笔批])|(?:其余|剩余|余下|剩下)的?)(${NUMBER})\\s*(?:次|期|笔|批|个?季度?)[^，。；\\d]{0,6}[，,]?\\s*(?:均|各|都)?(?:为|按)?每(?:一)?(?:次|期|笔|批|个?月|个?季度?|个?半年|个?学期|年)[^，。；\\d]{0,10}$`,
);
/** 其后3个月各支付: how many follow what was told before. */
const LATER = new RegExp(
  `(?:其后|此后|之后|随后|以后|接下来)的?(${NUMBER})\\s*(?:个?月(?=[^年季]*$)|个?季度?(?=[^年月]*$)|[期次](?=[^年月季]*$)|年(?=[^月季]*$))内?[^，。；\\d]{0,4}[，,]?\\s*(?:各|均|每(?:个)?(?:月|季度?|期|次|年))[^，。；\\d]{0,10}$`,
);
/** 第一、二期按每期: those that are named. */
const NAMED = new RegExp(
  `(第${NUMBER}(?:\\s*(?:期|次|笔|批))?(?:\\s*[、和及与]\\s*第?${NUMBER}(?:\\s*(?:期|次|笔|批))?)+)(?:款项?)?[^，。；\\d]{0,6}[，,]?\\s*(?:均|各|都)?(?:为|按)?(?:每(?:一)?(?:次|期|笔|批)|各)[^，。；\\d]{0,10}$`,
);
/** 最后一期, 最后一次: one, whatever is told of the others. */
const LAST = /(?:最后一|末)(?:次|期|笔|批)[^，。；每\d]{0,10}$/;

/** How often a sum is paid that is told of some of all payments, by the words before it; null where they tell no such thing. */
export function someOf(before: string): number | null {
  if (LAST.test(before)) return 1;
  const named = NAMED.exec(before)?.[1];
  if (named !== undefined && /[期次笔批]$/.test(named)) return named.split(/[、和及与]/).length;
  return readCount((SOME.exec(before) ?? LATER.exec(before))?.[1] ?? "");
}

const QUARTER = "(?:第?[一二三四1234]季度|[上下]半年)";
/** 第一季度、第二季度|养护费按每季度: parts of a year, one after another, each of which is paid the same, or all of which come to a sum (合计). */
const LISTED = new RegExp(
  `(${QUARTER})\\s*[、和及与]\\s*(?:${QUARTER}\\s*[、和及与]\\s*)*${QUARTER}(?=[^。；\\d]*每(?:个)?(?:季|半年)|[^，。；\\d]*(?:合计|共计|总计)[^，。；\\d]{0,6}$)`,
);

/** From the first of several listed parts of a year on, `period` being the last of them and `read` how one is read; null where none are listed. */
export function fromFirstListed(
  before: string,
  period: FoundPeriod,
  read: (words: string) => FoundPeriod | null,
): FoundPeriod | null {
  const listed = LISTED.exec(before);
  const first = listed && read(before.slice(0, listed.index + listed[1].length));
  return first && first.to < period.from ? { ...period, start: first.start, from: first.from } : null;
}
