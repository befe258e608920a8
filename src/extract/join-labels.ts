import type { Flow, FlowParagraph } from "../model/flow.ts";
import { findMoneyLike } from "./figures/index.ts";
import { joinParagraphs } from "./join-paragraphs.ts";

const LONGEST_LABEL = 30;
/** 签约合同价为：, （1）安全文明施工费：; what opens a list (其中：) is followed by names. */
const LABEL = /\p{Script=Han}{2,}[^。；;，,]*[：:]\s*$/u;
const SUM_FIRST =
  /^\s*(?:(?:人民币|RMB)\s*)?(?:[（(]?\s*[大小]\s*写|[¥￥]\s*\d|人民币\s*[¥￥\d壹贰叁肆伍陆柒捌玖])/;

/** A flow in which a label at its line's end and the sum in the paragraph below it are one paragraph, as forms of contracts print them. */
export function joinLabels(flow: Flow): Flow {
  const joined: Flow = [];
  for (const part of flow) {
    const label = joined.at(-1);
    if (label && isLabel(label) && part.kind === "paragraph" && tellsSum(part))
      joined[joined.length - 1] = joinParagraphs(label, part);
    else joined.push(part);
  }
  return joined;
}

function isLabel(part: Flow[number]): part is FlowParagraph {
  if (part.kind !== "paragraph") return false;
  const { text } = part.content;
  return (
    text.length <= LONGEST_LABEL && LABEL.test(text) && !/其中\s*[：:]\s*$/.test(text) && !tellsSum(part)
  );
}

const tellsSum = ({ content: { text } }: FlowParagraph): boolean =>
  SUM_FIRST.test(text) && findMoneyLike(text).length > 0;
