export { type Amount, isLedgerSum, readAmount, unitPower } from "./amount.ts";
export { fenToCapitals, readCapitals } from "./capitals.ts";
export { type FoundAmount, findAmounts, findMoneyLike, type MoneyLike } from "./find-amounts.ts";
export { matchCapitals } from "./match-capitals.ts";
export { type FoundPercent, findPercents, readPercent } from "./percent.ts";
export { countMonths, type FoundPeriod, findPeriods } from "./period.ts";
export { type FoundQuantity, findQuantities, MEASURES, readQuantity } from "./quantity.ts";
