import type { Term } from "../model/agreement.ts";
import type { AgreementRecord } from "../model/record.ts";
import type { Day } from "../model/value.ts";
import { fenToDisplay } from "./figures.ts";
import type { Doubt } from "./report-tables.ts";
import { VERSION_NAMES } from "./words.ts";

/** Every doubtful figure and fact of a record, named, in the order of the record; table texts are left out. */
export function recordDoubts(record: AgreementRecord): Doubt[] {
  const { agreement } = record;
  const all: (Doubt | null)[] = [
    ...[agreement.title, agreement.projectCode, agreement.projectName].map(
      (text) => text && doubtOf("", text.value, text),
    ),
    ...agreement.parties.map(({ role, name }) => doubtOf(role, name.value, name)),
    ...[agreement.signedOn, ...daysOf(agreement.originalTerm), ...daysOf(agreement.term)].map(
      (day) => day && doubtOf("", day.value, day),
    ),
  ];
  for (const { version, total, totalInCapitals, restatements, lines } of record.budgets) {
    const named = VERSION_NAMES[version].zh;
    all.push(total && doubtOf(`${named} 总额`, fenToDisplay(total.fen), total));
    all.push(totalInCapitals && doubtOf(`${named} 大写`, totalInCapitals.raw, totalInCapitals));
    for (const money of restatements) all.push(doubtOf(`${named} 总额`, fenToDisplay(money.fen), money));
    for (const { label, quantity, unitPrice, amount, percent } of lines) {
      const name = `${named} ${label.value}`;
      all.push(quantity && doubtOf(name, `${quantity.value} ${quantity.unit ?? ""}`, quantity));
      all.push(unitPrice && doubtOf(name, fenToDisplay(unitPrice.fen), unitPrice));
      all.push(doubtOf(name, fenToDisplay(amount.fen), amount));
      all.push(percent && doubtOf(name, `${percent.percent} %`, percent));
    }
  }
  for (const { version, total, instalments } of record.schedules) {
    const named = `${VERSION_NAMES[version].zh} 付款`;
    all.push(total && doubtOf(named, fenToDisplay(total.fen), total));
    for (const { from, to, amount, percent } of instalments) {
      const name = `${named} ${from ?? ""}${to === from ? "" : ` – ${to ?? ""}`}`;
      all.push(amount && doubtOf(name, fenToDisplay(amount.fen), amount));
      all.push(percent && doubtOf(name, `${percent.percent} %`, percent));
    }
  }
  return all.filter((doubt) => doubt !== null);
}

const daysOf = (term: Term | null | undefined): Day[] => (term ? [term.from, term.to] : []);

function doubtOf(name: string, shown: string, value: Doubt["value"] & { trust: string }): Doubt | null {
  return value.trust === "doubtful" ? { name, shown, value } : null;
}
