import type { Span } from "./budget-figures.ts";
import type { Phrase } from "./budget-phrases.ts";
import { behindNumber } from "./clauses.ts";

/** 以上3.1至3.4项为, 前述四类: what stands before a name and tells of what it is the sum. */
const OF_ABOVE =
  /^(?:(?:以上|上[述列]|前[述列])(?:第?[一二三四五六七八九十\d.、至到和及①-⑳~～—-]*[项条款类目]?(?=为|是)|[一二三四五六七八九十\d.、至到和及~～-]*[项条款类目]|各项|全部)?(?:费用)?|第[一二三四五六七八九十\d.]+(?:至|到|、|和|及|[~～-])第?[一二三四五六七八九十\d.]+[项条款](?:费用)?(?=[为即的共]))(?:为|即|的|共)?(?=\p{Script=Han}{2})/u;
/** 企业管理费|按直接服务费的5%计取, 税金|按…: by what rate it was reckoned. */
const BY_RATE =
  /(?<=\p{Script=Han}{2})(?:(?:则)?(?:按照?|以|依)[^，。；]*?[%％][^，。；]*|在[^，。；]*?基础上[^，。；]*|(?:维持|保持)(?:不变|原价)[^，。；]*)$/u;
/** 代理申报|每月, 汇算清缴鉴证|一次收费, 清扫|面积: what the words of a reckoning leave behind a name. */
const TAIL =
  /(?<=\p{Script=Han}{2}|[）)])(?:每[^，。；：、\d\s]{0,6}|单价|单项|标准|按[年月季次天日]|数量|面积|用量|(?<![小合总共设审会统估预度压温])计|共|按|全年|一次性?(?:收费|计费|支付|付费)|包干价?|固定价|收费|合价|预[计估]|暂[定估]|[：:，,、（(\s])+$/u;
/** A word that any sum may bear is not what this one is called. */
const VAGUE =
  /^(?:(?:全年|每年|[一二两三四五六七八九十]{1,2}年|合同期内?|服务期内?|期内|一次性?)?(?:包干价?|单价|金额|费用|合价|合计|小计|共计|总价|价格|价款|经费|收费|计费|工作|总额|年费|折合|约合|预[估计算]|[估概]算|暂[估定]|款项|合|共|计|全年|数额|个月|半年|[^，。；]{0,6}不变)?)$/;

/** 按前两项之和的4.5%计取, 占百分之十八, 36个月: by what a sum was reckoned, and how much of the whole it is. */
const RECKONED =
  /^(?:(?:按照?|以|依|占|约占|在)[^，。；]*(?:[%％‰]|[百千万]分之|成)[^，。；]*|(?:以上|上述|前述|前)[^，。；]*的\d+(?:\.\d+)?\s*[%％]?|的?\d+(?:\.\d+)?\s*[%％‰][^，。；]{0,4}|\d+(?:\.\d+)?\s*个?[月天日年次])$/;

/** 按检测费|的8%, 以上四项不含税价款|的9%: the words before a share by which a sum was reckoned. */
const BY_SHARE = /^\s*(?:按|以|依|占|以上|上[述列]|前[述列]|前[两二三四五六七八九十\d])/;

const isVague = (words: string): boolean => {
  const said = words.replace(/\s/g, "");
  return VAGUE.test(said) || RECKONED.test(said);
};

/** What the sum of a piece is called: the words right before it or, where they are any sum's, those that its piece begins with. */
export function nameInPiece(
  text: string,
  { label, hasShare }: Phrase,
  piece: Span,
  reckoning: number | null,
): Span {
  const head = headOf(text, piece, reckoning);
  const own = trimmed(text, label);
  // 154,|260元的6%计算: words that begin amid a figure name nothing.
  const isCut = /\d[,，]$/.test(text.slice(0, label.start)) && /^\d{3}/.test(text.slice(label.start));
  const isOwn =
    !isCut &&
    reckoning === null &&
    !RATE.test(text.slice(own.start, own.end)) &&
    !(hasShare && BY_SHARE.test(text.slice(label.start))) &&
    !isVague(text.slice(own.start, own.end));
  const isBare = head.end - head.start < 2;
  return isOwn || isBare || namesFirst(text.slice(head.end, piece.end)) ? own : head;
}

/** 甲类服务费每月22,360元，乙类服务费每月27,820元，每月合计50,180元，全年|602,160元: what the first of several sums is called, not all of them. */
function namesFirst(behind: string): boolean {
  const sums = behind.match(/\d\s*[万亿]?元/g)?.length ?? 0;
  return FIRST_SUM.test(behind) && sums >= FEWEST_OF_SEVERAL && /合计|共计|小计/.test(behind);
}

const FIRST_SUM = /^(?:每[^，。；：\d]{0,4}|为|[¥￥\s])*\d/;
const FEWEST_OF_SEVERAL = 3;

/** 税率9%, 按5%计取, 1首: by which rate or how many, not what. */
const RATE =
  /^(?:\d[\d,.]*\s*\p{Script=Han}{1,3}$|(?:适用)?[税费]率|(?:另)?按[^，。；]*(?:[%％]|计[取算收]))/u;

/** 午餐补助：|全年|73,000份×…, 床单，|预计年洗涤量|186,000件…: the head of a piece where only what is counted stands before its reckoning. */
export function headOverCount(text: string, label: Span, piece: Span, reckoning: number): Span {
  const words = text.slice(label.start, label.end).replace(/\s/g, "");
  const head = headOf(text, piece, Math.min(reckoning, Math.max(label.start, piece.start)));
  // 讲师|3名，授课5天: what there are some of, not how long it is had.
  const isOfTime = LASTS.test(text.slice(label.end)) && HAS_COUNT.test(text.slice(head.start, head.end));
  if (!isVague(words) && !COUNTED.test(words) && !isOfTime) return label;
  return head.end - head.start < 2 ? label : head;
}

const LASTS = /^\s*\d[\d,]*\s*(?:天|日|个月|年|周|小时)/;
const HAS_COUNT = /\p{Script=Han}{2}\d[\d,]*\s*\p{Script=Han}{1,2}$/u;
const COUNTED =
  /^(?:预计|预估|暂定|估算|计划|约|年|全年|每年|总|需求)*\p{Script=Han}{0,4}(?:(?<![测计丈度])量|面积|人数|次数|天数|租期|工期|学时|课时|频次|时长)$/u;

/** 第一批|小计. */
const SUBTOTAL = /(?<=\p{Script=Han}{2})(?<!项|类|种|笔)(?:年度)?(?:费用)?小计$/u;

/** 住宿|每人640元: what one costs, behind the name. */
const PRICED = /(?<=\p{Script=Han}{2})[，,]?\s*(?:均?按)?(?:每|单价)[^，。；：\d]{0,8}\d/u;

/** 价款：转运费420车次: what is said of all items before the first. */
const OF_ALL_ITEMS =
  /^(?:(?:合同|协议|服务|采购)?(?:总?价款?|费用|金额|报价|明细|构成)(?:明细|构成|如下|为)*|其中)\s*[：:]\s*(?=\p{Script=Han}{2})/u;

/** The first words of a piece, without its number, up to a sign or to where its reckoning begins. */
function headOf(text: string, piece: Span, reckoning: number | null): Span {
  const whole = text.slice(piece.start, reckoning ?? piece.end);
  const said = whole.slice(0, PRICED.exec(whole)?.index ?? whole.length);
  const lead = OPENER.exec(said)?.[0].length ?? 0;
  const number = behindNumber(said.slice(lead));
  // 2.1 120W LED灯具: one number counts.
  const from = lead + number;
  const lead2 = OF_ALL_ITEMS.exec(said.slice(from))?.[0].length ?? 0;
  const rest = said.slice(from + lead2);
  return trimmed(text, {
    start: piece.start + from + lead2,
    end: piece.start + from + lead2 + firstPart(rest),
  });
}

/** ，包括：, 具体为：: what opens the list a piece is the first of. */
const OPENER =
  /^[\s，,、；;：:。—–-]*(?:(?:其中|包括|包含|具体为|分别为|(?:具体|明细|构成|组成|分解)?如下)[：:，,]?\s*)?/;

/** How far the words go up to the first comma or colon that stands in no bracket. */
function firstPart(words: string): number {
  let open = 0;
  for (const [at, sign] of [...words].entries()) {
    if (/[（(]/.test(sign)) open += 1;
    else if (/[）)]/.test(sign)) open -= 1;
    else if (open <= 0 && /[，,：:]/.test(sign) && !/^\d[:：]\d/.test(words.slice(Math.max(0, at - 1))))
      return at;
  }
  return words.length;
}

function trimmed(text: string, { start, end }: Span): Span {
  // 小计, 合计: the copula is none there.
  const whole = /[小合总共]$/.test(text.slice(start, end)) && text[end] === "计" ? end + 1 : end;
  const named = text.slice(start, whole);
  const words = named.slice(0, PRICED.exec(named)?.index ?? named.length);
  const above = OF_ABOVE.exec(words)?.[0].length ?? 0;
  const rate = BY_RATE.exec(words.slice(above))?.[0].length ?? 0;
  const own = words.slice(above, words.length - rate);
  const tail = (SUBTOTAL.exec(own) ?? TAIL.exec(own))?.[0].length ?? 0;
  return { start: start + above, end: start + above + own.length - tail };
}
