import { type Box, boxHeight } from "./place.ts";

interface Line {
  text: string;
  box: Box;
}

const LONGEST_LABEL = 12;

/** Whether the one is a label whose value is the other, far behind it in its row, as on a cover: 项目编号：   LX-2025-01. */
export function isSetOffLabel(label: Line, value: Line): boolean {
  return (
    label.text.trim().length <= LONGEST_LABEL &&
    /[：:]\s*$/.test(label.text) &&
    !/[：:]/.test(value.text) &&
    label.box[2] <= value.box[0] &&
    Math.abs(middleOf(label) - middleOf(value)) < Math.max(boxHeight(label.box), boxHeight(value.box)) / 2
  );
}

const middleOf = ({ box }: Line): number => (box[1] + box[3]) / 2;
