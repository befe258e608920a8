import { test } from "vitest";
import { normalizeText } from "../../src/normalize/index.ts";

test("x", () => {
  for (const s of [
    "共 计 人民币 2,332,800.00 元 (大写: 贰佰元整),其中:占86.53 ％,余下",
    "自 2025 年 8 月 1 日 至 2026.7.31 ,共计(12)个月",
    "１２３４５６．７８",
    "二○二五年",
    "⽅⻰⼯⻓",
    "10:30",
    "1. 建档 覆盖率 100%",
    "徵求意見並覆核餘額",
    "(1)开设宣传栏(每年2次)",
    "ABC Company Ltd",
    "⑴ 开设",
    "(Z/B0)",
    "合同编号:ABCD-2025(01)号",
    "㈠概况",
    "总价:￥ 2,332元",
    "时间:8:00-12:00,下午",
    "￥100",
    "“甲方”:某局",
  ])
    console.log(s, "→", normalizeText(s));
  // gb2312 chars changed by simplification
  let out = "";
  const dec = new TextDecoder("gb2312");
  for (let a = 0xb0; a <= 0xf7; a++)
    for (let b = 0xa1; b <= 0xfe; b++) {
      const c = dec.decode(new Uint8Array([a, b]));
      if (c.length === 1 && c !== "\ufffd" && normalizeText(c) !== c) out += c + normalizeText(c) + " ";
    }
  console.log(out);
});
