import { setFlagsFromString } from "node:v8";

/**
 * How long a function must have run before V8 makes fast code of it, in bytes of bytecode: seven times what is usual.
 * Of the hundreds that look at a page, most have done their share before that code has made up for its compiling.
 */
const LATER = "--interrupt-budget=500000";
/** How much of what a function calls is compiled into it, in the same bytes: a quarter of what is usual. */
const LESS_AT_ONCE = "--max-inlined-bytecode-size-cumulative=230";

/**
 * How far the heap may grow before all of it is looked through again, in hundredths of what was in use: what lives is
 * some 20 MB, and a page leaves as much again behind.
 */
const GROWS = "--heap-growing-percent=400";

/**
 * How long a part of a WebAssembly engine must have run before fast code is made of it: twenty times what is usual.
 * Each model's thread runs hundreds of functions to get ready, most of them never again.
 */
const ENGINES_LATER = "--wasm-tiering-budget=36000000";

/**
 * A function of a WebAssembly engine is looked through for mistakes when it first runs, as it is compiled then: of what
 * tesseract's engine holds, most never does.
 */
const ENGINES_TRUSTED = "--wasm-lazy-validation";

/**
 * Patterns become fast code when they are first used and not when used again: of the hundreds by which an agreement is
 * understood, nearly all are used on thousands of its words.
 */
const PATTERNS_AT_ONCE = "--no-regexp-tier-up";

/** Names a file of certificates that every process reads as it starts, for as long as all else it does then. */
const CERTIFICATES = "NODE_EXTRA_CA_CERTS";

/**
 * Has V8 spend less time on compiling than suits a program that runs for hours: of reading a scan of 7 pages it took
 * a tenth, of 30 pages hardly less. It also looks through the heap a fourth as often, and the processes that are started
 * leave certificates alone, for none talks to another machine. Results stay the same.
 */
export function runSparingly(): void {
  const flags = [LATER, LESS_AT_ONCE, GROWS, ENGINES_LATER, ENGINES_TRUSTED, PATTERNS_AT_ONCE];
  for (const flag of flags) setFlagsFromString(flag);
  delete process.env[CERTIFICATES];
}
