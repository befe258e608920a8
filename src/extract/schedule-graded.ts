/**
 * 考核90分以上全付，80至89分付95%，不满80分付90%: how much of a payment is due by each of several grades, of which one leaves all of it; the
 * grade that a payment waits for is none.
 */
export const isGraded = (clause: string, before: string): boolean =>
  /\d\s*分[^，。；]{0,8}(?:全付|付全|全额|足额|不扣)/.test(clause) &&
  BY_GRADE.test(before) &&
  (clause.match(/\d\s*分/g)?.length ?? 0) > 1 &&
  !/剩余|余下|其余|[尾余]款/.test(before);

const BY_GRADE =
  /\d\s*分(?:[（(]不?含[^（）()]{0,4}[）)])?(?:及?以[上下]|之间)?(?:的?[，,]|的|者)?\s*(?:按|则|仅)?(?:[^，。；\d]{0,8}的)?(?:支?付|拨付|计付|发放|结算|支付比例为?)[^，。；\d]{0,12}$/;
