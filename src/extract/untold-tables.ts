import type { Problem } from "../model/finding.ts";
import type { Flow, FlowTable } from "../model/flow.ts";
import type { Contents } from "../model/record.ts";
import { OTHER_MONEY } from "./budget-columns-words.ts";
import { notUnderstood } from "./budget-figures.ts";
import { type Clause, findClauses, isProse } from "./clauses.ts";
import { findColumnTypes, headerOf, withHeader } from "./column-types.ts";
import { standsAt } from "./evidence.ts";
import { listsSums } from "./listed-sums.ts";
import { whole } from "./schedule-row-figures.ts";
import { accountedPlaces } from "./told-places.ts";
import { sectionsOfPrice } from "./untold-sums.ts";

const UNREAD = {
  zh: "价款条款中的此表列有金额，但没有一项归入预算，表中也没有可核对的合计，请核对原件",
  en: "this table in a clause about the price lists sums of which the budget has none, and no sum of them is told; check the page",
};

/** A column of sums, and such as list what one costs, what is taken off, or what something would have cost. */
const SUMS = /金额|[合总]价|款|费|元/;
const OTHERS = /单价|标准|扣|罚|违约|限额|保额|[/／每]|得分|分值|余额|注册|年收入|营业|[增减]/;
/** A row that sums up others, which a rule judges. */
const SUM_ROW = /[小合总共]\s*计|净/;

/** Problems for tables about the price, or, where no price was read, for any, whose sums are no figures of the record, and which no row sums up. */
export function findUntoldTables(flow: Flow, contents: Contents): Problem[] {
  const clauses = findClauses(flow);
  const priced = sectionsOfPrice(clauses, contents);
  const read = accountedPlaces(contents);
  return clauses
    .filter((clause): clause is Clause<FlowTable> => !isProse(clause))
    .filter(
      ({ section, isOther, isPayment }) =>
        (priced.has(section) || contents.budgets.length === 0) && !isOther && !isPayment,
    )
    .flatMap(({ part }) => {
      const isRead = part.cells.some(({ content }) => standsAt(content, read));
      const isSummed =
        contents.budgets.length > 0 && part.cells.some(({ content }) => SUM_ROW.test(content.text));
      if (isRead || isSummed) return [];
      const table = withHeader(part);
      const headers = findColumnTypes(table).map((_, column) => headerOf(table, column));
      const column = headers.findIndex(
        (header, at) =>
          SUMS.test(header) && !OTHERS.test(header) && !OTHER_MONEY.test(header) && listsSums(table, at),
      );
      const cell = table.cells.find((each) => each.column === column && each.row >= table.headerRows);
      return cell ? [notUnderstood(cell.content, whole(cell.content), UNREAD)] : [];
    });
}
