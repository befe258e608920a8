/**
 * Whether a line at a page's edge is but the page's number, as offices print it: -3-, 第3页, 第 3 页 共 9 页, 第3页/共9页,
 * 3/9, — 3 —, Page 3 of 9. A dash may have been read as 一.
 */
export function isPageNumber(text: string): boolean {
  const bare = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^[-—–―~·•.|一_]+(?=.*\d)|[-—–―~·•.|一_]+$/g, "");
  return FORMS.some((form) => form.test(bare));
}

const NUMBER = "\\d{1,4}";
const HAN_NUMBER = "[一二三四五六七八九十百〇零]{1,4}";
const JOINT = "[,，、/|·;-]?";

const FORMS: readonly RegExp[] = [
  new RegExp(`^${NUMBER}$`),
  new RegExp(`^第(?:${NUMBER}|${HAN_NUMBER})页?$`),
  new RegExp(`^${NUMBER}页$`),
  new RegExp(`^第?(?:${NUMBER}|${HAN_NUMBER})页?${JOINT}[(]?[共总](?:${NUMBER}|${HAN_NUMBER})页?[)]?$`),
  new RegExp(`^[共总](?:${NUMBER}|${HAN_NUMBER})页${JOINT}第(?:${NUMBER}|${HAN_NUMBER})页?$`),
  new RegExp(`^第?${NUMBER}页?(?:/|of)${NUMBER}页?$`, "i"),
  new RegExp(`^(?:page|pages|pg|p)\\.?${NUMBER}(?:(?:of|/)${NUMBER})?$`, "i"),
];
