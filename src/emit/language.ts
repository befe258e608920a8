import type { Message } from "../model/finding.ts";

/** The language people are spoken to in. */
export type Language = "zh" | "en";

export function say(message: Message, language: Language): string {
  return message[language];
}
