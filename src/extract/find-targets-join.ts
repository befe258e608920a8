import type { Span } from "./find-targets.ts";
import { BLOT } from "./find-targets-mask.ts";

const HEADS = /[:：]|开展|组织|举办|完成|提供|发布|报送|撰写|培育|建立|服务|安排|配备|形成|召开/;

/** 8小时或4次以上, 不少于2场或4次, 至少开展讲座2场、小组4节: one comparison said for both. */
export function shareComparisons(masked: string, spans: Span[]): void {
  // The first of a list, whose comparison is said for all of it.
  const openers = new Map<Span, Span>();
  for (let index = 1; index < spans.length; index++) {
    const [a, b] = [spans[index - 1], spans[index]];
    const opener = openers.get(a) ?? a;
    if (!areJoined(masked, opener, a, b)) continue;
    openers.set(b, opener);
    if (opener.comparison !== null && opener.rawStart < opener.start) b.comparison ??= opener.comparison;
    if (b.comparison !== null && b.rawStart === b.start) a.comparison ??= b.comparison;
    if (a.per !== null) b.per ??= a.per;
  }
}

/** A blotted number may be part of a name: 一体机. */
const LAST_OF_LIST = new RegExp(`^[\\p{Script=Han}${BLOT}]{1,8}[、和及与]$`, "u");

/** Whether one comparison governs both: nothing but 或 stands between, or its verb, or a colon, has a list of objects. */
function areJoined(masked: string, opener: Span, a: Span, b: Span): boolean {
  const between = masked.slice(a.rawEnd, b.rawStart);
  // 每月4次、每次不少于90分钟: what is counted afresh has a comparison and a period of its own.
  if (between.includes("每")) return false;
  if (/^\s*[或和及与/]?\s*$/.test(between)) return true;
  // 不少于1次讲座和2次沙龙
  if (LAST_OF_LIST.test(between)) return true;
  const hasList = /^\p{Script=Han}{0,6}?[、和及]\p{Script=Han}{1,10}$/u.test(between);
  return hasList && HEADS.test(masked.slice(opener.rawStart, opener.start));
}
