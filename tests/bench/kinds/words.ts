import type { Random } from "../../../fixtures/make/random.ts";

const NAMES =
  "人员工资,社会保险,活动物资,场地租赁,专家督导,交通补贴,印刷装订,设备维护,志愿者激励,档案整理,评估费,走访慰问,健康讲座,义诊,节日活动,培训".split(
    ",",
  );
const PARTS =
  "组织社区长者开展健康讲座,每场参加人数不少于三十人,活动后七日内提交总结,为独居长者建立服务档案,每月上门走访一次并填写记录,由专职社工负责跟进,配备急救药箱与应急物资,活动须有签到和照片,按季度向甲方报送报表,遇节假日顺延".split(
    ",",
  );
const NOTES = "按季度,据实结算,含税,见附件,另行通知,无,已备案".split(",");
const SIDES = "月份,经办人,完成情况,负责部门,期限,验收方式,地点,对象".split(",");

/** Prose of so many parts. */
export const prose = (random: Random, parts: number): string =>
  `${Array.from({ length: parts }, () => random.pick(PARTS)).join("，")}。`;

export const money = (random: Random): string => `${random.int(1, 400) * 50}.00`;

/** A table of plain rows: number, name, and so many columns of figures. */
export function priceRows(random: Random, count: number): string[][] {
  const names = random.shuffle(NAMES);
  const head = ["序号", "项目", "数量", "单价（元）", "小计（元）"];
  const rows = Array.from({ length: count }, (_, at) => [
    `${at + 1}`,
    names[at % names.length],
    `${random.int(1, 240)}`,
    money(random),
    money(random),
  ]);
  const hasCount = random.chance(0.6);
  const rest = (row: string[]): string[] => (hasCount ? row : row.slice(1));
  return [head, ...rows].map(rest);
}

/** A table whose cells may hold several lines. */
export function longRows(random: Random, count: number): string[][] {
  const names = random.shuffle(NAMES);
  const rows = Array.from({ length: count }, (_, at) => [
    `${at + 1}`,
    names[at % names.length],
    prose(random, random.int(1, 5)),
    random.chance(0.3) ? prose(random, random.int(1, 2)) : `不少于${random.int(1, 12)}场`,
    random.chance(0.25) ? "" : random.pick(NOTES),
  ]);
  const head = ["序号", "项目", "服务内容", "量化标准", "备注"];
  const columns = random.pick([
    [0, 1, 2, 3, 4],
    [0, 1, 2, 3],
    [1, 2, 3],
    [0, 2, 3, 4],
    [0, 1, 2, 4],
  ]);
  return [head, ...rows].map((row) => columns.map((column) => row[column]));
}

/** Rows of words of other columns than the rest has. */
export function otherRows(random: Random, count: number, columns: number): string[][] {
  const head = random.sample(SIDES, columns);
  const rows = Array.from({ length: count }, (_, at) =>
    head.map((_, column) => (column === 0 ? `${at + 1}月` : random.pick([...NOTES, `${random.int(1, 90)}`]))),
  );
  return [head, ...rows];
}

export const caption = (random: Random): string =>
  random.pick([
    `表${random.pick(["二", "三", "四"])} ${random.pick(["经费明细表", "服务安排", "人员配备一览表"])}`,
    "单位：万元",
    "单位：元",
    `附表${random.int(2, 9)}：${random.pick(["设备清单", "活动计划"])}`,
    `（${random.pick(["二", "三"])}）${random.pick(["其他费用", "第二年度"])}`,
    "续上表，数据截至本协议签订之日",
    `${random.int(2, 9)}．${random.pick(["费用说明如下", "服务指标见下表"])}`,
  ]);
