import type { AgreementRecord } from "./model/record.ts";
import { openReaders, processScan, type ScanOptions } from "./pipeline.ts";

export interface ReadOptions extends ScanOptions {
  /** The script on the paper; `chi_tra` needs the package @tesseract.js-data/chi_tra. */
  lang?: "chi_sim" | "chi_tra";
  /** OCR threads; two by default. */
  jobs?: number;
}

const USUAL_JOBS = 2;

/**
 * Reads one scan (PDF, JPEG, PNG, TIFF, WebP, GIF, BMP) into a checked record, offline.
 * Throws UnreadableInputError for the file, MachineError for the machine.
 *
 * @example
 * const record = await readAgreement("agreement.pdf");
 * for (const finding of record.findings) console.log(finding.message.zh);
 */
export async function readAgreement(path: string, options: ReadOptions = {}): Promise<AgreementRecord> {
  const readers = await openReaders({ lang: options.lang ?? "chi_sim", jobs: options.jobs ?? USUAL_JOBS });
  try {
    return (await processScan(path, readers, options)).record;
  } finally {
    await readers.close();
  }
}
