import {
  bytesOf,
  decodeFields,
  delimited,
  encodeFields,
  FIXED_32,
  type Field,
  numbersOf,
  textsOf,
  VARINT,
  type WrittenField,
} from "./protobuf.ts";

// A network's file (ONNX IR, onnx.proto3) as nodes that can be changed. Field numbers are those of onnx.proto3.

const MODEL = { graph: 7 };
const GRAPH = { node: 1, input: 11, output: 12 };
const VALUE = { name: 1, type: 2 };
const TYPE = { tensor: 1 };
const TENSOR_TYPE = { element: 1, shape: 2 };
const SHAPE = { dim: 1 };
const DIM = { value: 1 };
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, float: 2, whole: 3, tensor: 5, type: 20 };
const ATTRIBUTE_TYPE = { float: 1, whole: 2, tensor: 4 };
const TENSOR = { dims: 1, dataType: 2, rawData: 9 };
const FLOAT = 1;
const INT64 = 7;
const FLOAT_BYTES = 4;

export interface Tensor {
  dims: number[];
  values: Float32Array;
}

export interface Node {
  op: string;
  inputs: string[];
  outputs: string[];
  /** As they stand in the file. */
  attributes: Uint8Array[];
}

export interface Graph {
  nodes: Node[];
  /** The names of what it takes and of what it gives. */
  inputs: string[];
  outputs: string[];
  /** The floating-point constant held under a name. */
  constant(name: string): Tensor | undefined;
}

/** Something a network takes or gives, its shape untold unless it is given; null: of any size. */
export interface Value {
  name: string;
  type: "float" | "int64";
  dims?: readonly (number | null)[];
}

export interface OpenModel {
  graph: Graph;
  /** The file with other nodes, and with what it takes and gives told anew where that is given. */
  write(nodes: readonly Node[], told?: { inputs?: readonly Value[]; outputs?: readonly Value[] }): Uint8Array;
}

/** The nodes of a network's file, and how it is written again with others. Throws RangeError where it is no network. */
export function openModel(bytes: Uint8Array): OpenModel {
  const model = decodeFields(bytes);
  const [graphBytes] = bytesOf(model, MODEL.graph);
  if (!graphBytes) throw new RangeError("the file holds no graph");
  const fields = decodeFields(graphBytes);
  const nodes = bytesOf(fields, GRAPH.node).map(decodeNode);
  const constants = new Map(
    nodes.filter(({ op }) => op === "Constant").map((node) => [node.outputs[0], node]),
  );
  return {
    graph: {
      nodes,
      inputs: bytesOf(fields, GRAPH.input).map(nameOf),
      outputs: bytesOf(fields, GRAPH.output).map(nameOf),
      constant: (name) => tensorOf(constants.get(name)),
    },
    write(written, { inputs, outputs } = {}) {
      const isKept = ({ number }: Field): boolean =>
        number !== GRAPH.node && !(inputs && number === GRAPH.input) && !(outputs && number === GRAPH.output);
      const graph = [
        ...written.map((node) => delimited(GRAPH.node, encodeNode(node))),
        ...fields.filter(isKept),
        ...(inputs ?? []).map((input) => delimited(GRAPH.input, encodeValue(input))),
        ...(outputs ?? []).map((output) => delimited(GRAPH.output, encodeValue(output))),
      ];
      return encodeFields(
        model.map((field) => (field.number === MODEL.graph ? delimited(MODEL.graph, graph) : field)),
      );
    },
  };
}

function decodeNode(bytes: Uint8Array): Node {
  const fields = decodeFields(bytes);
  return {
    op: textsOf(fields, NODE.opType)[0],
    inputs: textsOf(fields, NODE.input),
    outputs: textsOf(fields, NODE.output),
    attributes: bytesOf(fields, NODE.attribute),
  };
}

