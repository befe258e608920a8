import type { Frame } from "./misread-frame.ts";
import { SUMS } from "./misread-sum-frames.ts";
import { TARGETS } from "./misread-target-frames.ts";
import { HEADS, TURNS } from "./misread-turn-frames.ts";
import { ORDINALS, UNITS } from "./misread-unit-frames.ts";

/** Every place that only one character of a word or a unit fits, in the order in which they are mended. */
export const WORD_FRAMES: readonly Frame[] = [...UNITS, ...ORDINALS, ...HEADS, ...TURNS, ...SUMS, ...TARGETS];
