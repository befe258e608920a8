import {
  constantNode,
  floatAttribute,
  type Graph,
  type Node,
  numberOf,
  type Tensor,
  wholeAttribute,
} from "./onnx-graph.ts";

/**
 * The same network with fewer steps: PP-OCRv4's backbone (PP-LCNetV3) scales and shifts by one learned number each
 * before and after every hard swish (Howard et al. 2019), and the file spells that swish out in four steps. The
 * scalings go into the weights beside them, and two steps of the four are left. Its output differs by rounding alone.
 * What doesn't look so stays as it is.
 */
export function foldScalings(graph: Graph): Node[] {
  return new Folding(graph).nodes();
}

/** A value scaled and shifted: `scale` · x + `shift`. */
interface Scaling {
  scale: number;
  shift: number;
  /** The node whose output it is. */
  last: Node;
  nodes: Node[];
}

interface Swish {
  plusThree: Node;
  times: Node;
  divided: Node;
  nodes: Node[];
}

class Folding {
  readonly #graph: Graph;
  readonly #users = new Map<string, Node[]>();
  readonly #replaced = new Map<Node, Node[]>();
  readonly #made: Node[] = [];
  readonly #held = new Map<string, Tensor>();

  constructor(graph: Graph) {
    this.#graph = graph;
    for (const node of graph.nodes)
      for (const name of node.inputs) this.#users.set(name, [...(this.#users.get(name) ?? []), node]);
  }

