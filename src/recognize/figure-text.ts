/** Whether a text is nothing but a figure: digits with their marks, a per cent sign behind. */
export function isFigure(text: string): boolean {
  return /^\d[\d.,，]*[%％]?$/.test(text);
}

/** One model sees a per cent sign as itself with half of it again behind; a full stop may cling to a figure's end. */
export function tidy(text: string): string {
  return text
    .replace(/\s/g, "")
    .replace(/([%％])[\d%％.,，。]+$/, "$1")
    .replace(/(\d)[.,，]$/, "$1");
}
