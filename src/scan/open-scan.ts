import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { UnreadableInputError } from "../errors.ts";
import type { OpenScan } from "../model/picture.ts";
import { countEdges } from "./count-edges.ts";
import { DEFAULT_LIMITS, type ScanLimits } from "./limits.ts";
import { BMP, mediaTypeOf, PDF } from "./media-type.ts";
import { openPdf } from "./pdf-scan.ts";

export interface OpenOptions {
  password?: string;
  limits?: ScanLimits;
  /** Called once the first bytes say that it is a scan, before the rest of it is looked at. */
  onScan?: () => void;
}

/**
 * Opens a scan by what its first bytes say, whatever its name says. The result must be closed.
 * Throws UnreadableInputError.
 */
export async function openScan(path: string, options: OpenOptions = {}): Promise<OpenScan> {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const mediaType = mediaTypeOf(await readHead(path, limits), path);
  if (mediaType === PDF) {
    // Of all that is started or loaded for a scan, a PDF's process is what is waited for first.
    const opening = openPdf(path, limits, options);
    const scan = await withSha256(opening, path);
    return withoutSpecks({ ...scan, fileName: basename(path), mediaType }, path, limits);
  }
  options.onScan?.();
  const identity = { fileName: basename(path), sha256: await sha256Of(path), mediaType };
  // Loaded where it is needed, which for a PDF's process to start need not be waited for.
  const openPixels =
    mediaType === BMP
      ? (await import("./bmp-scan.ts")).openBmp
      : (await import("./picture-scan.ts")).openPicture;
  return withoutSpecks(await openPixels(path, identity, limits), path, limits);
}

/** A scan that is being opened, with its file's hash, which is found meanwhile; where it can't be, the scan is closed. */
async function withSha256<Scan extends { close(): Promise<void> }>(
  opening: Promise<Scan>,
  path: string,
): Promise<Scan & { sha256: string }> {
  const [opened, hashed] = await Promise.allSettled([opening, sha256Of(path)]);
  if (opened.status === "rejected") throw opened.reason;
  if (hashed.status === "fulfilled") return { ...opened.value, sha256: hashed.value };
  await opened.value.close();
  throw hashed.reason;
}

/** Whoever looks for lines and tables goes through every shape of a page, and can't be interrupted. */
function withoutSpecks(scan: OpenScan, path: string, { pageEdges }: ScanLimits): OpenScan {
  return {
    ...scan,
    async readPage(pageNumber) {
      const page = await scan.readPage(pageNumber);
      const edges = countEdges(page.pixels);
      if (edges <= pageEdges) return page;
      const detail = `${edges} > ${pageEdges}`;
      throw new UnreadableInputError("nothing-but-specks", path, detail, { pageNumber });
    },
  };
}

export type Identity = Pick<OpenScan, "fileName" | "sha256" | "mediaType">;

const HEAD_BYTES = 1024;

async function readHead(path: string, limits: ScanLimits): Promise<Buffer> {
  try {
    const status = await stat(path);
    // A pipe or a device would be waited for without end.
    if (!status.isFile()) throw new UnreadableInputError("not-a-file", path);
    const { size } = status;
    if (size === 0) throw new UnreadableInputError("empty-file", path);
    if (size > limits.fileBytes)
      throw new UnreadableInputError("too-large", path, `${size} > ${limits.fileBytes}`);
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asUnreadable(error, path);
  }
}

const NOWHERE: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "ELOOP", "ENAMETOOLONG"]);

function asUnreadable(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  // A link that leads back to itself (ELOOP) leads to no file.
  if (code !== undefined && NOWHERE.has(code)) return new UnreadableInputError("not-found", path);
  if (code === "EACCES" || code === "EPERM") return new UnreadableInputError("no-permission", path);
  if (code === "EISDIR") return new UnreadableInputError("not-a-file", path);
  return error;
}

/** A file's SHA-256, or null where it is no file of a sensible size: opening it will say why. */
export async function findSha256(path: string, limits: ScanLimits = DEFAULT_LIMITS): Promise<string | null> {
  try {
    const status = await stat(path);
    return status.isFile() && status.size > 0 && status.size <= limits.fileBytes
      ? await sha256Of(path)
      : null;
  } catch {
    return null;
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
