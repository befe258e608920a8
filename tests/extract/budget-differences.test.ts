import { describe, expect, test } from "vitest";
import { outlineOf } from "../support/outline.ts";

const TITLE = "物业合同补充协议";
const BOTH = "原合同总价300000元，变更后合同总价为350000元。";
const notBetween = (raw: string): string => `“${raw}”：增减额与变更前后总额之差不符，请核对原件`;

const FLAWED: [what: string, wrong: string, parts: string[]][] = [
  ["told below the totals", "40000元", ["一、价款变更", BOTH, "本次增加40000元。"]],
  ["told above them", "40000元", ["一、价款变更", "本次变更后合同总价较原合同增加40000元。", BOTH]],
  [
    "told between them",
    "40000元",
    ["一、价款变更", "原合同总价为300000元。", "本次合同价款增加40000元。", "变更后合同总价为350000元。"],
  ],
  [
    "told under a number of its own",
    "40000元",
    ["一、原合同总价为300000元。", "二、本次增加40000元。", "三、变更后合同总价为350000元。"],
  ],
  [
    "told below a table",
    "40000元",
    [
      "一、价款变更",
      "项目|变更前金额（元）|变更后金额（元）\n人工费|200000|240000\n物料费|100000|110000\n合计|300000|350000",
      "本次合同金额增加40000元。",
    ],
  ],
  [
    "below a list of what makes it",
    "60000元",
    ["一、价款变更", BOTH, "（一）增加保洁费30000元；", "（二）增加保安费20000元。", "本次共增加60000元。"],
  ],
  [
    "as much as the old total",
    "300000元",
    ["原合同总价300000元，本次增加300000元，变更后合同总价为350000元。"],
  ],
  [
    "as much as the new total",
    "350000元",
    ["原合同总价300000元，本次增加350000元，变更后合同总价为350000元。"],
  ],
  ["called less where it is more", "50000元", ["合同总价由300000元调整为350000元，核减50000元。"]],
];

const SOUND: [what: string, parts: string[]][] = [
  ["the difference below the totals", ["一、价款变更", BOTH, "本次增加50000元。"]],
  [
    "parts, and what they come to",
    ["原合同总价300000元，增加保洁费30000元，增加保安费20000元，共增加50000元，变更后合同总价为350000元。"],
  ],
  [
    "the same as a list",
    ["一、价款变更", BOTH, "（一）增加保洁费30000元；", "（二）增加保安费20000元。", "本次共增加50000元。"],
  ],
  [
    "the changes of named parts",
    [
      "一、价款变更",
      "原合同总价300000元，其中人工费200000元，物料费100000元。",
      "（1）人工费：增加30000元；",
      "（2）物料费：增加20000元。",
      "变更后合同总价为350000元，其中人工费230000元，物料费120000元。",
    ],
  ],
  ["another base", ["一、价款变更", BOTH, "本次变更后总价较采购预算减少10000元。"]],
  [
    "a change by the month",
    ["一、价款变更", "原合同总价300000元，变更后合同总价为360000元。", "每月增加5000元，共12个月。"],
  ],
  [
    "changes with their causes",
    ["一、价款变更", "因新增保洁岗位2个，增加40000元；因物料上涨，增加10000元。", BOTH],
  ],
  ["the new total behind words of a change", ["一、价款变更", BOTH, "增加服务内容后合同总价为350000元。"]],
  ["another clause's money", ["一、价款变更", BOTH, "二、履约保证金", "履约保证金增加5000元。"]],
  [
    "all of it in 大写 too",
    [
      "原合同总价300000元（大写：叁拾万元整），现合同总价增加50000元（大写：伍万元整），变更后合同总价为350000元（大写：叁拾伍万元整）。",
    ],
  ],
];

describe("what a total was changed by", () => {
  test.each(FLAWED)("%s: %s is told", (_, wrong, parts) => {
    const { problems, findings } = outlineOf(TITLE, ...parts);
    expect(problems).toEqual([notBetween(wrong)]);
    expect(findings).toEqual([]);
  });

  test.each(SOUND)("%s: nothing is told", (_, parts) => {
    const { problems, findings } = outlineOf(TITLE, ...parts);
    expect([...problems, ...findings]).toEqual([]);
  });
});
