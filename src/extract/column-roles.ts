import type { FlowTable } from "../model/flow.ts";
import { type ColumnLook, describeColumn } from "./column-roles-look.ts";
import {
  IGNORED_HEADER,
  OTHER_KIND,
  ROLE_WORDS,
  ROLES,
  type Role,
  TITLE_OF_INDICATORS,
} from "./column-roles-words.ts";

/** The column that plays each role, null for a role no column plays. */
export type ColumnRoles = Record<Role, number | null>;

/** What leaving a column without a role costs, so that columns of unknown wording get one by their place. */
const UNUSED = 0.6;
/** More than any column scores in any role. */
const NEEDED = 20;
/** A header that says 标准, 指标值, 频次 … in so many words. */
const PLAIN_HEADER = 2;

/**
 * Which column of an indicator table holds category, item, requirement, detail and standard; null for any other table.
 * Header words, what stands in a column, and the order of the roles from left to right are weighed together;
 * tables of prices, scores, staff or payments are told by their own words and by columns of money.
 */
export function findColumnRoles(table: FlowTable): ColumnRoles | null {
  if (table.headerRows === 0 || table.headerRows >= table.rowCount || table.columnCount < 2) return null;
  const described = Array.from({ length: table.columnCount }, (_, column) => describeColumn(table, column));
  // 量化指标 | 分值: what a target is worth is no part of it, where nearly all of the column beside it are targets.
  const hasTargets = described.some(
    ({ header, targetShare }) => PLAINLY_TARGETS.test(header) && targetShare >= MOSTLY,
  );
  const isOfTargets = described.some(({ header }) => OF_TARGETS.test(header));
  const columns = described.map((column) => {
    if (hasTargets && SCORE.test(column.header)) return { ...column, header: IGNORED };
    return isOfTargets && HOW_SCORED.test(column.header) ? { ...column, header: STANDARD } : column;
  });
  if (columns.some((column) => OTHER_KIND.test(column.header) || column.holdsMoney)) return null;
  const roles = withCategory(assignRoles(columns), columns);
  if (roles.detail === null || roles.standard === null) return null;
  return isPlainly(table, roles, columns) ? roles : null;
}

const PLAINLY_TARGETS = /量化|指标值|考核指标|目标值|服务指标|数量指标/;
const MOSTLY = 0.7;
const SCORE = /^(?:分值|分数|满分|权重|标准分)(?:[（(].{0,4}[）)])?$/;
const IGNORED = "备注";
/** 考核项 | 指标要求 | 考核内容 | 评分标准: how a target is scored is its standard, where no points stand beside it. */
const OF_TARGETS = /指标/;
const HOW_SCORED = /^(?:评分|扣分|计分)(?:标准|办法|细则|规则)$/;
const STANDARD = "考核标准";

/** 项目 | 内容 | 工作要求 | …: of two columns of groups before the requirement, whatever they are called, the first is the wider. */
function withCategory(roles: ColumnRoles, columns: readonly ColumnLook[]): ColumnRoles {
  const { category, item, requirement } = roles;
  if (category !== null || item === null || requirement === null) return roles;
  const between = columns.slice(item + 1, requirement);
  const [inner] = between;
  const isInner = between.length === 1 && inner.isGrouping && !IGNORED_HEADER.test(inner.header);
  return isInner && columns[item].isGrouping ? { ...roles, category: item, item: item + 1 } : roles;
}

/** Whether the words or what stands below them say that targets are set here, and for what. */
function isPlainly(table: FlowTable, roles: ColumnRoles, columns: readonly ColumnLook[]): boolean {
  const standard = columns[roles.standard as number];
  const others = ROLES.slice(0, 4).flatMap((role) => {
    const column = roles[role];
    return column === null ? [] : [headerScore(columns[column].header, role)];
  });
  const isNamed = others.some((score) => score >= 1);
  if (headerScore(standard.header, "standard") >= PLAIN_HEADER) return isNamed || standard.targetShare >= 0.3;
  const isTitled = TITLE_OF_INDICATORS.test(table.title?.text ?? "");
  return (
    standard.targetShare >= 0.3 && (isTitled || others.filter((score) => score >= PLAIN_HEADER).length >= 2)
  );
}

/** The best way to give roles to columns from left to right, each role at most once. */
function assignRoles(columns: readonly ColumnLook[]): ColumnRoles {
  // Without a detail and a standard no row says anything: of what is left, the best way is taken that has both.
  const scores = columns.map((column) =>
    ROLES.map((role) => scoreOf(column, role) + (role === "detail" || role === "standard" ? NEEDED : 0)),
  );
  const unused = columns.map((column) => (IGNORED_HEADER.test(column.header) ? 0 : -UNUSED));
  const memo = new Map<string, { score: number; taken: (number | null)[] }>();
  const best = (column: number, role: number): { score: number; taken: (number | null)[] } => {
    if (column === columns.length) return { score: 0, taken: [] };
    const key = `${column},${role}`;
    const known = memo.get(key);
    if (known) return known;
    const skipped = best(column + 1, role);
    let result = {
      score: unused[column] + skipped.score,
      taken: [null, ...skipped.taken] as (number | null)[],
    };
    for (let next = role; next < ROLES.length; next++) {
      const rest = best(column + 1, next + 1);
      const score = scores[column][next] + rest.score;
      if (score > result.score) result = { score, taken: [next, ...rest.taken] };
    }
    memo.set(key, result);
    return result;
  };
  const roles: ColumnRoles = { category: null, item: null, requirement: null, detail: null, standard: null };
  for (const [column, role] of best(0, 0).taken.entries()) if (role !== null) roles[ROLES[role]] = column;
  return roles;
}

function scoreOf(column: ColumnLook, role: Role): number {
  if (IGNORED_HEADER.test(column.header)) return -5;
  return headerScore(column.header, role) + contentScore(column, role);
}

function headerScore(header: string, role: Role): number {
  return ROLE_WORDS[role].find(([words]) => words.test(header))?.[1] ?? 0;
}

function contentScore(column: ColumnLook, role: Role): number {
  const { isGrouping, isLongest, length, numberedShare, targetShare, place } = column;
  const isShort = length < 14;
  const points = (...entries: readonly [boolean, number][]): number =>
    entries.reduce((sum, [holds, worth]) => sum + (holds ? worth : 0), 0);
  const byRole: Record<Role, number> = {
    category: points([isGrouping, 0.5], [!isGrouping, -0.5], [isShort, 0.5], [place === 0, 0.4]),
    item: points([isGrouping, 0.4], [isShort, 0.5], [place < 0.5, 0.2], [place >= 0.5, -0.3]),
    requirement: points([isGrouping, 0.5], [isShort, -0.3], [!isShort, 0.4], [place > 0 && place < 1, 0.2]),
    detail: 0.9 + points([isGrouping, -1], [isLongest, 1]) + numberedShare * 0.8 - targetShare * 0.5,
    standard: 0.2 + points([place === 1, 0.5], [isGrouping, -0.3], [isLongest, -0.3]) + targetShare * 2,
  };
  return byRole[role];
}
