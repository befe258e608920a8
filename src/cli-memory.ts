import { setFlagsFromString } from "node:v8";
import type { BatchEvent } from "./batch.ts";

/** From so many pages on, memory is worth more than the time to collect it. */
const LONG_PAGES = 100;
/** How much more than what is in use the heap may grow by before it is collected; V8 by itself waits for four times as much. */
const SPARE_PERCENT = 50;
const AS_USUAL = 0;

/**
 * Has the program's heap collected more often once a long scan is read, until it is done: what a thousand pages say is
 * understood all at once, and what is dropped meanwhile would be kept four times over.
 */
export function withSparingHeap(onEvent: (event: BatchEvent) => void): (event: BatchEvent) => void {
  let percent = AS_USUAL;
  const collectAt = (next: number): void => {
    if (next !== percent) setFlagsFromString(`--heap-growing-percent=${next}`);
    percent = next;
  };
  return (event) => {
    if (event.event === "page-done" && event.pageCount >= LONG_PAGES && event.pageNumber === event.pageCount)
      collectAt(SPARE_PERCENT);
    if (event.event === "scan-done") collectAt(AS_USUAL);
    onEvent(event);
  };
}
