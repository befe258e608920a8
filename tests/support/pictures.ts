import type { PagePicture, PagePictures } from "../../src/model/picture.ts";

/** Pictures that are at hand, as those a report asks for. */
export function picturesOf(pictures: readonly PagePicture[]): PagePictures {
  return {
    pageNumbers: pictures.map(({ pageNumber }) => pageNumber),
    find: async (pageNumber) => pictures.find((picture) => picture.pageNumber === pageNumber) ?? null,
  };
}

/** The parts of a text as one. */
export async function wholeOf(parts: AsyncIterable<string>): Promise<string> {
  let whole = "";
  for await (const part of parts) whole += part;
  return whole;
}
