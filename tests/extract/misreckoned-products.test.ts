import { describe, expect, test } from "vitest";
import { writtenReckonings } from "../../src/extract/written-reckonings.ts";
import { outlineOf } from "../support/outline.ts";

const told = (...parts: string[]) => {
  const { findings, problems } = outlineOf(
    "委托服务合同",
    "甲方：望海区文化馆 乙方：安泰物业服务有限公司",
    ...parts,
  );
  return [...findings, ...problems];
};

/** A list whose total counts the last sum as printed. */
const perTime = (last: string, total: string) =>
  told(
    "一、服务费用",
    "1、消杀费：每次950元，全年27次，25,650元；",
    "2、巡检费：每次650元，全年5次，3,250元；",
    `3、清运费：每车1,200元，全年12车，${last}元；`,
    `以上三项合计${total}元，一次性包干。`,
  );

describe("products whose total counts the wrong sum", () => {
  test.each([
    ["by the time", () => perTime("14,500", "43,400"), "quantity-times-price 清运费"],
    [
      "合价 behind a unit price",
      () =>
        told(
          "三、签约合同价为1,365,000元，包括：旧路面铣刨18,000平方米，综合单价12.5元，合价252,000元；沥青罩面18,000平方米，综合单价61.8元，合价1,113,000元。",
        ),
      "quantity-times-price 旧路面铣刨",
    ],
    [
      "货款 behind a price by the ton",
      () =>
        told(
          "一、标的物：钢筋50吨，每吨3,900元，货款195,000元；水泥173吨，每吨300元，货款59,100元。货款总计254,100元。",
        ),
      "quantity-times-price 水泥",
    ],
  ])("are a finding: %s", (_, tell, finding) => {
    expect(tell()).toContain(finding);
  });

  test.each([
    [
      "people, months and a price in brackets",
      "四、合同总价890,000元，构成如下：项目经理（2人×14,500元×10月=290,000元）、测试工程师（3人×20,000元×11月=600,000元）。",
      "3人×20,000元×11月=600,000元",
    ],
    [
      "a rent by the square metre",
      "租赁面积640平方米，租金标准为每平方米每月34元，月租金21,460元，年租金261,120元，租金总额261,120元。",
      "21,460元",
    ],
    [
      "twelve months of a rent",
      "租赁面积640平方米，每平方米每月34元，月租金21,760元，年租金262,110元，租金总额262,110元。",
      "262,110元",
    ],
  ])("are a problem where no line has their factors: %s", (_, text, span) => {
    expect(told(text).join()).toContain(span);
  });

  test.each([
    ["the same where it comes out", perTime("14,400", "43,300")],
    [
      "months of a term told elsewhere",
      told(
        "驾驶员由乙方派遣，每人5,500元/月，两人服务期内计154,000元。",
        "合同总价为154,000元，按实支付。",
      ).filter((each) => each.includes("乘积")),
    ],
    [
      "a bracket of its own behind each sum",
      told(
        "年服务费738,000元，其中：护工费用234,000元（5人×3,900元/人·月×12个月），保洁员费用504,000元（15人×2,800元/人·月×12个月）。",
      ),
    ],
    [
      "rents that rise, and all of them",
      told(
        "分两次付款：2026年每次432,000元，2027年每次453,600元，2028年每次476,280元，三年六次合计272.376万元。",
      ).filter((each) => each.includes("乘积")),
    ],
    [
      "what is said to be rounded",
      told("清洗面积1,250平方米，每平方米3.33元，取整后合计4,160元，合同总价4,160元。").filter((each) =>
        each.includes("乘积"),
      ),
    ],
  ])("sound neighbours are left alone: %s", (_, all) => {
    expect(all).toEqual([]);
  });
});

describe("reckonings written with their signs", () => {
  test.each([
    "5人×8,000元×12月=480,000元",
    "3人*0.8万元/月*12个月＝28.8万元",
    "甲费30,000元+乙费20,000元=50,000元".replace(/[甲乙]费/g, ""),
    "12,345元×6%＝741元",
    "100,000元÷1.06=94,339.62元",
    "2台×5,000元+3套×600元=11,800元",
    "单价500元乘以200套等于100,000元",
  ])("come out: %s", (text) => {
    expect(writtenReckonings(text).map(({ fits }) => fits)).toEqual([true]);
  });

  test.each([
    "5人×8,000元×12月=408,000元",
    "6人×23,000元×10月=230,000元",
    "30,000元+20,000元=51,000元",
    "12,345元×6%＝714元",
    "3人*0.8万元/月*12个月＝28.7万元",
  ])("don't: %s", (text) => {
    expect(writtenReckonings(text).map(({ fits }) => fits)).toEqual([false]);
  });
});
