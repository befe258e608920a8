// The wire format of Protocol Buffers (protobuf.dev/programming-guides/encoding), as far as a network's file needs it.

/** One field of a message as it stands in the bytes: a whole number, or the bytes of anything else. */
export type Field =
  | { number: number; type: typeof VARINT; value: bigint }
  | { number: number; type: typeof FIXED_64 | typeof LENGTH_DELIMITED | typeof FIXED_32; value: Uint8Array };

export const VARINT = 0;
export const FIXED_64 = 1;
export const LENGTH_DELIMITED = 2;
export const FIXED_32 = 5;

/** The fields of a message in their order. Throws RangeError where the bytes are no message. */
export function decodeFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const takeVarint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (at >= bytes.length) throw new RangeError("the message ends within a number");
      const byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new RangeError("the message ends within a field");
    at += length;
    return bytes.subarray(at - length, at);
  };
  while (at < bytes.length) {
    const key = Number(takeVarint());
    const [number, type] = [key >>> 3, key & 7];
    if (type === VARINT) fields.push({ number, type, value: takeVarint() });
    else if (type === LENGTH_DELIMITED) fields.push({ number, type, value: take(Number(takeVarint())) });
    else if (type === FIXED_32) fields.push({ number, type, value: take(4) });
    else if (type === FIXED_64) fields.push({ number, type, value: take(8) });
    else throw new RangeError(`wire type ${type}`);
  }
  return fields;
}

/** A field to be written; the bytes of one that is a message itself need not stand together before. */
export type WrittenField = Field | { number: number; type: typeof LENGTH_DELIMITED; value: WrittenField[] };

/** The bytes of a message of these fields, each copied once however deep it lies. */
export function encodeFields(fields: readonly WrittenField[]): Uint8Array {
  const bytes = new Uint8Array(sizeOf(fields));
  writeFields(fields, bytes, 0);
  return bytes;
}

function sizeOf(fields: readonly WrittenField[]): number {
  return fields.reduce((sum, { number, type, value }) => {
    const keySize = varintSize(BigInt((number << 3) | type));
    if (typeof value === "bigint") return sum + keySize + varintSize(value);
    const size = Array.isArray(value) ? sizeOf(value) : value.length;
    return sum + keySize + size + (type === LENGTH_DELIMITED ? varintSize(BigInt(size)) : 0);
  }, 0);
}

/** Writes fields from a place on; gives the place behind them. */
function writeFields(fields: readonly WrittenField[], bytes: Uint8Array, from: number): number {
  let at = from;
  for (const { number, type, value } of fields) {
    at = writeVarint(BigInt((number << 3) | type), bytes, at);
    if (typeof value === "bigint") {
      at = writeVarint(value, bytes, at);
    } else if (Array.isArray(value)) {
      at = writeFields(value, bytes, writeVarint(BigInt(sizeOf(value)), bytes, at));
    } else {
      if (type === LENGTH_DELIMITED) at = writeVarint(BigInt(value.length), bytes, at);
      bytes.set(value, at);
      at += value.length;
    }
  }
  return at;
}

function varintSize(value: bigint): number {
  let size = 1;
  for (let rest = BigInt.asUintN(64, value); rest > 0x7fn; rest >>= 7n) size++;
  return size;
}

function writeVarint(value: bigint, bytes: Uint8Array, from: number): number {
  let at = from;
  let rest = BigInt.asUintN(64, value);
  for (; rest > 0x7fn; rest >>= 7n) bytes[at++] = Number(rest & 0x7fn) | 0x80;
  bytes[at++] = Number(rest);
  return at;
}

/** A field that holds a text, bytes or a message. */
export function delimited(number: number, value: string | Uint8Array | WrittenField[]): WrittenField {
  return {
    number,
    type: LENGTH_DELIMITED,
    value: typeof value === "string" ? Buffer.from(value) : value,
  } as WrittenField;
}

/** The bytes of every field of that number. */
export function bytesOf(fields: readonly Field[], number: number): Uint8Array[] {
  return fields.flatMap((field) => (field.number === number && field.type !== VARINT ? [field.value] : []));
}

/** The texts of every field of that number. */
export function textsOf(fields: readonly Field[], number: number): string[] {
  return bytesOf(fields, number).map((bytes) => Buffer.from(bytes).toString());
}

/** The whole numbers of every field of that number. */
export function numbersOf(fields: readonly Field[], number: number): number[] {
  return fields.flatMap((field) =>
    field.number === number && field.type === VARINT ? [Number(field.value)] : [],
  );
}
