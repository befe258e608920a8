import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Text } from "../model/value.ts";
import { concatTexts, sliceText, textValue } from "./evidence.ts";
import { emOf } from "./layout.ts";
import { gapAfter, passagesOf, tidySlice } from "./passages.ts";

/** What a tender is called right behind its kind. */
const TENDER = "(?:招标|投标|磋商|谈判|询价|比选|遴选|采购)(?:方式)?";
/** Labels of a code: the project's own, its papers', the agreement's. */
const PROJECT_CODE =
  /(?:采购|招标|政府采购|服务)?项目(?:登记|备案|采购|招标)?(?:编号|编码|代码|代号|号)|课题(?:编号|编码)/g;
const UNTENDERED_CODE = new RegExp(`(?<!${TENDER}[（(])(?:${PROJECT_CODE.source})`, "g");
const PAPER_CODE =
  /(?:政府)?采购(?:计划|文件|合同)?(?:编号|编码)|采购计划(?:文)?号|(?:招标|投标|标书|招标文件|标段|标的|竞价|磋商|谈判|询价|备案|立项|预算)(?:文件)?(?:编号|编码|号)/g;
const AGREEMENT_CODE =
  /(?:原)?(?:合同|协议|文件|订单|任务|委托书|约定书|确认书)(?:登记|备案)?(?:编号|编码|号(?!码)|文号|序号|流水号)/g;
/** A number of nothing else, by itself; then one of whatever else, but for things and persons (设备编号, 发票编号). */
const BARE_CODE = /(?<=^\s*|\s{2,}|[）)]\s*)(?:编号|编码)|^(?:No|NO|no)\.?/g;
const OTHER_CODE = new RegExp(
  `(?<!${[
    "证件|身份证|统一|机构|邮政|电话|证书|许可证|营业执照|证|照|税务|纳税人|单位|社团|单位注册",
    "设备|资产|图纸|注册|资格|执业|职业|资质|车辆|仪器|机器|机组|产品|商品|物料|零件|部件|样品|样本|试样|型号|序列|批次|货物|材料|药品",
    "发票|票据|单据|收据|凭证|账户|开户行|行|银行|支付|交易|流水|保单|保函|运单|快递",
    "房屋|房产|房间|楼栋|楼|单元|床位|工位|车位|铺位|摊位|地块|宗地|路灯|井|点位|站点|桩|灯杆|树木",
    "人员|学生|学号|员工|职工|工人|教师|专家|客户|用户|会员|患者",
    "报告|检测|检验|标准|规范|条款|章节|表|附件|印章|档案|卷宗|问题|缺陷|工单",
  ].join("|")})(?:编号|编码)`,
  "g",
);
/**
 * Where a code is looked for, in turn; what stands amid brackets is of what its sentence speaks of. The project's own is
 * believed there, but for one that a tender bears (通过公开招标（项目编号：…）): the agreement's own goes before that.
 */
