import type { Flow, FlowParagraph } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import { behindNumber } from "./clauses.ts";
import { concatTexts, sliceText } from "./evidence.ts";
import { findMoneyLike } from "./figures/index.ts";

/** 构成如下（万元）：, 分项金额（单位：元）: a unit told once, for the list that follows. */
const UNIT_TOLD =
  /(?:[（(]\s*(?:单位\s*[：:]?\s*)?(?:人民币)?\s*|单位\s*[：:]\s*(?:人民币)?)(亿元|百万元|万元|千元|元)\s*[）)]?\s*[：:]?\s*(?=$|(?<=[：:]\s*)\S)/;
/** 货架系统——126.00；: a name, and a number that only lacks its unit. */
const ITEM =
  /^\s*(?<name>(?=[^\d]*\p{Script=Han}{2})[^，。；;]*?[\p{Script=Han}）)]|(?<!\d)[A-Za-z])[\s：:—–\-_.…·]*(?<sum>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+(?:\.\d{1,6})?)\s*[；;。，,、]?\s*$/u;
/** 单价（元）：, 岗位月薪（元）：: what one costs or gets, and no parts of a whole. */
const NO_SUMS = /单价|月薪|薪酬|工资|标准|价格表|业绩|费率|收费|限额|保额/;
/** 功率：15, 交货天数 20: no money. */
const MEASURED = /功率|扬程|天数|数量|人数|次数|年限|电话|面积|台数|工期|规格|型号|重量|长度/;
const FEWEST = 2;
const LONGEST_ITEM = 40;

/** A flow in which each item of a list whose unit is told once, above it or before a colon, tells that unit itself. */
export function withUnitsTold(flow: Flow): Flow {
  const told = [...flow];
  for (const [at, part] of flow.entries()) {
    if (part.kind !== "paragraph") continue;
    const unit = unitOf(part.content);
    if (!unit) continue;
    const { text } = part.content;
    if (unit.end < text.trimEnd().length) {
      if (!NO_SUMS.test(text.slice(0, unit.end)))
        told[at] = { ...part, content: withUnits(part.content, unit) };
      continue;
    }
    const items = NO_SUMS.test(text) ? [] : itemsBelow(flow.slice(at + 1));
    if (items.length < FEWEST) continue;
    for (const item of items) {
      const content = unitAt(item.content, sumEnd(item.content.text) ?? 0, unit);
      told[flow.indexOf(item)] = { ...item, content };
    }
  }
  return told;
}

/**
 * The items of the list that begins a flow; a numbered one without a figure (甲方自备) may stand among them. None where one with a
 * figure isn't read whole: the others would miss it.
 */
function itemsBelow(flow: Flow): FlowParagraph[] {
  const items: FlowParagraph[] = [];
  for (const part of flow) {
    if (part.kind !== "paragraph") break;
    const { text } = part.content;
    const words = text.slice(behindNumber(text));
    const isShort = text.length <= LONGEST_ITEM && !/[。；]\s*\S/.test(words);
    if (sumEnd(text) !== null) items.push(part);
    else if (isShort && /\d/.test(words) && findMoneyLike(text).length === 0) return [];
    else if (behindNumber(text) === 0 || text.length > LONGEST_ITEM) break;
  }
  return items;
}

interface Unit {
  words: NormalText;
  /** Up to where it is told. */
  end: number;
}

function unitOf(content: NormalText): Unit | null {
  const match = UNIT_TOLD.exec(content.text);
  if (!match) return null;
  const start = match.index + match[0].lastIndexOf(match[1]);
  return {
    words: sliceText(content, start, start + match[1].length),
    end: match.index + match[0].length,
  };
}

/** The end of an item's number; null where a text is no such item, or its sum has a unit already. */
function sumEnd(text: string): number | null {
  const from = behindNumber(text);
  const match = MEASURED.test(text) ? null : ITEM.exec(text.slice(from));
  const sum = match?.groups?.["sum"];
  if (!match || !sum || findMoneyLike(text).length > 0) return null;
  return from + match[0].lastIndexOf(sum) + sum.length;
}

const unitAt = (content: NormalText, at: number, { words }: Unit): NormalText =>
  concatTexts([sliceText(content, 0, at), words, sliceText(content, at, content.text.length)]);

/** 构成如下（万元）：货架系统126.00，堆垛机96.80: the items behind the unit in its own paragraph, where all are such. */
function withUnits(content: NormalText, unit: Unit): NormalText {
  const { text } = content;
  const pieces = [
    ...text.slice(unit.end).matchAll(/(?:[^；;，,。、]|[,，、](?=\d{3}(?!\d)))+[；;，,。、]?/g),
  ].map(({ index, 0: said }) => ({ start: unit.end + index, end: unit.end + index + said.length }));
  const ends = pieces.map(({ start, end }) => {
    const at = sumEnd(text.slice(start, end));
    return at === null ? null : start + at;
  });
  if (ends.length < FEWEST || ends.some((end) => end === null)) return content;
  return ends.reduceRight<NormalText>((so, end) => unitAt(so, end ?? 0, unit), content);
}
