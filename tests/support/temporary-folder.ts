import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";

/** A fresh folder for the test that asks, gone after it. */
export async function temporaryFolder(): Promise<string> {
  // Registered with the test itself: files may share this module, and a hook of the module would be the first one's alone.
  const made = mkdtemp(path.join(tmpdir(), "hesuan-test-"));
  onTestFinished(async () => rm(await made, { recursive: true, force: true }));
  return made;
}
