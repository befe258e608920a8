import { readFile, writeFile } from "node:fs/promises";
import { openPrinter } from "../../fixtures/make/browser.ts";
import { scanPdf } from "../../fixtures/make/draw.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { randomScan } from "../../fixtures/make/random-scan.ts";
import { LAID } from "./layouts/wanted.ts";

const [only, s] = process.argv.slice(2);
const printer = await openPrinter();
for (const [index, { file }] of LAID.entries()) {
  if (!only.split(",").includes(file)) continue;
  const html = await readFile(new URL(`layouts/${file}`, import.meta.url), "utf8");
  const printed = await printer.printHtml(html);
  const seed = Number(s) + index;
  const wish = randomScan(seed, openRandom(`layouts/${seed}`), []);
  const { pdf } = await scanPdf(printed, { placed: [], pageCount: 0 }, { ...wish, seals: undefined });
  await writeFile(`/tmp/lay-${file}-${s}.pdf`, pdf);
  console.log(file, JSON.stringify(wish));
}
await printer.close();
