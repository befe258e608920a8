import type { FlowTable } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { titleOf } from "./clauses.ts";

const UNIT = /(亿元|百万元|万元|千元|元)/;
const LONGEST_LINE = 60;

/** 单位：万元, 以万元为单位, （万元） */
const SAID = [
  /(?:单位|币种)[，。；]?[^，。；]{0,8}/,
  /以(?:人民币)?[百千万亿]*元为(?:计[价量])?单位/,
  /[（(](?:人民币|\p{Script=Han}{1,4}[：:]\s*)?[百千万亿]*元[）)]/u,
];

/** 单位：万元 or （万元）, by whatever label, in a table's title or in the short line above it; null when nothing is said. */
export function unitSaid(table: FlowTable, above: NormalText | null): string | null {
  const words = wordsAt(table, above);
  for (const said of SAID) {
    const unit = UNIT.exec(said.exec(words)?.[0] ?? "")?.[1];
    if (unit) return unit;
  }
  return null;
}

/** Whether a unit is told by a word that is none of yuan, as where its 万 was misread (单位：心元) or in another currency. */
export const isUnitUnclear = (table: FlowTable, above: NormalText | null): boolean =>
  /单位[：:]?\s*(?!人民币|[均为是])[^\s，。；：:（()）\d百千万亿][百千万亿]?元/.test(wordsAt(table, above));

function wordsAt(table: FlowTable, above: NormalText | null): string {
  const line = above && above.text.length <= LONGEST_LINE ? above.text : "";
  return `${titleOf(table)} ${line}`;
}
