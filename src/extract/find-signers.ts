import type { NormalText } from "../model/normal-text.ts";

/** A side and where its seal goes: 开发单位（章）, 招标人：（公章）. */
const SEALED = /(\p{Script=Han}{2,9})\s*[：:]?\s*[（(][^（）()：:]{0,4}章[^（）()：:]{0,6}[）)]/gu;
/** Who signs for a side, or attests to it, is no side. */
const NO_SIDE =
  /代表|法定|法人|经办|授权|负责|联系|代理|见证|鉴证|签字|签名|单位名称|日期|地址|骑缝|盖章|公章/;

/** What the sides are called where they put their seals at an agreement's end. */
export function findSigners(passages: readonly NormalText[]): Set<string> {
  const end = passages.slice(Math.floor(passages.length / 2));
  const labels = end.flatMap(({ text }) => [...text.matchAll(SEALED)].map((match) => match[1]));
  return new Set(labels.filter((label) => !NO_SIDE.test(label)));
}
