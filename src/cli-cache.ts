import { type CacheUsage, measureCache, pruneCache } from "./cache.ts";
import type { Command } from "./cli-arguments.ts";
import type { Speech, Surroundings } from "./cli-surroundings.ts";
import { printable } from "./cli-terminal.ts";
import { say } from "./emit/language.ts";
import { both } from "./emit/words.ts";

const DAY_MS = 86_400_000;

/** `hesuan cache`: says where the cache is and how large, or deletes what was not used for some days. */
export async function cache(
  { action, days, folder: given, common }: Extract<Command, { name: "cache" }>,
  around: Surroundings,
  { language, paint }: Speech,
): Promise<number> {
  const folder = given ?? around.cacheFolder;
  const before = folder === null ? EMPTY : await measureCache(folder);
  const gone =
    folder === null || action === "show"
      ? EMPTY
      : await pruneCache(folder, new Date(Date.now() - days * DAY_MS));
  if (common.json) {
    const oldest = before.oldest?.toISOString() ?? null;
    const pruned = { entries: gone.entries, bytes: gone.bytes };
    around.stdout(`${JSON.stringify({ folder, ...before, oldest, pruned }, null, 2)}\n`);
    return 0;
  }
  const size = say(
    both(`${before.entries} 条，${toMegabytes(before)}`, `${entries(before)}, ${toMegabytes(before)}`),
    language,
  );
  around.stdout(`${paint(printable(folder ?? "–"), "bold")}  ${size}\n`);
  if (action === "prune") {
    const line = both(
      `已删除 ${gone.entries} 条（${toMegabytes(gone)}）`,
      `deleted ${entries(gone)} (${toMegabytes(gone)})`,
    );
    around.stdout(`${say(line, language)}\n`);
  }
  return 0;
}

const EMPTY: CacheUsage = { entries: 0, bytes: 0, oldest: null };
const toMegabytes = ({ bytes }: CacheUsage): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`;
const entries = (usage: CacheUsage): string =>
  `${usage.entries} ${usage.entries === 1 ? "entry" : "entries"}`;
