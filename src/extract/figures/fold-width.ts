/** Full-width digits, letters and figure signs as ASCII, one character for one; Chinese punctuation stays. */
export function foldWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ．％－＋／￥＝]/g, (character) =>
    character === "￥" ? "¥" : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}
