import type { Span } from "./find-targets.ts";

const VERB = /开展|组织|举办|完成|提供|发布|报送|撰写|培育|建立|服务|安排|配备|形成|召开/;

/** 8小时或4次以上, 不少于2场或4次, 至少开展讲座2场、小组4节: one comparison said for both. */
export function shareComparisons(masked: string, spans: Span[]): void {
  for (let index = 1; index < spans.length; index++) {
    const [a, b] = [spans[index - 1], spans[index]];
    if (!areJoined(masked, a, b)) continue;
    if (a.comparison !== null && a.rawStart < a.start) b.comparison ??= a.comparison;
    if (b.comparison !== null && b.rawStart === b.start) a.comparison ??= b.comparison;
    if (a.per !== null) b.per ??= a.per;
  }
}

/** Whether one comparison governs both: nothing but 或 stands between, or its verb has a list of objects. */
function areJoined(masked: string, a: Span, b: Span): boolean {
  const between = masked.slice(a.rawEnd, b.rawStart);
  if (/^\s*[或和及与/]?\s*$/.test(between)) return true;
  // 不少于1次讲座和2次沙龙
  if (/^\p{Script=Han}{1,8}[、和及与]$/u.test(between)) return true;
  const hasList = /^\p{Script=Han}{0,6}?[、和及]\p{Script=Han}{1,10}$/u.test(between);
  return hasList && VERB.test(masked.slice(a.rawStart, a.start));
}
