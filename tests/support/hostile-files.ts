import { crc32, deflateSync } from "node:zlib";

// Files made to harm whoever opens them, by hand: each promises something that can't be, or can't be borne.

/** A PDF of these objects (numbered from 1, the first is the catalog); its table of places is left to the reader to rebuild. */
export function pdfOf(...objects: (string | Buffer)[]): Buffer {
  const trailer = `trailer << /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`;
  return Buffer.concat([HEAD, ...objectsOf(objects), Buffer.from(trailer)]);
}

/** The same with its table of places, as a good program writes it. */
export function wholePdfOf(...objects: (string | Buffer)[]): Buffer {
  let at = HEAD.length;
  const parts = objectsOf(objects);
  const places = parts.map((part) => {
    at += part.length;
    return `${String(at - part.length).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const trailer = `trailer << /Root 1 0 R /Size ${size} >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([HEAD, ...parts, Buffer.from(table + trailer)]);
}

const HEAD = Buffer.from("%PDF-1.5\n");

function objectsOf(objects: readonly (string | Buffer)[]): Buffer[] {
  return objects.map((object, at) =>
    Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")]),
  );
}

export function streamOf(words: string, content: Buffer): Buffer {
  const head = `<< ${words} /Length ${content.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream")]);
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const ONE_PAGE = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
const MEGABYTE = 1024 * 1024;
/** What is all alike is packed two-hundredfold so, in a fifth of the time. */
const QUICK = { level: 1 };

const pageOf = (rest: string, box = "0 0 595 842"): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [${box}] ${rest} >>`;

/** A PDF that says it is encrypted, in these words. */
function lockedPdf(words: string): Buffer {
  const pdf = pdfOf(CATALOG, ONE_PAGE, pageOf(""), `<< ${words} >>`).toString("latin1");
  const trailer = "trailer << /Encrypt 4 0 R /ID [<01> <01>]";
  return Buffer.from(pdf.replace("trailer <<", trailer), "latin1");
}

/** A page that shows one picture of this many pixels, whose bytes are zeros packed a thousandfold. */
function bombPdf(width: number, height: number, bytes: number): Buffer {
  const picture = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode`;
  return pdfOf(
    CATALOG,
    ONE_PAGE,
    pageOf("/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>"),
    streamOf("", Buffer.from("q 595 0 0 842 0 0 cm /A Do Q")),
    streamOf(picture, deflateSync(Buffer.alloc(bytes))),
  );
}

/** Page trees as deep as they are thin. */
function deepPdf(depth: number): Buffer {
  const levels = Array.from(
    { length: depth },
    (_, at) => `<< /Type /Pages /Parent ${at + 1} 0 R /Count 1 /Kids [${at + 3} 0 R] >>`,
  );
  return pdfOf(CATALOG, ...levels, "<< /Type /Page /MediaBox [0 0 100 100] >>");
}

/** A PNG whose head promises these sizes; its data are the first bytes of such a picture. */
export function pngOf(width: number, height: number, rawBytes: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const data = chunk("IDAT", deflateSync(Buffer.alloc(rawBytes), QUICK));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    data,
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A TIFF of one grey page; the directory says `next` as where the following one lies. */
function tiffOf(width: number, height: number, next: number): Buffer {
  const entries = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 8],
    [278, 4, 1, height],
    [279, 4, 1, 16],
  ];
  const directory = Buffer.alloc(2 + entries.length * 12 + 4);
  directory.writeUInt16LE(entries.length, 0);
  for (const [at, [tag, type, count, value]] of entries.entries()) {
    directory.writeUInt16LE(tag, 2 + at * 12);
    directory.writeUInt16LE(type, 4 + at * 12);
    directory.writeUInt32LE(count, 6 + at * 12);
    directory.writeUInt32LE(value, 10 + at * 12);
  }
  directory.writeUInt32LE(next, directory.length - 4);
  const head = Buffer.from("II*\0\0\0\0\0", "latin1");
  head.writeUInt32LE(24, 4);
  return Buffer.concat([head, Buffer.alloc(16), directory]);
}

/** The head of a Windows bitmap, and nothing else. */
function bmpOf(width: number, height: number, bits: number): Buffer {
  const head = Buffer.alloc(54);
  head.write("BM");
  for (const [at, value] of [
    [10, 54],
    [14, 40],
  ])
    head.writeUInt32LE(value, at);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(bits, 28);
  return head;
}

const TIFF_DIRECTORY = 24;

const FONT = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

/** A page with these contents, packed as often as told. */
function contentsPdf(contents: Buffer, packed = 1, resources = FONT): Buffer {
  let data = contents;
  for (let times = 0; times < packed; times++) data = deflateSync(data, QUICK);
  const filters = `/Filter [${"/FlateDecode ".repeat(packed)}]`;
  const page = pageOf(`/Contents 4 0 R /Resources << ${resources} >>`);
  return pdfOf(CATALOG, ONE_PAGE, page, streamOf(filters, data));
}

/** Forms each of which draws the next one twice. */
function doublingPdf(depth: number): Buffer {
  const form = "/Type /XObject /Subtype /Form /BBox [0 0 600 900]";
  const forms = Array.from({ length: depth }, (_, at) =>
    streamOf(`${form} /Resources << /XObject << /A ${at + 6} 0 R >> >>`, Buffer.from("/A Do /A Do")),
  );
  return pdfOf(
    CATALOG,
    ONE_PAGE,
    pageOf("/Contents 4 0 R /Resources << /XObject << /A 5 0 R >> >>"),
    streamOf("", Buffer.from("/A Do")),
    ...forms,
    streamOf(form, Buffer.from("0 0 m 9 9 l S")),
  );
}

/** A pattern whose tiles lie closer than any page has points. */
function tilesPdf(): Buffer {
  const tile =
    "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.00001 /YStep 0.00001";
  return pdfOf(
    CATALOG,
    ONE_PAGE,
    pageOf("/Contents 4 0 R /Resources << /Pattern << /P 5 0 R >> >>"),
    streamOf("", Buffer.from("/Pattern cs /P scn 0 0 595 842 re f")),
    streamOf(tile, Buffer.from("0 0 1 1 re f")),
  );
}

/** A PDF that says the same page is there this many times. */
function manyPagesPdf(count: number): Buffer {
  const kids = "3 0 R ".repeat(count);
  return pdfOf(CATALOG, `<< /Type /Pages /Count ${count} /Kids [${kids}] >>`, pageOf(""));
}

export const HOSTILE_FILES: [name: string, make: () => Buffer][] = [
  ["page tree in a ring.pdf", () => pdfOf(CATALOG, "<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>")],
  ["page tree 5000 deep.pdf", () => deepPdf(5000)],
  ["catalog of itself.pdf", () => pdfOf("<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 3 >>")],
  ["two thousand million pages.pdf", () => pdfOf(CATALOG, "<< /Type /Pages /Count 2147483647 /Kids [] >>")],
  ["fewer than no pages.pdf", () => pdfOf(CATALOG, "<< /Type /Pages /Count -5 /Kids [3 0 R] >>", pageOf(""))],
  ["page as wide as a town.pdf", () => pdfOf(CATALOG, ONE_PAGE, pageOf("", "0 0 9999999 9999999"))],
  ["page without width.pdf", () => pdfOf(CATALOG, ONE_PAGE, pageOf("", "7 7 7 7"))],
  ["page in the void.pdf", () => pdfOf(CATALOG, ONE_PAGE, pageOf("", "1e38 -1e38 1e39 1e38"))],
  [
    "length that needs itself.pdf",
    () => pdfOf(CATALOG, ONE_PAGE, pageOf("/Contents 4 0 R"), "<< /Length 4 0 R >>\nstream\nq Q\nendstream"),
  ],
  [
    "contents 200 MB long.pdf",
    () =>
      pdfOf(
        CATALOG,
        ONE_PAGE,
        pageOf("/Contents 4 0 R"),
        streamOf("/Filter /FlateDecode", deflateSync(Buffer.alloc(200 * MEGABYTE, "q "), QUICK)),
      ),
  ],
  ["contents 256 MB long, packed twice.pdf", () => contentsPdf(Buffer.alloc(256 * MEGABYTE, "q Q "), 2)],
  [
    "text of five million letters.pdf",
    () => contentsPdf(Buffer.from(`BT /F 9 Tf (${"A".repeat(5e6)}) Tj ET`)),
  ],
  ["lists in lists in contents.pdf", () => contentsPdf(Buffer.alloc(2_000_000, "["))],
  ["lists in lists.pdf", () => pdfOf(`<< /Type /Catalog /Pages 2 0 R /X ${"[".repeat(1e6)} >>`, ONE_PAGE)],
  ["forms that draw 2 to the 28th.pdf", () => doublingPdf(28)],
  ["tiles without number.pdf", tilesPdf],
  ["100 000 pages.pdf", () => manyPagesPdf(100_000)],
  ["as many user units as there are.pdf", () => pdfOf(CATALOG, ONE_PAGE, pageOf("/UserUnit 1000000"))],
  ["handler nobody knows.pdf", () => lockedPdf("/Filter /Geheim /V 9 /R 9")],
  ["locked with nothing.pdf", () => lockedPdf("/Filter /Standard /V 5 /R 6 /P -4 /O <00> /U <00> /OE <00>")],
  [
    "form that draws itself.pdf",
    () =>
      pdfOf(
        CATALOG,
        ONE_PAGE,
        pageOf("/Contents 4 0 R /Resources << /XObject << /A 4 0 R >> >>"),
        streamOf(
          "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >>",
          Buffer.from("/A Do /A Do"),
        ),
      ),
  ],
  ["picture of 900 megapixels.pdf", () => bombPdf(30_000, 30_000, 50 * MEGABYTE)],
  ["picture that ends early.pdf", () => bombPdf(2000, 3000, 1000)],
  [
    "outline in a ring.pdf",
    () =>
      pdfOf(
        "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
        ONE_PAGE,
        pageOf(""),
        "<< /First 5 0 R /Last 5 0 R /Count 1 >>",
        "<< /Title (A) /Parent 4 0 R /First 5 0 R /Next 5 0 R >>",
      ),
  ],
  [
    "table of places in a ring.pdf",
    () => Buffer.from("%PDF-1.4\nxref\n0 0\ntrailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF"),
  ],
  ["3600 megapixels.png", () => pngOf(60_000, 60_000, MEGABYTE)],
  ["400 megapixels in full.png", () => pngOf(20_000, 20_000, 400 * MEGABYTE)],
  ["no width.png", () => pngOf(0, 100, 100)],
  ["cut off.png", () => pngOf(1000, 1000, 300_000)],
  ["one pixel.png", () => pngOf(1, 1, 2)],
  ["a thread.png", () => pngOf(1, 60_000, 120_000)],
  ["directory that follows itself.tif", () => tiffOf(4, 4, TIFF_DIRECTORY)],
  ["directory beyond the end.tif", () => tiffOf(4, 4, 0xfff0_0000)],
  ["four thousand million wide.tif", () => tiffOf(0xffff_ffff, 0xffff_ffff, 0)],
  ["strip beyond the end.tif", () => tiffOf(4000, 4000, 0)],
  ["head alone.jpg", () => Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1")],
  ["head alone.webp", () => Buffer.from("RIFF\xff\xff\xff\x7fWEBPVP8L\0\0\0\0", "latin1")],
  ["head alone.gif", () => Buffer.from("GIF89a\xff\xff\xff\xff\xf7\0\0", "latin1")],
  ["head alone.bmp", () => bmpOf(30, 20, 24)],
  ["two thousand million wide.bmp", () => bmpOf(0x7fff_ffff, 0x7fff_ffff, 32)],
  ["rows before the file.bmp", () => bmpOf(-5, -2147483648, 1)],
  ["zeros.pdf", () => Buffer.alloc(MEGABYTE)],
];
