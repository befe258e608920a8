import { expect, test } from "vitest";
import { onceFor } from "../../src/recognize/once-for.ts";

test("works an answer out once for each thing, a null or zero answer too", () => {
  const asked: string[] = [];
  const lengthOf = onceFor((thing: { text: string }) => {
    asked.push(thing.text);
    return thing.text.length;
  });
  const [long, empty] = [{ text: "long" }, { text: "" }];
  expect([lengthOf(long), lengthOf(long), lengthOf(empty), lengthOf(empty)]).toEqual([4, 4, 0, 0]);
  expect(asked).toEqual(["long", ""]);
});

test("like things are told apart", () => {
  const found = onceFor(() => ({}));
  expect(found({ a: 1 })).not.toBe(found({ a: 1 }));
});
