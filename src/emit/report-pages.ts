import type { PagePictures } from "../model/picture.ts";
import { type Box, type Place, unionOfBoxes } from "../model/place.ts";
import type { AgreementRecord, RecordPage } from "../model/record.ts";
import { bilingual, type Html, html } from "./html.ts";
import { both } from "./words.ts";

/** The pages evidence is shown on; a page without a picture is named only. */
export interface PageViews {
  pages: ReadonlyMap<number, RecordPage>;
  pictured: ReadonlySet<number>;
}

export function toPageViews(record: AgreementRecord, pictured: readonly number[]): PageViews {
  const pages = new Map(record.pages.map((page) => [page.pageNumber, page]));
  return { pages, pictured: new Set(pictured.filter((number) => pages.has(number))) };
}

/** Every page picture once, out of sight, one at a time; crops and pages draw it from here, in the record's pixels. */
export async function* pictureStore(
  { pages, pictured }: PageViews,
  pictures: PagePictures,
): AsyncGenerator<string> {
  yield `<svg class="store" aria-hidden="true" width="0" height="0"><defs>`;
  for (const number of pictured) {
    const picture = await pictures.find(number);
    if (picture === null) continue;
    const { widthPx, heightPx } = pages.get(number) ?? picture;
    const data = `data:image/jpeg;base64,${picture.jpegBase64}`;
    yield html`<image id="picture-${number}" width="${widthPx}" height="${heightPx}" preserveAspectRatio="none" href="${data}"/>`
      .markup;
  }
  yield "</defs></svg>";
}

/** The places as strips cut from their pages, boxed; places close together share a strip. */
export function evidenceCrops(places: readonly Place[], views: PageViews): Html {
  const strips = placesToStrips(places, views);
  if (strips.length === 0) return html``;
  return html`<div class="crops">${strips.map((strip) => crop(strip, views))}</div>`;
}

/** Links to the pages the places stand on. */
export function pageLinks(places: readonly Place[]): Html {
  const numbers = [...new Set(places.map((place) => place.pageNumber))];
  return html`${numbers.map((number) => html`<a class="page-link" href="#page-${number}">${pageName(number)}</a>`)}`;
}

/** All pages, with what was read beside the picture and boxes where findings and problems lie. */
export function pagesSection(record: AgreementRecord, views: PageViews): Html {
  const marked = [...record.findings.flatMap((finding) => finding.evidence), ...problemPlaces(record)];
  return html`<section id="pages"><h2>${bilingual(both("原件各页", "Pages"))}</h2>${record.pages.map(
    (page) => {
      const boxes = marked.filter((place) => place.pageNumber === page.pageNumber).map((place) => place.box);
      return html`<details class="page" id="page-${page.pageNumber}">
      <summary>${pageName(page.pageNumber)} <small>${page.widthPx} × ${page.heightPx} px · ${page.dpi} dpi · ${page.textSource === "ocr" ? "OCR" : bilingual(both("文字层", "text layer"))} · ${Math.round(page.confidence * 100)} %</small>${boxes.length > 0 && html` <span class="chip flag">${boxes.length}</span>`}</summary>
      <div class="page-body">${views.pictured.has(page.pageNumber) && pagePicture(page, boxes)}<pre>${page.text}</pre></div>
    </details>`;
    },
  )}</section>`;
}

interface Strip {
  pageNumber: number;
  boxes: Box[];
}

/** A strip taller than this part of its page would show too little of each place. */
const TALLEST_STRIP = 0.25;

function placesToStrips(places: readonly Place[], views: PageViews): Strip[] {
  const strips: Strip[] = [];
  for (const { pageNumber, box } of places) {
    const page = views.pages.get(pageNumber);
    if (!page) continue;
    const near = strips.find((strip) => {
      const [, top, , bottom] = unionOfBoxes([...strip.boxes, box]);
      return strip.pageNumber === pageNumber && bottom - top <= page.heightPx * TALLEST_STRIP;
    });
    if (near) near.boxes.push(box);
    else strips.push({ pageNumber, boxes: [box] });
  }
  return strips;
}

function crop({ pageNumber, boxes }: Strip, views: PageViews): Html {
  const page = views.pages.get(pageNumber);
  if (!page || !views.pictured.has(pageNumber)) return pageLinks([{ pageNumber, box: boxes[0] }]);
  const [x, y, width, height] = frameAround(boxes, page);
  return html`<figure><a href="#page-${pageNumber}"><svg viewBox="${x} ${y} ${width} ${height}" style="max-width:${Math.round(width * 0.8)}px" role="img"><use href="#picture-${pageNumber}"/>${boxes.map(mark)}</svg></a><figcaption>${pageName(pageNumber)}</figcaption></figure>`;
}

/** The boxes' surroundings: about a line above and below, and enough to the sides to read a phrase. */
function frameAround(boxes: readonly Box[], page: RecordPage): [number, number, number, number] {
  const [x0, y0, x1, y1] = unionOfBoxes(boxes);
  const lineHeight = Math.min(...boxes.map((box) => box[3] - box[1]));
  const left = Math.max(0, x0 - 8 * lineHeight);
  const top = Math.max(0, y0 - 1.2 * lineHeight);
  const right = Math.min(page.widthPx, x1 + 8 * lineHeight);
  const bottom = Math.min(page.heightPx, y1 + 1.2 * lineHeight);
  return [Math.floor(left), Math.floor(top), Math.ceil(right - left), Math.ceil(bottom - top)];
}

function pagePicture(page: RecordPage, boxes: readonly Box[]): Html {
  return html`<svg class="whole" viewBox="0 0 ${page.widthPx} ${page.heightPx}" role="img"><use href="#picture-${page.pageNumber}"/>${boxes.map(mark)}</svg>`;
}

function mark([x0, y0, x1, y1]: Box): Html {
  const pad = Math.max(2, Math.round((y1 - y0) * 0.12));
  return html`<rect class="mark" x="${x0 - pad}" y="${y0 - pad}" width="${x1 - x0 + 2 * pad}" height="${y1 - y0 + 2 * pad}" rx="${pad}"/>`;
}

function problemPlaces(record: AgreementRecord): Place[] {
  return record.problems.flatMap(({ pageNumber, box }) => (box === null ? [] : [{ pageNumber, box }]));
}

function pageName(number: number): Html {
  return bilingual(both(`第 ${number} 页`, `page ${number}`));
}
