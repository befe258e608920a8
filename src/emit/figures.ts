/** Whole 分 as yuan with separators, for people: `2,532,911` or `1,234.56`. */
export function fenToDisplay(fen: number): string {
  const [yuan, cents] = splitFen(fen);
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "−" : ""}${grouped}${cents === "00" ? "" : `.${cents}`}`;
}

/** Whole 分 as yuan with two places, for programs: `2532911.00`. */
export function fenToYuan(fen: number): string {
  const [yuan, cents] = splitFen(fen);
  return `${fen < 0 ? "-" : ""}${yuan}.${cents}`;
}

/** Milliseconds for people: `8.4 s`, `2 min 05 s`. */
export function elapsedToDisplay(elapsedMs: number): string {
  if (elapsedMs < 60_000) return `${(elapsedMs / 1000).toFixed(1)} s`;
  const seconds = Math.round(elapsedMs / 1000);
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

function splitFen(fen: number): [yuan: string, cents: string] {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  return [digits.slice(0, -2), digits.slice(-2)];
}
