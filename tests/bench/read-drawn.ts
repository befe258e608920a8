import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPrinter } from "../../fixtures/make/browser.ts";
import { drawScan } from "../../fixtures/make/draw.ts";
import type { RandomAgreement } from "../../fixtures/make/random-agreement.ts";
import type { AgreementRecord } from "../../src/model/record.ts";
import { openReaders, processScan } from "../../src/pipeline.ts";

/** Draws agreements as scans in a folder of their own and reads each the whole way, by OCR. */
export async function readDrawn(
  agreements: readonly RandomAgreement[],
): Promise<[RandomAgreement, AgreementRecord][]> {
  const folder = await mkdtemp(join(tmpdir(), "hesuan-figures-"));
  const printer = await openPrinter();
  const readers = await openReaders({ lang: "chi_sim", jobs: 2 });
  try {
    const read: [RandomAgreement, AgreementRecord][] = [];
    for (const agreement of agreements) {
      if (!agreement.scan) continue;
      const { pdf } = await drawScan(printer, agreement.printed, agreement.scan);
      const path = join(folder, `${agreement.name}.pdf`);
      await writeFile(path, pdf);
      const { record } = await processScan(path, readers);
      read.push([agreement, record]);
    }
    return read;
  } finally {
    await printer.close();
    await readers.close();
    await rm(folder, { recursive: true });
  }
}
