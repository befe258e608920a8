/**
 * A function that works out its answer once for each thing it is asked about, while that is held by others.
 * Several steps look at the same picture; neither the thing nor the answer may be changed afterwards.
 */
export function onceFor<Thing extends object, Answer>(
  find: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, { answer: Answer }>();
  return (thing) => {
    const kept = known.get(thing);
    if (kept) return kept.answer;
    const answer = find(thing);
    known.set(thing, { answer });
    return answer;
  };
}
