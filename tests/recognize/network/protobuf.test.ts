import { describe, expect, test } from "vitest";
import {
  bytesOf,
  decodeFields,
  delimited,
  encodeFields,
  textsOf,
  VARINT,
  type WrittenField,
} from "../../../src/recognize/readers/network/protobuf.ts";

describe("fields within fields", () => {
  const inner: WrittenField[] = [
    delimited(2, "叁拾"),
    { number: 3, type: VARINT, value: 300n },
    delimited(4, new Uint8Array(200).fill(7)),
  ];

  test("are the same bytes, whether they were encoded before or are encoded with what holds them", () => {
    const nested = encodeFields([delimited(1, [delimited(9, inner)])]);
    const before = encodeFields([delimited(1, encodeFields([delimited(9, encodeFields(inner))]))]);
    expect(Buffer.compare(nested, before)).toBe(0);
  });

  test("are read again as they were", () => {
    const [outer] = bytesOf(decodeFields(encodeFields([delimited(1, inner)])), 1);
    const fields = decodeFields(outer);
    expect(textsOf(fields, 2)).toEqual(["叁拾"]);
    expect(bytesOf(fields, 4)[0]).toEqual(new Uint8Array(200).fill(7));
    expect(encodeFields(fields)).toEqual(outer);
  });
});
