import { foldScalings } from "./fold-scalings.ts";
import { openModel, wholeAttribute } from "./onnx-graph.ts";

/** What the lean network gives for every step: its likeliest class, and how likely that is, 0–1. */
export const LIKELIEST = { class: "likeliest.class", share: "likeliest.share" } as const;

/**
 * A network that reads the same in less time: with its scalings folded, and telling the likeliest class of every step
 * alone instead of thousands of shares, which take a twentieth of the time to hand out and to look through.
 * Throws RangeError where the bytes are no network of one output.
 */
export function leanNetwork(model: Uint8Array): Uint8Array {
  const { graph, write } = openModel(model);
  const [shares, ...others] = graph.outputs;
  if (shares === undefined || others.length > 0) throw new RangeError("the network has not one output");
  const likeliest = {
    op: "TopK",
    inputs: [shares],
    outputs: [LIKELIEST.share, LIKELIEST.class],
    attributes: [wholeAttribute("k", 1), wholeAttribute("axis", CLASSES)],
  };
  return write(
    [...foldScalings(graph), likeliest],
    [
      { name: LIKELIEST.share, type: "float" },
      { name: LIKELIEST.class, type: "int64" },
    ],
  );
}

/** The output's axes: line, step, class. */
const CLASSES = 2;
