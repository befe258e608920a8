import { type Frame, NUMERAL, word } from "./misread-frame.ts";

/** A number as targets tell it, in digits or in words. */
const NUMBER = `\\s*(?:\\d|[${NUMERAL}两百壹贰叁肆伍陆柒捌玖拾佰])`;

/** Words by which targets say how much is to be done, and how often: 不少于, 每季度. */
export const TARGETS: readonly Frame[] = [
  // 不少干部, 不少手工: only before a number.
  word("于", `(?<=不(?:得|应|能|可)?[少低小高多大])[手干丁亍王千](?=${NUMBER})`),
  // 至年底 is sound, and what is behind 年 tells that it is none of these.
  word("全", `(?<=^|[，,。；：])[至仝金](?=年(?:不(?:得|应|能|可)?[少低小]于|至少|[≥>]))`),
  // 39场以上 at its clause's end; 3人以士兵为主 goes on.
  word("上", `(?<=[\\d${NUMERAL}](?:\\p{Script=Han}{1,3}|[%％])以)[士土止工tT](?=$|[，。；,;、])`),
  word("季", `(?<=[每各][一1]?个?)[李委秀](?=度)`),
];
