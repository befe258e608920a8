import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import openWabt from "wabt";
import { KERNELS_CODE } from "../../src/recognize/kernels/kernels.ts";
import { TURN_CODE } from "../../src/recognize/turn-stretch.ts";

// What runs stands in the program as bytes: they must be those of the source that people read and change.

const ROOM = join(import.meta.dirname, "../../src/recognize");
const wabt = await openWabt();

function assembled(file: string): string {
  const wasm = wabt.parseWat(file, readFileSync(join(ROOM, file), "utf8"), { simd: true });
  try {
    return Buffer.from(wasm.toBinary({}).buffer).toString("base64");
  } finally {
    wasm.destroy();
  }
}

test.each([
  ["kernels/kernels.wat", KERNELS_CODE],
  ["turn-stretch.wat", TURN_CODE],
])("%s is what runs", (file, code) => {
  // On a difference: this is what must stand in the file beside it.
  expect(code).toBe(assembled(file));
});
