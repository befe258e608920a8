import { UnreadableInputError } from "../errors.ts";

/** What a file is, by its first bytes whatever its name says. Throws UnreadableInputError for what can't be read. */
export function mediaTypeOf(head: Buffer, path: string): string {
  const text = head.toString("latin1");
  const mediaType = kindOf(text, READ);
  if (mediaType !== null) return mediaType;
  // A PDF may carry rubbish before its header; readers accept it within the first kilobyte.
  if (text.includes("%PDF-")) return PDF;
  if (/\.pdf$/i.test(path) && /\d+ \d+ obj/.test(text)) return PDF;
  const other = /<svg\b/.test(text) ? "SVG" : kindOf(text, NOT_READ);
  if (other !== null) throw new UnreadableInputError("unsupported-type", path, other);
  throw new UnreadableInputError("not-a-scan", path);
}

export const PDF = "application/pdf";
export const BMP = "image/bmp";

type Marks = readonly (readonly [at: number, text: string])[];

/** What a file of a kind holds in its first bytes, and where; any one of several lists will do. */
const READ: readonly [mediaType: string, ...any: Marks[]][] = [
  ["image/jpeg", [[0, "\xff\xd8\xff"]]],
  ["image/png", [[0, "\x89PNG\r\n\x1a\n"]]],
  ["image/tiff", [[0, "II*\0"]], [[0, "MM\0*"]], [[0, "II+\0"]]],
  [
    "image/webp",
    [
      [0, "RIFF"],
      [8, "WEBP"],
    ],
  ],
  ["image/gif", [[0, "GIF87a"]], [[0, "GIF89a"]]],
  [
    BMP,
    [
      [0, "BM"],
      [6, "\0\0\0\0"],
    ],
  ],
];

/** What people take for a scan, or name instead of one. */
const NOT_READ: readonly [name: string, ...any: Marks[]][] = [
  ["HEIC", [[4, "ftyphei"]], [[4, "ftyphev"]], [[4, "ftypmif"]]],
  ["AVIF", [[4, "ftypavi"]]],
  ["JPEG 2000", [[4, "jP  "]], [[0, "\xff\x4f\xff\x51"]]],
  ["DjVu", [[0, "AT&TFORM"]]],
  ["PostScript", [[0, "%!PS"]]],
  ["Photoshop", [[0, "8BPS"]]],
  ["Word, Excel", [[0, "\xd0\xcf\x11\xe0"]], [[0, "{\\rtf"]]],
  ["Word, Excel, OFD, ZIP", [[0, "PK\x03\x04"]]],
];

function kindOf(text: string, kinds: readonly [string, ...Marks[]][]): string | null {
  const holds = (marks: Marks): boolean => marks.every(([at, mark]) => text.startsWith(mark, at));
  return kinds.find(([, ...any]) => any.some(holds))?.[0] ?? null;
}
