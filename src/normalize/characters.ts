const CHINESE = /[\p{Script=Han}\u3000-\u303F，。；：、！？（）“”‘’—…·《》【】〔〕]/u;

/** Whether a character is an ideograph or Chinese punctuation. */
export function isChinese(character: string): boolean {
  return CHINESE.test(character);
}