function encodeNode({ op, inputs, outputs, attributes }: Node): WrittenField[] {
  return [
    ...inputs.map((name) => delimited(NODE.input, name)),
    ...outputs.map((name) => delimited(NODE.output, name)),
    delimited(NODE.opType, op),
    ...attributes.map((attribute) => delimited(NODE.attribute, attribute)),
  ];
}

const nameOf = (value: Uint8Array): string => textsOf(decodeFields(value), VALUE.name)[0];

function encodeValue({ name, type, dims }: Value): WrittenField[] {
  const element = BigInt(type === "float" ? FLOAT : INT64);
  const tensor: WrittenField = { number: TENSOR_TYPE.element, type: VARINT, value: element };
  const shape = dims ? [delimited(TENSOR_TYPE.shape, dims.map(encodeSize))] : [];
  return [delimited(VALUE.name, name), delimited(VALUE.type, [delimited(TYPE.tensor, [tensor, ...shape])])];
}

function encodeSize(size: number | null): WrittenField {
  if (size === null) return delimited(SHAPE.dim, []);
  const value: WrittenField = { number: DIM.value, type: VARINT, value: BigInt(size) };
  return delimited(SHAPE.dim, [value]);
}

function tensorOf(constant: Node | undefined): Tensor | undefined {
  const [bytes] = constant ? bytesOf(decodeFields(constant.attributes[0]), ATTRIBUTE.tensor) : [];
  if (!bytes) return undefined;
  const fields = decodeFields(bytes);
  const [raw] = bytesOf(fields, TENSOR.rawData);
  if (numbersOf(fields, TENSOR.dataType)[0] !== FLOAT || !raw) return undefined;
  // A copy: within the file it need not lie where a Float32Array may begin.
  const values = new Float32Array(new Uint8Array(raw).buffer, 0, raw.length / FLOAT_BYTES);
  return { dims: numbersOf(fields, TENSOR.dims), values };
}

/** A node that holds this tensor. */
export function constantNode(name: string, { dims, values }: Tensor): Node {
  const tensor: WrittenField[] = [
    ...dims.map((size): Field => ({ number: TENSOR.dims, type: VARINT, value: BigInt(size) })),
    { number: TENSOR.dataType, type: VARINT, value: BigInt(FLOAT) },
    delimited(TENSOR.rawData, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ];
  const attribute = encodeFields([
    delimited(ATTRIBUTE.name, "value"),
    delimited(ATTRIBUTE.tensor, tensor),
    { number: ATTRIBUTE.type, type: VARINT, value: BigInt(ATTRIBUTE_TYPE.tensor) },
  ]);
  return { op: "Constant", inputs: [], outputs: [name], attributes: [attribute] };
}

/** An attribute that is one number. */
export function floatAttribute(name: string, value: number): Uint8Array {
  const bytes = new Uint8Array(FLOAT_BYTES);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return encodeFields([
    delimited(ATTRIBUTE.name, name),
    { number: ATTRIBUTE.float, type: FIXED_32, value: bytes },
    { number: ATTRIBUTE.type, type: VARINT, value: BigInt(ATTRIBUTE_TYPE.float) },
  ]);
}

/** An attribute that is one whole number. */
export function wholeAttribute(name: string, value: number): Uint8Array {
  return encodeFields([
    delimited(ATTRIBUTE.name, name),
    { number: ATTRIBUTE.whole, type: VARINT, value: BigInt(value) },
    { number: ATTRIBUTE.type, type: VARINT, value: BigInt(ATTRIBUTE_TYPE.whole) },
  ]);
}

/** What the attribute of that name, one number, is of a node; null where there is none. */
export function numberOf({ attributes }: Node, name: string): number | null {
  for (const attribute of attributes) {
    const fields = decodeFields(attribute);
    const [bytes] = bytesOf(fields, ATTRIBUTE.float);
    if (bytes && textsOf(fields, ATTRIBUTE.name)[0] === name)
      return new DataView(bytes.buffer, bytes.byteOffset).getFloat32(0, true);
  }
  return null;
}
