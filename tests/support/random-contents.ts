import type { BudgetLine, Instalment } from "../../src/model/agreement.ts";
import type { Contents } from "../../src/model/record.ts";
import {
  budget,
  capitals,
  contents,
  day,
  indicators,
  instalment,
  line,
  money,
  monthly,
  percent,
  quantity,
  schedule,
  table,
} from "./make-figures.ts";

/** Random numbers that a seed repeats. */
export interface Random {
  int(from: number, to: number): number;
  chance(probability: number): boolean;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
  };
}

const LABELS = ["人员费", "活动经费", "设备购置", "管理费", "税金", "培训费", "宣传费"];

/** An agreement whose figures agree: budget with nesting and shares, schedule, term, tables, numbered indicators. */
export function randomContents(random: Random): Contents {
  const lines = randomLines(random);
  const top = lines.filter((each) => each.parent === null);
  const totalFen = top.reduce((sum, each) => sum + each.amount.fen, 0);
  const total = fenToPrinted(totalFen);
  for (const each of lines) each.percent = percent(shareOf(each.amount.fen, totalFen));
  const version = random.chance(0.3) ? "amended" : "original";
  return contents({
    agreement: {
      ...contents().agreement,
      signedOn: day("2025-07-30"),
      term: { from: day("2025-08-01"), to: day("2026-07-31"), months: 12 },
    },
    budgets: [
      budget(lines, total, {
        version,
        totalInCapitals: random.chance(0.7) ? capitals(total) : null,
        restatements: random.chance(0.5) ? [money(total)] : [],
      }),
    ],
    schedules: [schedule(randomInstalments(random, totalFen), random.chance(0.3) ? total : null, version)],
    tables: [randomTable(random)],
    indicators: randomIndicators(random),
  });
}

function randomLines(random: Random): BudgetLine[] {
  const inFen = random.chance(0.2);
  const amount = (): number => random.int(1000, 2_000_000) * 100 + (inFen ? random.int(0, 99) : 0);
  const count = random.int(2, LABELS.length);
  return LABELS.slice(0, count).flatMap((label, index) => {
    if (index === 0) {
      const children = Array.from({ length: random.int(2, 4) }, (_, child) =>
        line(`${label}之${child + 1}`, fenToPrinted(amount()), null, { parent: label }),
      );
      const sum = children.reduce((fen, child) => fen + child.amount.fen, 0);
      return [line(label, fenToPrinted(sum)), ...children];
    }
    if (!random.chance(0.4)) return [line(label, fenToPrinted(amount()))];
    const price = random.int(5, 9000);
    const count = random.int(2, 400);
    return [line(label, price * count, null, { quantity: quantity(String(count)), unitPrice: money(price) })];
  });
}

function randomInstalments(random: Random, totalFen: number): Instalment[] {
  if (random.chance(0.5)) {
    const each = Math.floor(totalFen / 1200) * 100;
    return [
      monthly("2025-08", "2026-06", fenToPrinted(each)),
      monthly("2026-07", "2026-07", fenToPrinted(totalFen - 11 * each)),
    ];
  }
  const first = random.int(2, 4) * 10;
  const second = random.int(2, 4) * 10;
  const amounts = [first, second].map((share) => Math.round((totalFen * share) / 10_000) * 100);
  const rest = totalFen - amounts[0] - amounts[1];
  const shares = [first, second, 100 - first - second];
  return [...amounts, rest].map((fen, index) =>
    instalment(fenToPrinted(fen), { percent: percent(String(shares[index])) }),
  );
}

function randomTable(random: Random) {
  const rows = Array.from({ length: random.int(2, 8) }, () => [random.int(10, 9999), random.int(10, 9999)]);
  const sums = [0, 1].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
  return table([
    ["项目", "上半年", "下半年"],
    ...rows.map((row, index) => [`第${index + 1}组`, ...row.map(String)]),
    ["合计", ...sums.map(String)],
  ]);
}

function randomIndicators(random: Random) {
  const rows: [string, string, string][] = [];
  for (let item = 1; item <= random.int(1, 3); item += 1) {
    for (let detail = 1; detail <= random.int(1, 6); detail += 1) {
      rows.push([`${item}、服务`, `要求${item}`, `（${detail}）细项`]);
    }
  }
  return indicators(rows);
}

export function fenToPrinted(fen: number): string {
  if (fen % 100 === 0) return String(fen / 100);
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
}

/** A share in percent, rounded to two places, by whole numbers alone. */
export function shareOf(part: number, whole: number): string {
  const hundredths = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}
