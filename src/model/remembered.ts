/** So many texts' answers are kept at least, and no more than twice as many. */
const MOST_KNOWN = 512;

/**
 * A reader of texts that keeps its last answers: a paragraph is asked of again and again while it is understood.
 * It must answer the same for the same text, and nobody may change what it answered.
 */
export function rememberedByText<T>(read: (text: string) => T): (text: string) => T {
  let recent = new Map<string, { answer: T }>();
  let older = new Map<string, { answer: T }>();
  return (text) => {
    const known = recent.get(text);
    if (known) return known.answer;
    const entry = older.get(text) ?? { answer: read(text) };
    if (recent.size >= MOST_KNOWN) [recent, older] = [new Map(), recent];
    recent.set(text, entry);
    return entry.answer;
  };
}

/** The same for readers of things that nobody changes: what was answered goes with the thing. */
export function remembered<K extends object, T>(read: (whole: K) => T): (whole: K) => T {
  const known = new WeakMap<K, { answer: T }>();
  return (whole) => {
    const entry = known.get(whole) ?? { answer: read(whole) };
    known.set(whole, entry);
    return entry.answer;
  };
}
