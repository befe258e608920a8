import { describe, expect, test } from "vitest";
import { AMENDMENTS } from "./amendments.ts";
import { judgeTold } from "./judge-told.ts";
import { LEASES } from "./leases.ts";
import { PURCHASES } from "./purchases.ts";
import { SERVICES } from "./services.ts";
import { WORKS } from "./works.ts";

describe.each([
  ["services", SERVICES],
  ["purchases", PURCHASES],
  ["works", WORKS],
  ["leases", LEASES],
  ["amendments", AMENDMENTS],
])("agreements written by hand: %s", (_, agreements) => {
  test.each(agreements)("$name", (agreement) => {
    expect(judgeTold(agreement)).toEqual([]);
  });
});
