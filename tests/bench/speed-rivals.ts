import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openScan } from "../../src/scan/open-scan.ts";
import { runCommand } from "./run-command.ts";

/** Whether a command is there and, for tesseract, has the language. */
export function isInstalled(command: "tesseract" | "ocrmypdf"): boolean {
  const { stdout } = spawnSync("tesseract", ["--list-langs"], { encoding: "utf8" });
  if (!stdout?.includes("chi_sim")) return false;
  return command === "tesseract" || spawnSync(command, ["--version"]).status === 0;
}

/** Every page of some scans as an unpacked picture, so that native tesseract spends nothing on opening them. */
export async function writePagePictures(files: readonly string[], folder: string): Promise<string[]> {
  const pictures: string[] = [];
  for (const [at, file] of files.entries()) {
    const scan = await openScan(file);
    for (let page = 1; page <= scan.pageCount; page++) {
      const { widthPx, heightPx, channels, data } = (await scan.readPage(page)).pixels;
      const picture = join(folder, `${at}-${page}.pnm`);
      const head = `${channels === 1 ? "P5" : "P6"}\n${widthPx} ${heightPx}\n255\n`;
      await writeFile(picture, Buffer.concat([Buffer.from(head), data]));
      pictures.push(picture);
    }
    await scan.close();
  }
  return pictures;
}

/**
 * Seconds native tesseract takes for these pictures, two at a time, each held to one thread:
 * left alone, every process starts four threads, and eight threads on two cores only wait for each other.
 */
export async function timeNative(pictures: readonly string[]): Promise<number> {
  const startedMs = performance.now();
  const waiting = [...pictures];
  const work = async (): Promise<void> => {
    for (let picture = waiting.shift(); picture !== undefined; picture = waiting.shift()) {
      const words = [picture, "-", "-l", "chi_sim"];
      const { exitCode } = await runCommand("tesseract", words, { env: { OMP_THREAD_LIMIT: "1" } });
      if (exitCode !== 0) throw new Error(`tesseract failed on ${picture}`);
    }
  };
  await Promise.all([work(), work()]);
  return (performance.now() - startedMs) / 1000;
}

/** Seconds OCRmyPDF takes for these PDFs, one after another, each on two cores. */
export async function timeOcrmypdf(files: readonly string[], folder: string): Promise<number> {
  let seconds = 0;
  for (const file of files) {
    const words = ["-l", "chi_sim", "--deskew", "-j", "2", "-q", file, join(folder, "ocrmypdf.pdf")];
    const run = await runCommand("ocrmypdf", words);
    if (run.exitCode !== 0) throw new Error(`ocrmypdf failed on ${file}`);
    seconds += run.seconds;
  }
  return seconds;
}
