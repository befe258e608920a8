import { Worker } from "node:worker_threads";
import type { PdfHolder, PdfReply, PdfRequest } from "./pdf-protocol.ts";

// The process around the thread that holds one PDF, which hands on what is asked and answered. A process, for a file
// may want more memory than any limit can refuse in time, and that ends the whole of it; and with a thread of its own
// for the file, for only beside that thread is it noticed that whoever asked is gone while the file keeps it busy.

const [memoryMb, dropFd = null] = process.argv.slice(2).map(Number) as [number, number?];

const workerData: PdfHolder = { dropFd };
const thread = new Worker(new URL("./pdf-thread.js", import.meta.url), {
  resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  workerData,
  execArgv: [],
  stdout: true,
  stderr: true,
});
thread.on("message", (reply: PdfReply) => process.send?.(reply, dropSent));
thread.on("error", () => process.exit(1));
thread.on("exit", () => process.exit(1));
process.on("message", (request: PdfRequest) => thread.postMessage(request));
process.on("disconnect", () => process.exit());
// Who asked may have been killed before this was listening: then nobody tells of it any more.
if (!process.connected) process.exit();
// A terminal's Ctrl-C reaches every process; the one that asked decides what becomes of the page.
process.on("SIGINT", () => undefined);

/**
 * A page that was sent on would lie here until as much memory again was asked for: dozens of pages. It is young, and
 * to look through all that is old takes ten times as long.
 */
function dropSent(): void {
  globalThis.gc?.({ type: "minor" });
}
