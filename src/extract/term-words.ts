/** What the time an agreement runs is called. */
export const TERM_WORD =
  /期限|服务期|合同期|协议期|有效|履行期|履约期|项目期|周期|服务时间|合作期|委托期|租[赁用]?期|承[租包]期|实施期|运营期|起止|执行期|期间|工期|[聘任]期|[供交]货期|(?<!质)[保养托]管?期|养护期|保养期|年限|(?:承?[租包]|合作|聘用?|流转|养护|托管|运营)[了期]?(?:共|为|计)?(?:[一二三四五六七八九十两]{1,3}|\d{1,3})\s*个?整?[年月]整?(?=[，,：:（(\s自从起]*$)|(?<=^|[，。；、.．）\s])(?:哪几天|做多久|做到什么时候|[日时][期间])(?=[：:]\s*$)|(?<=[\p{Script=Han}]{2})(?:时间|日期)(?=[为是自从：:】\s]*$)/u;

/** Times that are told of something else than the agreement. */
export const OTHER_TERM =
  /付款|支付|拨付|报名|公示|投标|质保|保修|考核|评估|试运行|结算|缴费|发票|试用|缺陷|保固|质量保证|免费(?:维护|维保|养护|保养|升级|服务)|宽限|过渡期|保密|竞业/;

/** 1. 监测期：, 建设期：, whatever it is called, as the label of a span. */
const LABELLED = /(?<=(?:^|[\s、.．）)条。；])\p{Script=Han}{2,6})期(?=[：:]\s*$)/u;

/** Whether the words right before a span call it a term. */
export const callsTerm = (before: string): boolean =>
  TERM_WORD.test(before) || (LABELLED.test(before) && !OTHER_TERM.test(before));

/** A sentence that tells of the term before it was changed, up to the span. */
export const ORIGINAL_TERM = /(?:原|[主母]合同|变更前|调整前|修改前|延长前)[^。；]*$/;

/** 原服务合同：BWY-2023-0809，有效期…: a line of what is told of the agreement before. */
export const FORMER_LABEL = /^\s*[（(]?原[^，。；：:\d]{0,8}(?:合同|协议)书?[^，。；：:\d]{0,8}[：:]/;

/** Words right before the day on which a term begins. */
export const STARTS = /(?:自|从|(?:起始|开始|起算|起租|起计)(?:日期|时间|日)?(?:为|[：:]))\s*$/;

/** 依据《水质检测服务框架协议》（有效期…）: of the paper that is named before the bracket. */
const OF_OTHER_PAPER =
  /《[^》]{0,30}(?:框架|入围|定点|许可|资质|授权|规划|方案)[^》]{0,12}》[^。；（()]{0,24}[（(][^（）()]*$/;

/** 双方2024年5月20日所签保安服务合同（服务期…）: of a paper signed before, in the bracket behind its name. */
const OF_SIGNED_BEFORE =
  /(?:签订?|订立|签署|签约|执行)[^，。；（(]{0,30}(?:合同|协议)书?》?\s*[（(][^（）()]*$/;

/** How surely a span told between two places of a text is the agreement's term; 0 or less where it is not. `heading` is what stands above the text. */
export function scoreOf(heading: string, text: string, from: number, to: number): number {
  const before = text.slice(0, from);
  const sentence = before.slice(Math.max(before.lastIndexOf("。"), before.lastIndexOf("；")) + 1);
  const near = sentence.slice(-24);
  const after = text.slice(to, to + 16);
  let score = 0;
  if (STARTS.test(before)) score += 2;
  if (/^\s*(?:止|，?共|，?为期|（?共?\d+个月)/.test(after)) score += 1;
  if (callsTerm(near)) score += 4;
  else if (TERM_WORD.test(sentence) || TERM_WORD.test(heading)) score += 2;
  if (OTHER_TERM.test(near) || OTHER_TERM.test(heading)) score -= 3;
  if (OF_OTHER_PAPER.test(sentence)) score -= 4;
  // What the paper runs itself is told as surely somewhere, and goes before.
  if (OF_SIGNED_BEFORE.test(sentence)) score -= 3;
  return score;
}
