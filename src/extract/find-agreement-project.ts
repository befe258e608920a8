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
        if (code) return withHyphens(textValue(code));
      }
    }
  }
  const alone = passages.slice(0, FIRST_PASSAGES).find(({ text }) => NUMBER_ALONE.test(text));
  return alone ? textValue(tidySlice(alone, 0, alone.text.length)) : null;
}

/** A code as the reader saw it that saw more hyphens, and else the same: thin strokes are lost, and none are made up. */
function withHyphens(code: Text): Text {
  const bare = (saw: string): string => saw.replaceAll("-", "");
  const [fuller] = (code.readings ?? [])
    .slice(1)
    .filter(({ raw }) => bare(raw) === bare(code.value) && raw.length > code.value.length)
    .sort((a, b) => b.raw.length - a.raw.length);
  return fuller ? { ...code, value: fuller.raw, raw: fuller.raw } : code;
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
    // A project's own code is that of all its agreements.
    const isOfProject = /项目|课题/.test(match[0]);
    const isFormer =
      /原$/.test(passage.text.slice(0, match.index)) ||
      match[0].startsWith("原") ||
      FORMER_BEHIND.test(passage.text.slice(match.index + match[0].length));
    if (isFormer && !isOfProject && !takesFormer) continue;
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
  if (words) code = code.slice(0, words.index).replace(/(?:[.．]?原|[\s/／|｜]+)$/, "");
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
