import { lstat, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { errnoOf, UnreadableInputError } from "./errors.ts";

/** One thing to read, or why it can't be. */
export type Input =
  | { kind: "scan"; path: string }
  | { kind: "failed"; path: string; error: UnreadableInputError };

/** What may be a scan by its name. Pictures that can't be read are among them: each is told, none passed over. */
const SCAN_NAME =
  /\.(pdf|jpe?g|jpe|jfif|png|tiff?|webp|gif|bmp|dib|heic|heif|avif|jp2|jpx|j2k|djvu?|ofd|xps|psd)$/i;

/**
 * What files, folders and globs stand for, in the order given; a folder's files in natural order of their names.
 * In folders, hidden files, links and files that are no scan by name are passed over; a file named outright never is.
 * The same file named twice is read once.
 */
export async function findInputs(paths: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const given of paths) inputs.push(...(await inputsOf(given)));
  return withoutRepeats(inputs);
}

async function inputsOf(given: string): Promise<Input[]> {
  try {
    const status = await stat(given);
    if (!status.isDirectory()) return [{ kind: "scan", path: given }];
    const found = await inputsBelow(given);
    return found.length > 0 ? found : [failed("no-scans-in-folder", given)];
  } catch (error) {
    const matching = errnoOf(error) === "ENOENT" ? await inputsOfGlob(given) : null;
    return matching ?? [closed(given, error)];
  }
}

/** Null where it is no pattern. What understands patterns is loaded where nothing goes by the name given. */
async function inputsOfGlob(pattern: string): Promise<Input[] | null> {
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(pattern)) return null;
  const files = await glob(pattern, { followSymbolicLinks: false, expandDirectories: false });
  const plain: string[] = [];
  for (const file of files) {
    if (SCAN_NAME.test(file) && (await lstat(file)).isFile()) plain.push(file);
  }
  return plain.length > 0 ? plain.sort(naturally).map(scan) : [failed("not-found", pattern)];
}

/** Links are not followed: they could lead out of the folder or in a ring, and what they name inside it is found anyway. */
async function inputsBelow(folder: string): Promise<Input[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const inputs: Input[] = [];
  for (const entry of entries.sort((a, b) => naturally(a.name, b.name))) {
    if (entry.name.startsWith(".")) continue;
    const below = path.join(folder, entry.name);
    if (entry.isDirectory())
      inputs.push(...(await inputsBelow(below).catch((error) => [closed(below, error)])));
    else if (entry.isFile() && SCAN_NAME.test(entry.name)) inputs.push(scan(below));
  }
  return inputs;
}

/** What can't be looked into costs itself, and not what lies beside it. */
function closed(folder: string, error: unknown): Input {
  const errno = errnoOf(error);
  if (errno === "EACCES" || errno === "EPERM") return failed("no-permission", folder, error);
  return failed("not-found", folder, error);
}

async function withoutRepeats(inputs: readonly Input[]): Promise<Input[]> {
  const seen = new Set<string>();
  const once: Input[] = [];
  for (const input of inputs) {
    const key = input.kind === "scan" ? await realpath(input.path) : input.path;
    if (!seen.has(key)) once.push(input);
    seen.add(key);
  }
  return once;
}

const collator = new Intl.Collator("en", { numeric: true });

/** 2.pdf before 10.pdf; ties by code unit, so that the order never depends on the machine. */
function naturally(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

function scan(file: string): Input {
  return { kind: "scan", path: file };
}

function failed(
  code: "not-found" | "no-permission" | "no-scans-in-folder",
  file: string,
  cause?: unknown,
): Input {
  return { kind: "failed", path: file, error: new UnreadableInputError(code, file, null, { cause }) };
}
