import { expect, test } from "vitest";
import { buildFlow } from "../../src/extract/build-flow.ts";
import { findIndicators } from "../../src/extract/find-indicators.ts";
import { normalizeScan } from "../../src/normalize/index.ts";
import { cell, HEADER } from "../support/cut-table.ts";
import { ruled, scanOf } from "../support/normal-scan.ts";

const header = HEADER.map((words, column) => cell(0, column, 1, words));
/** The last column has room for ten letters. */
const EDGES = [100, 220, 360, 640, 850];

function targetsOf(standard: string) {
  const cells = [
    ...header,
    cell(1, 0, 1, "社区服务"),
    cell(1, 1, 1, "长者"),
    cell(1, 2, 1, "（1）开展走访慰问活动"),
    cell(1, 3, 1, standard),
    cell(2, 0, 1, "社区治理"),
    cell(2, 1, 1, "协商"),
    cell(2, 2, 1, "（2）组织居民议事协商"),
    cell(2, 3, 1, "按照甲方的书面要求执行"),
  ];
  const { flow } = buildFlow(normalizeScan(scanOf([ruled(cells, EDGES, 100)])));
  return findIndicators(flow)[0].targets.map(({ comparison, value, unit }) => [comparison, value, unit]);
}

test("a figure that a full line's end cut is one", () => {
  expect(targetsOf("78次；满意度应达100%")).toEqual([
    ["equal", 78, "次"],
    ["equal", 100, "%"],
  ]);
  expect(targetsOf("全年上门探访不少于120户")).toEqual([["at-least", 120, "户"]]);
});

test("where the line had room, figures one below the other stay two, and none is counted on", () => {
  expect(targetsOf("探访12\n30户")).toEqual([]);
});
