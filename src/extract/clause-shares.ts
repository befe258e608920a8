import { type Clause, isProse } from "./clauses.ts";

/**
 * 工程款 above 预留预埋完成，支付20%，…; 安装完成，支付25%，…: items that pay shares, and those beside them that tell a share to pay, are payments,
 * whatever their section is called.
 */
export function withShares(clauses: readonly Clause[]): Clause[] {
  const isIn = (words: RegExp, clause: Clause | undefined, section: number): boolean =>
    clause !== undefined &&
    isProse(clause) &&
    clause.section === section &&
    !clause.isOther &&
    words.test(clause.part.content.text) &&
    !OWES.test(clause.part.content.text);
  const paying = new Set<Clause>();
  for (const [at, clause] of clauses.entries()) {
    if (!isIn(PAYS_SHARE, clause, clause.section) || paying.has(clause)) continue;
    const tells = (index: number): boolean => isIn(TELLS_SHARE, clauses[index], clause.section);
    let [from, to] = [at, at + 1];
    while (tells(from - 1)) from -= 1;
    while (tells(to)) to += 1;
    const run = clauses.slice(from, to);
    const own = run.filter((each) => isIn(PAYS_SHARE, each, clause.section));
    const withSums = own.filter((each) => isIn(/\d万?元/, each, clause.section));
    if (withSums.length >= FEWEST_ITEMS || own.length > FEWEST_ITEMS)
      for (const each of run) paying.add(each);
  }
  return clauses.map((clause) => (paying.has(clause) ? { ...clause, isPayment: true } : clause));
}

const TELLS_SHARE = /(?:\d\s*[%％][^。]*[付拨]|[付拨][^。]*\d\s*[%％])/;
const FEWEST_ITEMS = 2;
const PAYS_SHARE = /[，,](?:支付|拨付|付)(?:至|到)?(?:合同(?:总?价款?|金额)的?)?\d+(?:\.\d+)?\s*[%％]/;
const OWES = /违约|赔|罚|扣|医疗|门诊|住院|报销|保险/;
