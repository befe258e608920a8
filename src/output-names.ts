import path from "node:path";

/** Names a batch writes for itself, which no scan's outputs may take. */
const RESERVED = ["batch", "index", "records", "figures", "findings", "indicators", "problems"];

/** A file system takes 255 bytes; the rest is for endings such as `.indicators.csv`. */
const NAME_BYTES = 200;

/**
 * A name for each input's outputs, in order: its base name without ending, made fit for any file system.
 * No two are alike, nor like `others`, even where upper and lower case or composed and decomposed letters are one.
 */
export function toOutputNames(paths: readonly string[], others: readonly string[] = []): string[] {
  const taken = new Set([...RESERVED, ...others.map(keyOf)]);
  return paths.map((input) => {
    const base = fitForFileSystem(path.basename(input, path.extname(input)));
    let name = base;
    for (let count = 2; taken.has(keyOf(name)); count++) name = `${base}-${count}`;
    taken.add(keyOf(name));
    return name;
  });
}

function keyOf(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function fitForFileSystem(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*\uFFFD]/gu, "_")
    .replace(/^\.+/, "_")
    .replace(/[. ]+$/, "");
  let short = "";
  let bytes = 0;
  for (const character of plain) {
    bytes += Buffer.byteLength(character);
    if (bytes > NAME_BYTES) break;
    short += character;
  }
  return short === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}_` : short;
}
