import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { WITHOUT_FONTS } from "./drawing-fonts.ts";

/** The compiled process lies beside this file, or in dist/ while this file runs as source. */
const PROCESS_URL = import.meta.url.endsWith(".ts")
  ? new URL("../../dist/scan/pdf-child.js", import.meta.url)
  : new URL("./pdf-child.js", import.meta.url);

/**
 * Has glibc give a page's pixels, and the parts of a file, back to the system once they are done with; other systems'
 * libraries don't know it.
 */
const GIVES_BACK = { MALLOC_MMAP_THRESHOLD_: String(128 * 1024), MALLOC_ARENA_MAX: "2" };

/** Most files are scans: fonts are looked for once a page is drawn. */
const STARTS_BARE = { [WITHOUT_FONTS]: "1" };

/**
 * How far the heap may grow before all of it is looked through again, in hundredths of what was in use. Of what pdf.js
 * keeps, 20 MB, each page's own pixels made it anew: a quarter of the process's time.
 */
const GROWS = "--heap-growing-percent=200";

/**
 * When fast code is made of a function, and how much of what it calls goes into it: as in the program itself, most have
 * done their share before that makes up for itself.
 */
const COMPILES_LATER = ["--interrupt-budget=500000", "--max-inlined-bytecode-size-cumulative=230"];

/** Where the process finds the file that pages are left in; its first four are taken. */
const DROP_FD = 4;

/**
 * Starts the process that holds one PDF, with at most so much memory for what pdf.js makes of it. Pages' pixels are
 * left in the file where there is one, else sent.
 */
export function forkPdf(memoryMb: number, dropFd: number | null): ChildProcess {
  const words = dropFd === null ? [memoryMb] : [memoryMb, DROP_FD];
  return fork(fileURLToPath(PROCESS_URL), words.map(String), {
    // The program's own flags (--input-type, --inspect) are not meant for it.
    execArgv: ["--expose-gc", GROWS, ...COMPILES_LATER],
    env: { ...process.env, ...GIVES_BACK, ...STARTS_BARE },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc", ...(dropFd === null ? [] : [dropFd])],
  });
}