  /** The nodes of the folded network, each after those it needs. */
  nodes(): Node[] {
    for (const node of this.#graph.nodes) if (node.op === "Conv") this.#foldBlock(node);
    const kept = this.#graph.nodes.flatMap((node) => this.#replaced.get(node) ?? [node]);
    const needed = new Set(kept.flatMap(({ inputs }) => inputs));
    return [...this.#made, ...kept].filter(({ op, outputs }) => op !== "Constant" || needed.has(outputs[0]));
  }

  /** Convolution, scaling, swish, scaling: the first scaling goes into the convolution, the last into what follows. */
  #foldBlock(conv: Node): void {
    const before = this.#scalingOf(conv.outputs[0]);
    if (!before || !this.#weigh(conv, before.scale, before.shift)) return;
    conv.outputs = [before.last.outputs[0]];
    this.#drop(before.nodes);
    const swish = this.#swishOf(conv.outputs[0]);
    if (!swish) return;
    const gate = `${conv.outputs[0]}.gate`;
    const [slope, middle] = [floatAttribute("alpha", 1 / 6), floatAttribute("beta", 1 / 2)];
    const hardSigmoid = {
      op: "HardSigmoid",
      inputs: [`${gate}.copy`],
      outputs: [gate],
      attributes: [slope, middle],
    };
    this.#drop(swish.nodes);
    this.#replaced.set(swish.plusThree, [this.#copy(conv, hardSigmoid.inputs[0]), hardSigmoid]);
    const product = (output: string): Node => ({
      ...swish.times,
      inputs: [conv.outputs[0], gate],
      outputs: [output],
    });
    this.#replaced.set(swish.times, [product(swish.divided.outputs[0])]);
    const after = this.#scalingOf(swish.divided.outputs[0]);
    if (!after) return;
    const output = after.last.outputs[0];
    const followers = this.#users.get(output) ?? [];
    const [next] = followers;
    if (followers.length === 1 && this.#isPointwise(next) && this.#expect(next, after.scale, after.shift)) {
      this.#replaced.set(swish.times, [product(output)]);
    } else {
      // A convolution takes what lies beyond the border for 0: a shift before it can't be moved behind it.
      this.#replaced.set(after.last, [this.#normalization(swish.divided.outputs[0], output, conv, after)]);
    }
    this.#drop(after.nodes);
  }

  #drop(nodes: readonly Node[]): void {
    for (const node of nodes) if (!this.#replaced.has(node)) this.#replaced.set(node, []);
  }

  /** Scales and shifts what a convolution gives; false where it has no constants to change. */
  #weigh(conv: Node, scale: number, shift: number): boolean {
    const [weights, bias] = this.#weightsOf(conv);
    if (!weights || !bias) return false;
    this.#setWeights(conv, {
      weights: scaled(weights, scale),
      bias: scaled(bias, scale, shift),
    });
    return true;
  }

  /** Makes a convolution of single points take its input unscaled and unshifted. */
  #expect(conv: Node, scale: number, shift: number): boolean {
    const [weights, bias] = this.#weightsOf(conv);
    if (!weights || !bias) return false;
    const sums = sumsOf(weights.values, bias.values.length);
    this.#setWeights(conv, {
      weights: scaled(weights, scale),
      bias: { ...bias, values: bias.values.map((value, output) => value + shift * sums[output]) },
    });
    return true;
  }

  #weightsOf(conv: Node): [Tensor | undefined, Tensor | undefined] {
    return [this.#constant(conv.inputs[1]), this.#constant(conv.inputs[2])];
  }

  #constant(name: string): Tensor | undefined {
    return this.#held.get(name) ?? this.#graph.constant(name);
  }

  #setWeights(conv: Node, { weights, bias }: { weights: Tensor; bias: Tensor }): void {
    conv.inputs = [conv.inputs[0], this.#hold(weights), this.#hold(bias)];
  }

  #hold(tensor: Tensor): string {
    const name = `folded.${this.#made.length}`;
    this.#made.push(constantNode(name, tensor));
    this.#held.set(name, tensor);
    return name;
  }

  /** A kernel of one point over all channels has no border. */
  #isPointwise(node: Node): boolean {
    if (node.op !== "Conv") return false;
    const [, inputs, height, width] = this.#constant(node.inputs[1])?.dims ?? [];
    return inputs > 1 && height === 1 && width === 1;
  }

  /**
   * What a convolution gives, taken once more by a convolution of each point alone that changes nothing. The engine
   * knows a hard sigmoid only as the last step of a convolution; alone it would leave the engine's layout of channels
   * for it, and reordering all values to and fro takes a tenth of its time.
   */
  #copy(conv: Node, output: string): Node {
    const channels = this.#weightsOf(conv)[1]?.values.length ?? 0;
    const ones = { dims: [channels, 1, 1, 1], values: new Float32Array(channels).fill(1) };
    return {
      op: "Conv",
      inputs: [conv.outputs[0], this.#hold(ones)],
      outputs: [output],
      attributes: [wholeAttribute("group", channels)],
    };
  }

  /** Scaling and shifting as the normalization of a batch, which the engine runs in its own layout of channels. */
  #normalization(input: string, output: string, conv: Node, { scale, shift }: Scaling): Node {
    const channels = this.#weightsOf(conv)[1]?.values.length ?? 0;
    const all = (value: number): string =>
      this.#hold({ dims: [channels], values: new Float32Array(channels).fill(value) });
    return {
      op: "BatchNormalization",
      inputs: [input, all(scale), all(shift), all(0), all(1)],
      outputs: [output],
      attributes: [floatAttribute("epsilon", 0)],
    };
  }

  /** Mul by a number, then Add of one. */
  #scalingOf(input: string): Scaling | null {
    const times = this.#onlyUser(input, "Mul");
    const plus = times && this.#onlyUser(times.outputs[0], "Add");
    if (!times || !plus) return null;
    const [scale, shift] = [this.#numberBeside(times, input), this.#numberBeside(plus, times.outputs[0])];
    return scale === null || shift === null ? null : { scale, shift, last: plus, nodes: [times, plus] };
  }

  /** x · clip(x + 3, 0, 6) / 6. */
  #swishOf(input: string): Swish | null {
    const users = this.#users.get(input) ?? [];
    const plusThree = users.find((node) => node.op === "Add" && this.#numberBeside(node, input) === 3);
    const clipped = plusThree && this.#onlyUser(plusThree.outputs[0], "Clip");
    const times = clipped && this.#onlyUser(clipped.outputs[0], "Mul");
    const divided = times && this.#onlyUser(times.outputs[0], "Div");
    if (!divided || users.length !== 2 || !times.inputs.includes(input)) return null;
    if (numberOf(clipped, "min") !== 0 || numberOf(clipped, "max") !== 6) return null;
    if (this.#numberBeside(divided, times.outputs[0]) !== 6 || divided.inputs[0] !== times.outputs[0])
      return null;
    return { plusThree, times, divided, nodes: [plusThree, clipped, times, divided] };
  }

  #onlyUser(name: string, op: string): Node | null {
    const users = this.#users.get(name) ?? [];
    return users.length === 1 && users[0].op === op ? users[0] : null;
  }

  /** The one number a node takes beside an input. */
  #numberBeside({ inputs }: Node, input: string): number | null {
    const values = this.#constant(inputs.find((name) => name !== input) ?? "")?.values;
    return values?.length === 1 ? values[0] : null;
  }
}

// Plain loops: of millions of weights, what takes a function each takes several times as long.

function scaled({ dims, values }: Tensor, scale: number, shift = 0): Tensor {
  const changed = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) changed[i] = values[i] * scale + shift;
  return { dims, values: changed };
}

/** The sums of so many equal parts. */
function sumsOf(values: Float32Array, parts: number): number[] {
  const length = values.length / parts;
  const sums: number[] = [];
  for (let part = 0; part < parts; part++) {
    let sum = 0;
    for (let i = part * length; i < (part + 1) * length; i++) sum += values[i];
    sums.push(sum);
  }
  return sums;
}
