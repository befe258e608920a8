import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The compiled process lies beside this file, or in dist/ while this file runs as source. */
const PROCESS_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/scan/pdf-child.js", import.meta.url)
  : new URL("./pdf-child.js", import.meta.url);

/** Has glibc give a page's pixels back to the system once they are done with; other systems' libraries don't know it. */
const GIVES_BACK = { MALLOC_MMAP_THRESHOLD_: String(1024 ** 2) };

/** Starts the process that holds one PDF, with at most so much memory for what pdf.js makes of it. */
export function forkPdf(memoryMb: number): ChildProcess {
  return fork(fileURLToPath(PROCESS_URL), [String(memoryMb)], {
    // The program's own flags (--input-type, --inspect) are not meant for it.
    execArgv: ["--expose-gc"],
    env: { ...process.env, ...GIVES_BACK },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
