import sharp from "sharp";
import type { Random } from "../../fixtures/make/random.ts";
import type { Picture } from "../../fixtures/make/raster.ts";
import type { Bar, LaidPage, SetGlyph } from "./lay-table.ts";

/** Side of a glyph's square in a font's atlas. */
const CELL_PX = 72;
const ACROSS = 24;

/** A font's characters as ink (0 … 255 is how black), each in its own square. */
export interface Atlas {
  glyphOf(char: string, sizePx: number): { size: number; ink: Uint8Array };
}

/** Draws every character of a font once; they are scaled to size when set. */
export async function openAtlas(font: string, characters: readonly string[]): Promise<Atlas> {
  const rows = Math.ceil(characters.length / ACROSS);
  const texts = characters.map((char, index) => {
    const [x, y] = [(index % ACROSS) * CELL_PX, Math.floor(index / ACROSS) * CELL_PX];
    return `<text x="${x}" y="${y + 0.87 * CELL_PX}">${char.replace(/[<&]/g, "")}</text>`;
  });
  const [width, height] = [ACROSS * CELL_PX, rows * CELL_PX];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><g font-family="${font}" font-size="${CELL_PX}">${texts.join("")}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const places = new Map(characters.map((char, index) => [char, index]));
  const scaled = new Map<string, Uint8Array>();
  return {
    glyphOf(char, sizePx) {
      const size = Math.max(4, Math.round(sizePx));
      const key = `${char} ${size}`;
      const known = scaled.get(key);
      if (known) return { size, ink: known };
      const index = places.get(char) ?? 0;
      const x = (index % ACROSS) * CELL_PX;
      const y = Math.floor(index / ACROSS) * CELL_PX;
      const ink = shrink(data, info.width * info.channels, info.channels, x, y, size);
      scaled.set(key, ink);
      return { size, ink };
    },
  };
}

/** A square of the atlas as ink at another size, by the mean of what a pixel covers. */
function shrink(
  data: Buffer,
  stride: number,
  channels: number,
  x0: number,
  y0: number,
  size: number,
): Uint8Array {
  const ink = new Uint8Array(size * size);
  const step = CELL_PX / size;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let [total, count] = [0, 0];
      for (let v = Math.floor(y * step); v < Math.max(Math.floor(y * step) + 1, (y + 1) * step); v++) {
        for (let u = Math.floor(x * step); u < Math.max(Math.floor(x * step) + 1, (x + 1) * step); u++) {
          total += 255 - data[(y0 + v) * stride + (x0 + u) * channels];
          count++;
        }
      }
      ink[y * size + x] = total / count;
    }
  }
  return ink;
}

/** A laid page as clean grey pixels; `holes` is how many of a hundred rules are worn through somewhere. */
export function drawPage(page: LaidPage, atlas: Atlas, random: Random, holes: number): Picture {
  const { widthPx: width, heightPx: height } = page;
  const data = Buffer.alloc(width * height, 255);
  for (const bar of page.bars) drawBar(data, width, height, bar);
  for (const bar of page.bars)
    if (bar.grey === 0 && random.chance(holes / 100)) wear(data, width, height, bar, random);
  for (const glyph of page.glyphs) drawGlyph(data, width, height, glyph, atlas);
  return { width, height, channels: 1, data };
}

/** Pixels that a bar covers in part are grey in part. */
function drawBar(data: Buffer, width: number, height: number, { box: [x0, y0, x1, y1], grey }: Bar): void {
  for (let y = Math.max(0, Math.floor(y0)); y < Math.min(height, Math.ceil(y1)); y++) {
    const down = Math.min(y + 1, y1) - Math.max(y, y0);
    for (let x = Math.max(0, Math.floor(x0)); x < Math.min(width, Math.ceil(x1)); x++) {
      const share = down * (Math.min(x + 1, x1) - Math.max(x, x0));
      const value = 255 - share * (255 - grey);
      if (value < data[y * width + x]) data[y * width + x] = value;
    }
  }
}

/** A hole in a rule, shorter than half a character. */
function wear(data: Buffer, width: number, height: number, { box }: Bar, random: Random): void {
  const isRow = box[2] - box[0] > box[3] - box[1];
  const [from, to] = isRow ? [box[0], box[2]] : [box[1], box[3]];
  const start = from + random.between(0.1, 0.8) * (to - from);
  const end = start + Math.min(random.between(2, 8), 0.1 * (to - from));
  const hole = isRow ? [start, box[1] - 1, end, box[3] + 1] : [box[0] - 1, start, box[2] + 1, end];
  for (let y = Math.max(0, Math.floor(hole[1])); y < Math.min(height, hole[3]); y++) {
    for (let x = Math.max(0, Math.floor(hole[0])); x < Math.min(width, hole[2]); x++)
      data[y * width + x] = 255;
  }
}

function drawGlyph(data: Buffer, width: number, height: number, glyph: SetGlyph, atlas: Atlas): void {
  const { size, ink } = atlas.glyphOf(glyph.char, glyph.sizePx);
  const [left, top] = [Math.round(glyph.x), Math.round(glyph.y)];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const [px, py] = [left + x, top + y];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const at = py * width + px;
      data[at] = Math.min(data[at], 255 - ink[y * size + x]);
    }
  }
}