const CODE_PLACES: readonly [label: RegExp, isOwn: boolean][] = [
  [PROJECT_CODE, true],
  [UNTENDERED_CODE, false],
  [PAPER_CODE, true],
  [AGREEMENT_CODE, true],
  [BARE_CODE, true],
  [PROJECT_CODE, false],
  [PAPER_CODE, false],
  [AGREEMENT_CODE, false],
  [OTHER_CODE, true],
  [OTHER_CODE, false],
];
const CODE_MARK = /^(?:[（(][^（）()]{1,8}[）)])?\s*(?:为|是)?\s*[：:.．]?\s*/;
const CODE =
  /^[A-Za-z0-9\p{Script=Han}〔〕[\]【】（）()#][A-Za-z0-9\p{Script=Han}〔〕[\]【】（）()\-–—_/.·#&+ ]{2,48}/u;
/** Where a code in running text ends: at Chinese words that no document number holds. */
const CODE_WORDS =
  /(?:的|之|签|甲方|乙方|项目名|项目|合同|协议|采购|日期|版本|地点|时间|以下|下称|约定|于\d|为|与)/;

/** The code the agreement or its project bears (项目编号, 合同编号, 招标编号 …), or null. */
export function findProjectCode(flow: Flow): Text | null {
  const passages = passagesOf(flow);
  // What an agreement that this one changes bears is its code only where there is no other.
  for (const places of [CODE_PLACES.filter(([label]) => label !== OTHER_CODE), CODE_PLACES]) {
    for (const [label, isOwn] of places) {
      for (const passage of passages) {
        const code = codeAfter(passage, label, { isOwn, takesFormer: places === CODE_PLACES });
        if (code) return textValue(code);
      }
    }
  }
  const alone = passages.slice(0, FIRST_PASSAGES).find(({ text }) => NUMBER_ALONE.test(text));
  return alone ? textValue(tidySlice(alone, 0, alone.text.length)) : null;
}

/** （2025）君恒顾字第108号, 鹿文旅扶〔2025〕12号: a document's number on a line of its own, below the title. */
const NUMBER_ALONE =
  /^\s*[\p{Script=Han}A-Za-z]{0,10}[（(〔[【]\s*20\d{2}\s*[）)〕\]】]\s*[\p{Script=Han}A-Za-z]{0,10}\s*第?\s*\d{1,5}\s*号\s*$/u;
const FIRST_PASSAGES = 6;

/** A label amid a sentence's brackets is of what the sentence speaks of: （招标编号：…）. */
const isAside = (text: string, at: number): boolean =>
  /[（(][^（）()]{0,12}$/.test(text.slice(0, at)) && at > 4;

/** （合同编号：X，以下称原合同）, 原合同编号：X */
const FORMER_BEHIND = /^[^（）()。；]{0,50}[，,]\s*(?:以下|下)?简?称(?:为)?[“"]?[原主]/;

function codeAfter(
  passage: NormalText,
  label: RegExp,
  { isOwn, takesFormer }: { isOwn: boolean; takesFormer: boolean },
): NormalText | null {
  for (const match of passage.text.matchAll(label)) {
    if (isOwn && isAside(passage.text, match.index)) continue;
    const isFormer =
      /原$/.test(passage.text.slice(0, match.index)) ||
      match[0].startsWith("原") ||
      FORMER_BEHIND.test(passage.text.slice(match.index + match[0].length));
    if (isFormer && !takesFormer) continue;
    const behind = match.index + match[0].length;
    const mark = CODE_MARK.exec(passage.text.slice(behind))?.[0] ?? "";
    const from = behind + mark.length;
    const rest = passage.text.slice(from, Math.min(gapAfter(passage, from), nextLabel(passage, from)));
    const code = trimCode(CODE.exec(rest)?.[0] ?? "");
    const isPlain = /[：:为是.．]/.test(mark) || /^[A-Za-z0-9]/.test(code);
    if (isPlain && isCode(code)) return withoutSeams(tidySlice(passage, from, from + code.length));
  }
  return null;
}

/** TYL | Z-ST-2024: a code over two lines, without the blank that was put between its letters there. */
function withoutSeams(code: NormalText): NormalText {
  const { text, glyphs } = code;
  const parts = [...text].flatMap((char, at) => {
    const [before, behind] = [glyphs[at - 1], glyphs[at + 1]];
    const isSeam = char === " " && before && behind && before.lineNumber !== behind.lineNumber;
    return isSeam ? [] : [sliceText(code, at, at + 1)];
  });
  return parts.length < text.length ? concatTexts(parts) : code;
}

/** 发包人（甲方）： on a line of its own, which was taken to go on with the one before. */
const LABEL = /^\p{Script=Han}{2,10}(?:[（(][^（）()]{1,8}[）)])?\s*[：:]/u;

/** Where the first printed line behind a place begins with a label, or one stands behind a gap; the text's end where none does. */
function nextLabel({ text, glyphs }: NormalText, from: number): number {
  const em = emOf(glyphs.slice(from, from + LABEL_ROOM));
  const isApart = (at: number): boolean =>
    glyphs[at].lineNumber !== glyphs[at - 1].lineNumber ||
    glyphs[at].box[0] - glyphs[at - 1].box[0] - em > LEAST_GAP * em;
  for (let at = from + 1; at < glyphs.length; at++) if (isApart(at) && LABEL.test(text.slice(at))) return at;
  return text.length;
}

const LABEL_ROOM = 40;
/** In characters. */
const LEAST_GAP = 0.6;

/** Without words that follow, and without a closing bracket that was opened before the code. */
function trimCode(text: string): string {
  let code = text.replace(/[\s/／|｜]+$/, "");
  const words = CODE_WORDS.exec(code);
  if (words) code = code.slice(0, words.index).replace(/[\s/／|｜]+$/, "");
  let depth = 0;
  for (let index = 0; index < code.length; index++) {
    if (/[（([【〔]/.test(code[index])) depth += 1;
    if (/[）)\]】〕]/.test(code[index])) depth -= 1;
    if (depth < 0) return code.slice(0, index);
  }
  return depth > 0 ? code.slice(0, Math.max(code.lastIndexOf("（"), code.lastIndexOf("("))) : code;
}

function isCode(code: string): boolean {
  const digits = code.replace(/\D/g, "").length;
  return digits >= 2 && code.length >= 4 && !/^\d{4}年/.test(code) && !/元$/.test(code);
}

const NAME_LABEL =
  /(?:采购|招标|工程|服务|课题)?项目(?:名称|全称)\s*[：:]|(?:合同|协议|采购|标的|工程|课题|作品|活动|培训班?|展览|赛事|演出|论坛)(?:[（(][^（）()]{1,6}[）)])?名称\s*[：:]|(?:项目|工程)名称(?:及|和|与|、)(?:地[点址]|编号|内容|概况|范围|规模)\s*[：:]/g;
/** 项目：…, 支持项目：… at the beginning of a line: what a table's header may say as well. */
const PLAIN_LABEL = /^\s*(?:支持|承担|资助|委托|实施|建设|研究|开发)?项目\s*[：:]/g;
const SHORTEST_PLAIN = 8;
const NAME_STOP =
  /[。；，]|[（(]?\s*(?:(?:项目|合同|协议|采购|招标|标段)(?:编号|编码|地点|内容|概况)|[甲乙丙]方|采购人|委托方|签订(?:日期|地点|时间)|服务(?:期限|地点|内容))(?:[（(][^（）()]{0,10}[）)])?[：:]/;
const ABOUT =
  /(?:就|为|承接|实施|开展|运营|负责|委托(?![方人])|有关|关于|签订的?|订立的?|签署的?)(?:了|的)?(?:(?:[甲乙]方|(?:受托|承包|承揽|承接|中标|服务|供应|施工)[人方商])的?)?(?:(?:共同|联合)?(?:开展|实施|承担|推进|组织|完成))?([“"《]?)((?!完成)(?:[“"][^”"“]{1,8}[”"])?[^，。；：、“”"《》（）]{3,48}?(?:项目|工程|课题))(?![经费名编金部预总采]|20\d{2})(?<!项目(?=[组制化库负])|课题(?=组)|工程(?=[师类量造技系院机领科公学质界硕博]|专[业科]|管理(?:专业|硕士)))(?!(?:施工|服务|采购|监理|设计|委托|承包|分包|建设|总承包|购销)*(?:合同|协议))([”"》]?)/g;

/** The project's name as labelled, else the project that the agreement says it is about (就…项目), or null. */
export function findProjectName(flow: Flow): Text | null {
  const passages = passagesOf(flow);
  for (const passage of passages) {
    const name = nameAfterLabel(passage, NAME_LABEL);
    if (name) return textValue(name);
  }
  for (const passage of passages) {
    const name = nameAfterLabel(passage, PLAIN_LABEL);
    if (name && name.text.length >= SHORTEST_PLAIN) return textValue(name);
  }
  for (const ways of SENTENCES) {
    for (const passage of passages) {
      const name = nameInSentence(passage, ways);
      if (name) return textValue(name);
    }
  }
  return null;
}

function nameAfterLabel(passage: NormalText, label: RegExp): NormalText | null {
  for (const match of passage.text.matchAll(label)) {
    const from = match.index + match[0].length;
    const rest = passage.text.slice(from, gapAfter(passage, from));
    const stop = NAME_STOP.exec(rest)?.index ?? rest.length;
    const isCut = stop < rest.length;
    const name = unquoted(tidySlice(passage, from, from + balanced(rest.slice(0, stop), isCut)));
    if (name.text.length >= 3 && /\p{Script=Han}{2}/u.test(name.text)) return name;
  }
  return null;
}

/** How much of a name stands before a bracket that is opened at its end, or that `isCut` amid (监测服务（项目编号：…). */
function balanced(name: string, isCut: boolean): number {
  const open = /[（(][^（）()]*$/.exec(name);
  return open && (isCut || /^[（(]\s*$/.test(open[0])) ? open.index : name.length;
}

/** 依据X项目（招标编号：…）的中标结果: the project whose award the agreement follows. */
const AWARDED =
  /(?:依据|根据|依照|按照|鉴于)(?:[甲乙]方)?(?:的|组织的)?([“"]?)([^，。；：、“”"《》（）()]{3,48}?(?:项目|工程|课题))([”"]?)(?:[（(][^（）()]*[）)])?的?(?:公开|竞争性)?(?:招标|招投标|采购|中标|成交|磋商|谈判|评审|评标|遴选|竞价|比价|比选|询价)[^，。；]{0,6}(?:结果|通知书)/g;

/** X项目经公开招标, 将X工程第五标段交由承包方实施: the project, or its lot, by what becomes of it. */
const TENDERED =
  /(?<=^|[。；，]\s*|鉴于|因)([“"]?)((?!本|该)[^，。；：、“”"《》（）()]{4,48}?(?:项目|工程|课题))([”"]?)(?:[（(][^（）()]*[）)])?(?:已?经|通过|以)(?:公开|邀请|竞争性|单一|询)[^，。；]{0,6}(?:招标|磋商|谈判|来源|询价|比选|价)/g;
const HANDED_OVER =
  /(?:将|把)([“"]?)([^，。；：、“”"《》（）()]{4,48}?(?:项目|工程)第?[一二三四五六七八九十\d]+(?:标段|标包|包))([”"]?)(?:交由|交给|委托|发包给?|承包给)/g;

/** 本项目全称“X”: what it is called in full. */
const IN_FULL = /(?:项目|工程|课题)(?:的?全称|名称)(?:为|是)?\s*[：:]?\s*([“"《])([^“”"《》]{4,60})([”"》])/g;

/** 将2025年度城东片区绿地养护（项目编号LGYL-2025-06）发包给…: what bears a project's code is the project, unless it is how that was tendered. */
const CODED =
  /(?:^|[，。；：:]|(?:将|就|举办|承办|开展|实施|承担|关于|委托(?:[甲乙丙]方|[受承][托包][方人]|供应商)?)(?!的))(“?)((?!本|该|根据|按照|依据|通过|经)(?:(?!将|就|举办|承办|开展|委托|关于)[^，。；：、“”《》（）()]){4,40}?(?<!招标|采购|磋商|谈判|询价|比选|遴选|来源|合同|协议|结果|通知书?|方式|文件|公告|项目))(”?)[（(](?:采购|招标)?项目(?:编号|编码|代码)\s*[：:]?\s*[A-Za-z\d]/g;

/** “山里有光”乡村青少年陪伴项目（以下简称“本项目”）: what the agreement itself calls its project. */
const CALLED_SO =
  /(?:^|[的就对为将经由把，。；：])([“"]?)((?:[“"][^”"“]{1,10}[”"])?[^，。；：、“”"《》（）的就对]{3,48}?(?:项目|工程|课题))([”"]?)[（(](?:以下|下)?简?称(?:为)?[“"](?:本|该)?(?:项目|工程|课题)[”"][）)]/g;

/** 举办“2025年骨干培训班”: an event by its name. */
const EVENT =
  /(?:举办|承办|协办|主办|筹办)([“"《])([^“”"《》，。；]{4,40}(?:班|会|赛|展|节|论坛|讲座|活动|典礼|晚会))([”"》])/g;

/** 签订了《X项目委托协议》（项目编号：…）: the project that the agreement which this one changes was about. */
const IN_TITLE =
  /(《)([^《》，。；：]{4,48}?(?:项目|工程|课题))\p{Script=Han}{0,8}(?:合同|协议)书?(》)(?=[（(]项目(?:编号|代码))/gu;

function nameInSentence(passage: NormalText, ways: readonly RegExp[]): NormalText | null {
  for (const match of ways.flatMap((words) => [...passage.text.matchAll(words)])) {
    const start = passage.text.indexOf(match[2], match.index);
    const name = sliceText(passage, start, start + match[2].length);
    if (NO_NAME.test(name.text)) continue;
    return name;
  }
  return null;
}

/** How a sentence may name the project; the later ones only where none of the earlier ones does. */
const SENTENCES = [[CALLED_SO], [IN_FULL, ABOUT, AWARDED, TENDERED, HANDED_OVER, CODED], [EVENT, IN_TITLE]];

/** 本项目, 受托方对18个项目, 会计师事务所对项目: not what a project is called, but which one, how many, or who does what. */
const NO_NAME =
  /[本该此]项目$|^(?:保[证障]|确保|满足|加强|配合|适应|推进|落实|做好|进一步|切实)|^(?:本|该|此|上述|下列|以下|前述|同一|各)|[对就为在向将]项目$|[的等]项目$|[\d一二三四五六七八九十几多若干]\s*个|(?:[甲乙丙]|托|包|供应|采购|服务|买|卖|需)[方人](?:对|就|为|在|向|将)/;

/** “一网统管”指挥系统: quotes that hold a part of it only are its own. */
function unquoted(name: NormalText): NormalText {
  const inner = /^[“"《](.*)[”"》]$/.exec(name.text);
  return inner ? sliceText(name, 1, name.text.length - 1) : name;
}
