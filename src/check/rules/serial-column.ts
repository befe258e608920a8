import type { Finding } from "../../model/finding.ts";
import type { Contents } from "../../model/record.ts";
import { CERTAIN } from "../../model/stated.ts";
import type { Table, TableCell } from "../../model/table.ts";
import { bare } from "../../model/table-grid.ts";
import type { Verdict } from "../rule.ts";

const HEADER = /^(?:序号|编号|序|项次|No\.?)$/i;
const NUMBER = /^\d{1,3}$/;
/** Fewer numbers are no list. */
const FEWEST = 4;

/**
 * The numbers of an indicator table's 序号 column, where they count from 1 and go on evenly but for one number that is left out or
 * stands twice: what comes behind bears out that it is no misreading, but where it is the last.
 */
export function judgeSerials({ tables }: Contents, id: string): Verdict[] {
  const table = tables.find((each) => each.id === id);
  const cells = table ? serialsOf(table) : [];
  const numbers = cells.map((cell) => Number(bare(cell)));
  const steps = numbers.map((number, at) => number - (at === 0 ? 0 : numbers[at - 1]));
  const odd = steps.flatMap((step, at) => (step === 1 ? [] : [at]));
  const [at] = odd;
  if (cells.length < FEWEST || odd.length !== 1 || at === 0 || ![0, 2].includes(steps[at])) return [];
  return [fail(cells, at, steps[at] === 0)];
}

/** The cells below a header that says they are numbered; none where one of them holds anything but a number. */
function serialsOf({ cells, headerRows, columnCount }: Table): TableCell[] {
  const column = Array.from({ length: columnCount }, (_, index) => index).find((index) =>
    cells.some((cell) => cell.column === index && cell.row < headerRows && HEADER.test(bare(cell))),
  );
  const own = cells
    .filter((cell) => cell.column === column && cell.columnSpan === 1 && cell.row >= headerRows)
    .sort((a, b) => a.row - b.row);
  return own.every((cell) => NUMBER.test(bare(cell))) ? own : [];
}

function fail(cells: readonly TableCell[], at: number, isRepeat: boolean): Verdict {
  const [before, { text }] = [bare(cells[at - 1]), cells[at]];
  const due = String(Number(before) + 1);
  const isLast = at === cells.length - 1;
  const isClear = [cells[at - 1], cells[at]].every(({ text: { trust } }) => trust !== "doubtful");
  const isBorneOut = !isLast || text.confidence === CERTAIN;
  const finding: Finding = {
    ruleId: "indicator-numbering",
    severity: "error",
    cause: isClear && isBorneOut ? "document" : "unknown",
    suggestion: null,
    version: null,
    subject: text.value,
    expected: due,
    actual: text.value,
    difference: "1",
    formula: `${before} → ${due}`,
    message: {
      zh: isRepeat ? `序号 ${before} 重复，应为 ${due}` : `序号 ${before} 之后是 ${text.value}，缺 ${due}`,
      en: isRepeat
        ? `number ${before} stands twice; ${due} was due`
        : `after number ${before} comes ${text.value}: ${due} is missing`,
    },
    followsFrom: null,
    evidence: text.evidence,
  };
  return { outcome: "fail", finding, equation: null, figures: [text] };
}
