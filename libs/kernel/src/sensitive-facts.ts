/**
 * Facts about a person that are kept only with their separate consent (PIPL arts. 28 and 29). Our document `sensitive` names 户籍 and
 * 低保等登记 themselves, and 年龄 as what it is asked for. Where one lives is in the general document `privacy`, with what it is for, and
 * rests on that one.
 */
export const SENSITIVE_FACTS = ['birth_day', 'hukou', 'welfare_class'] as const

/** Whether a kind of fact is one of {@link SENSITIVE_FACTS}. */
export function needsConsent(kind: string): boolean {
  return SENSITIVE_FACTS.some((one) => one === kind)
}
