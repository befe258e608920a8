import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { openRandom } from "../../fixtures/make/random.ts";
import { pdfOf, streamOf } from "./hostile-files.ts";

// Good pictures with harm done to them, and pages of what no scanner sends.

const [WIDTH, HEIGHT] = [1200, 1600];

/** Specks at random, as dense as told. */
function noise(share: number, width = WIDTH, height = HEIGHT) {
  const random = openRandom(7);
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) data[at] = random.int(0, 999) < share * 1000 ? 0 : 255;
  return sharp(data, { raw: { width, height, channels: 1 } });
}

/** A good JPEG whose head promises another size. */
async function jpegThatPromises(width: number, height: number): Promise<Buffer> {
  const jpeg = await noise(0.02).jpeg().toBuffer();
  const head = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, head + 5);
  jpeg.writeUInt16BE(width, head + 7);
  return jpeg;
}

async function cut(bytes: Promise<Buffer>, share: number): Promise<Buffer> {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length * share));
}

/** A page strewn with so many pictures of a few pixels each. */
function strewnPdf(count: number): Buffer {
  const pixels = deflateSync(Buffer.from([0, 80, 160, 255]));
  const words =
    "/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode";
  const numbers = Array.from({ length: count }, (_, at) => at);
  const names = numbers.map((at) => `/I${at} ${at + 5} 0 R`).join(" ");
  const drawn = numbers.map(
    (at) => `q 9 0 0 9 ${(at * 11) % 580} ${((at * 11) / 580) % 830} cm /I${at} Do Q`,
  );
  return pdfOf(
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << ${names} >> >> >>`,
    streamOf("", Buffer.from(drawn.join("\n"))),
    ...numbers.map(() => streamOf(words, pixels)),
  );
}

export const HOSTILE_PICTURES: [name: string, make: () => Buffer | Promise<Buffer>][] = [
  ["promises 65000 by 65000.jpg", () => jpegThatPromises(65_000, 65_000)],
  ["promises 9000 by 9000.jpg", () => jpegThatPromises(9000, 9000)],
  ["promises 8 by 8.jpg", () => jpegThatPromises(8, 8)],
  ["promises nothing.jpg", () => jpegThatPromises(0, 0)],
  ["half.jpg", () => cut(noise(0.1).jpeg().toBuffer(), 0.5)],
  ["half.png", () => cut(noise(0.1).png().toBuffer(), 0.5)],
  ["half.tif", () => cut(noise(0.1).tiff({ compression: "lzw" }).toBuffer(), 0.5)],
  ["without its tail.tif", () => cut(noise(0.1).tiff({ compression: "lzw" }).toBuffer(), 0.99)],
  ["half.webp", () => cut(noise(0.1).webp().toBuffer(), 0.5)],
  ["all noise.png", () => noise(0.5, 5000, 4000).png({ compressionLevel: 1 }).toBuffer()],
  ["strewn with 1000 pictures.pdf", () => strewnPdf(1000)],
];
