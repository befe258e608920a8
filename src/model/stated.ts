/** The confidence of what a page states itself, or of an arithmetic constant: no reader can have misread it. */
export const CERTAIN = 1;

/** Whether readers saw any of these values, and may have erred alike; what a page states itself nobody has read. */
export const isRead = (values: readonly { confidence: number }[]): boolean =>
  values.some(({ confidence }) => confidence < CERTAIN);
