/** Whether a text is a mainland mobile number: eleven digits that begin with 13 to 19. */
export function isMobile(phone: string): boolean {
  return /^1[3-9]\d{9}$/.test(phone)
}

/** Digits only, at most `length`: what a person typed with spaces or dashes. */
export function digitsOf(text: string, length: number): string {
  return text.replace(/\D/g, '').slice(0, length)
}
