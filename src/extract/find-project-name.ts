import type { Flow } from "../model/flow.ts";
import type { NormalText } from "../model/normal-text.ts";
import type { Text } from "../model/value.ts";
import { sliceText, textValue } from "./evidence.ts";
import { gapAfter, passagesOf, tidySlice } from "./passages.ts";

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

const NAME_LABEL =
  /(?:采购|招标|工程|服务|课题)?项目(?:名称|全称)\s*[：:]|(?:合同|协议|采购|标的|工程|课题|作品|活动|培训班?|展览|赛事|演出|论坛)(?:[（(][^（）()]{1,6}[）)])?名称\s*[：:]|(?:项目|工程)名称(?:及|和|与|、)(?:地[点址]|编号|内容|概况|范围|规模)\s*[：:]/g;
/** 项目：…, 支持项目：… at the beginning of a line: what a table's header may say as well. */
const PLAIN_LABEL = /^\s*(?:支持|承担|资助|委托|实施|建设|研究|开发)?项目\s*[：:]/g;
const SHORTEST_PLAIN = 8;
const NAME_STOP =
  /[。；，]|[（(]?\s*(?:(?:项目|合同|协议|采购|招标|标段)(?:编号|编码|地点|内容|概况)|[甲乙丙]方|采购人|委托方|签订(?:日期|地点|时间)|服务(?:期限|地点|内容))(?:[（(][^（）()]{0,10}[）)])?[：:]/;
const ABOUT =
  /(?:就|为|承接|实施|开展|运营|负责|委托(?![方人])|有关|关于|签订的?|订立的?|签署的?)(?:了|的)?(?:(?:[甲乙]方|(?:受托|承包|承揽|承接|中标|服务|供应|施工)[人方商])的?)?(?:(?:共同|联合)?(?:开展|实施|承担|推进|组织|完成|支持))?([“"《]?)((?!完成)(?:[“"][^”"“]{1,8}[”"])?[^，。；：、“”"《》（）]{3,48}?(?:项目|工程|课题))(?![经费名编金部预总采]|20\d{2})(?<!项目(?=[组制化库负])|课题(?=组)|工程(?=[师类量造技系院机领科公学质界硕博]|专[业科]|管理(?:专业|硕士)))(?!(?:施工|服务|采购|监理|设计|委托|承包|分包|建设|总承包|购销)*(?:合同|协议))([”"》]?)/g;

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
