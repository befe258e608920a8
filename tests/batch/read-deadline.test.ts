import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { PageTimeoutError, withDeadline } from "../../src/read-deadline.ts";
import type { Readers } from "../../src/recognize/readers/reader.ts";

const readers: Readers = {
  first: { name: "fake", readLine: async () => ({ reader: "fake", chars: [] }) },
  second: null,
  network: null,
  figures: null,
  names: ["fake"],
  close: async () => undefined,
};

/** A signal as a batch makes it of the user's and its own. */
function batchSignal(): { user: AbortController; signal: AbortSignal } {
  const user = new AbortController();
  return { user, signal: AbortSignal.any([user.signal, new AbortController().signal]) };
}

it("lets a page's picture go once it is read, though the batch goes on", async () => {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  const { user, signal } = batchSignal();
  const pictures: WeakRef<Uint8Array>[] = [];
  const read = async (): Promise<Uint8Array> => {
    const picture = new Uint8Array(1000);
    pictures.push(new WeakRef(picture));
    return picture;
  };
  for (let page = 0; page < 5; page++) await withDeadline(readers, 60_000, signal, read);
  for (let times = 0; times < 3; times++) {
    await wait(10);
    collectGarbage();
  }
  // The last one may still be on some stack.
  expect(pictures.slice(0, 4).filter((ref) => ref.deref() !== undefined)).toEqual([]);
  user.abort();
  expect(signal.aborted).toBe(true);
});

it("ends a page whose time is over, or whose batch is stopped", async () => {
  const { user, signal } = batchSignal();
  const forever = (): Promise<never> => new Promise(() => undefined);
  await expect(withDeadline(readers, 20, signal, forever)).rejects.toBeInstanceOf(PageTimeoutError);
  const stopped = withDeadline(readers, 60_000, signal, forever);
  user.abort(new Error("enough"));
  await expect(stopped).rejects.toThrow("enough");
  await expect(withDeadline(readers, 60_000, signal, forever)).rejects.toThrow("enough");
});
