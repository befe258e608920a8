import { basename } from "node:path";
import type { Cache } from "./cache.ts";
import { recordKeyOf, scanKeyOf } from "./cache-key.ts";
import type { OpenScan, PagePicture, PagePictures } from "./model/picture.ts";
import type { RecognizedPage, RecognizedScan } from "./model/recognized.ts";
import type { AgreementRecord } from "./model/record.ts";
import type { KnownPage, PageOptions } from "./read-pages.ts";
import type { ScanLimits } from "./scan/limits.ts";
import { findSha256 } from "./scan/open-scan.ts";

export interface ProcessedScan {
  record: AgreementRecord;
  pictures: PagePictures;
}

export type ScanSource = Pick<OpenScan, "fileName" | "sha256" | "mediaType" | "pageCount">;

export interface RecognizedFile {
  recognized: RecognizedScan;
  source: ScanSource;
  pictures: PagePictures;
  /** False where a page failed: it is to be tried again by the next run. */
  isWhole: boolean;
}

/** What the cache holds of one scan as a whole. */
export interface ScanShelf {
  /** The record as this very program made it; null where another made it, or a page is missing. */
  findRecord(): Promise<ProcessedScan | null>;
  /** What was recognized, whatever rules have become since; null where a page is missing. */
  findPages(): Promise<RecognizedFile | null>;
  keepPages(scan: KnownScan): Promise<void>;
  keepRecord(record: AgreementRecord): Promise<void>;
}

interface KnownScan {
  mediaType: string;
  outline: string[];
  pageKeys: string[];
}

interface ShelfOptions extends Pick<PageOptions, "cache" | "onProgress"> {
  password?: string;
}

/** The place of a scan in the cache, found without opening the scan; null where there is no cache or no such file. */
export async function openShelf(
  path: string,
  readers: string[],
  limits: ScanLimits,
  { cache, password, onProgress }: ShelfOptions,
): Promise<ScanShelf | null> {
  const sha256 = cache ? await findSha256(path, limits) : null;
  if (!cache || sha256 === null) return null;
  const fileName = basename(path);
  const key = scanKeyOf(sha256, readers, password, limits);
  const findScan = async (): Promise<KnownScan | null> => (await cache.find(key)) as KnownScan | null;
  const tell = (pageCount: number): void => {
    for (let pageNumber = 1; pageNumber <= pageCount; pageNumber++)
      onProgress?.({ pageNumber, pageCount, stage: "page-done" });
  };
  return {
    async findRecord() {
      const scan = await findScan();
      if (scan === null || !(await areAllThere(cache, scan.pageKeys))) return null;
      const record = (await cache.find(recordKeyOf(key))) as AgreementRecord | null;
      if (record === null) return null;
      tell(scan.pageKeys.length);
      // The same file may go by another name since.
      const source = { ...record.source, fileName };
      return { record: { ...record, source }, pictures: picturesIn(cache, scan.pageKeys) };
    },
    async findPages() {
      const scan = await findScan();
      if (scan === null) return null;
      const { mediaType, outline, pageKeys } = scan;
      const pages: RecognizedPage[] = [];
      // One after the other: the pictures that come with them are let go.
      for (const pageKey of pageKeys) {
        const known = (await cache.find(pageKey)) as KnownPage | null;
        if (known === null) return null;
        pages.push(known.page);
      }
      tell(pages.length);
      return {
        recognized: { readers, outline, pages },
        source: { fileName, sha256, mediaType, pageCount: pages.length },
        pictures: picturesIn(cache, pageKeys),
        isWhole: true,
      };
    },
    keepPages: async (scan) => void (await cache.keep(key, scan)),
    keepRecord: async (record) => void (await cache.keep(recordKeyOf(key), record)),
  };
}

/** A page that the cache has lost since is found in what stands in for it, made when first needed. */
export function withSubstitute(pictures: PagePictures, make: () => Promise<PagePictures>): PagePictures {
  let substitute: Promise<PagePictures> | null = null;
  return {
    pageNumbers: pictures.pageNumbers,
    async find(pageNumber) {
      const picture = await pictures.find(pageNumber);
      if (picture) return picture;
      substitute ??= make();
      return await (await substitute).find(pageNumber);
    },
  };
}

async function areAllThere(cache: Cache, keys: readonly string[]): Promise<boolean> {
  return (await Promise.all(keys.map((key) => cache.touch(key)))).every((isThere) => isThere);
}

/** A page's picture out of the cache; null where it is no longer there. */
export async function findPicture(cache: Cache | null, key: string): Promise<PagePicture | null> {
  return ((await cache?.find(key)) as KnownPage | null | undefined)?.picture ?? null;
}

function picturesIn(cache: Cache, pageKeys: readonly string[]): PagePictures {
  return {
    pageNumbers: pageKeys.map((_, at) => at + 1),
    find: (pageNumber) => findPicture(cache, pageKeys[pageNumber - 1]),
  };
}
