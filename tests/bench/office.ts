import { parseArgs } from "node:util";
import sharp from "sharp";
import { openPrinter } from "../../fixtures/make/browser.ts";
import { NO_EFFECTS, scanPage } from "../../fixtures/make/effects.ts";
import { openRandom } from "../../fixtures/make/random.ts";
import { pdfToPictures } from "../../fixtures/make/raster.ts";
import { cleanPicture } from "../../src/recognize/clean-picture.ts";
import { findLayout, layFlat } from "../../src/recognize/find-layout.ts";
import { type Place, placesOf } from "./kinds/kind.ts";
import { OFFICE_TABLES, type OfficeTable } from "./office-tables.ts";

/** Prints tables as offices set them in a browser, scans them, and says of which the grid came back wrong. */
const { values: options } = parseArgs({
  options: {
    dpi: { type: "string", default: "150,200" },
    seed: { type: "string", default: "1" },
    /** Writes the pages of wrong grids as pictures into a folder. */
    into: { type: "string" },
    only: { type: "string" },
  },
});

const wanted = OFFICE_TABLES.filter(({ name }) => !options.only || name.includes(options.only));
const printer = await openPrinter();
let [right, whole] = [0, 0];
try {
  for (const table of wanted) {
    const pdf = await printer.printHtml(tableToHtml(table));
    for (const dpi of options.dpi.split(",").map(Number)) await scanAndCompare(table, pdf, dpi);
  }
} finally {
  await printer.close();
}
console.log(`${right} of ${whole} pages with all grids right`);
if (right < whole) process.exitCode = 1;

async function scanAndCompare(table: OfficeTable, pdf: Buffer, dpi: number): Promise<void> {
  const [page] = await pdfToPictures(pdf, dpi, false);
  const random = openRandom(`${options.seed}/${table.name}/${dpi}`);
  const skewDeg = random.between(-1.2, 1.2);
  const effects = { ...NO_EFFECTS, skewDeg, noise: 4, blurPx: 0.4, ink: 25, paper: 248, specks: 2 };
  const { width, height, data } = await scanPage(page, dpi, effects, [], random);
  const { grey } = cleanPicture({ widthPx: width, heightPx: height, channels: 1, data });
  const { grids } = findLayout(layFlat(grey).grey);
  const found = grids.map(({ grid }) => placesToText(grid.cells)).sort();
  const truth = [table.rows, ...(table.others ?? [])].map((rows) => placesToText(placesOf(rows))).sort();
  whole += 1;
  if (found.join("\n") === truth.join("\n")) {
    right += 1;
    return;
  }
  const sizes = grids.map(
    ({ grid }) =>
      `${grid.rowEdgesPx.length - 1}×${grid.columnEdgesPx.length - 1}, ${grid.cells.length} cells`,
  );
  console.log(`${dpi} dpi, ${table.name}: found ${sizes.join("; ") || "nothing"}`);
  if (!options.into) return;
  const file = `${options.into}/${table.name.replace(/\W+/g, "-")}-${dpi}.png`;
  await sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toFile(file);
}

function placesToText(places: readonly Place[]): string {
  return [...places]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map(({ row, column, rowSpan, columnSpan }) => `${row},${column}+${rowSpan}x${columnSpan}`)
    .join(" ");
}

function tableToHtml({ rows, css, beside = "", html = {}, isLandscape = false }: OfficeTable): string {
  const places = placesOf(rows);
  const body = rows.map((texts, row) => {
    const cells = places
      .filter((place) => place.row === row)
      .map(
        ({ column, rowSpan, columnSpan }) =>
          `<td rowspan="${rowSpan}" colspan="${columnSpan}">${html[`${row},${column}`] ?? texts[column]}</td>`,
      );
    return `<tr>${cells.join("")}</tr>`;
  });
  const prose = "<p>双方经协商一致，就本年度社区服务事项达成如下约定，各项标准与经费见下表。</p>";
  const after = "<p>上表所列各项由乙方负责实施，甲方按季度组织评估，评估结果作为拨付经费的依据。</p>";
  return `<!doctype html><meta charset="utf-8"><style>
    @page{size:A4${isLandscape ? " landscape" : ""};margin:22mm}
    body{margin:0;font:10.5pt 'Noto Serif CJK SC',serif}table{border-collapse:collapse;width:100%}
    td{padding:1mm 2mm}${css}</style><div class="page">${prose}<table>${body.join("")}</table>${beside}${after}</div>`;
}
