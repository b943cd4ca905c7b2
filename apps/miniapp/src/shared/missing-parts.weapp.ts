/** WeChat loads the parts of a mini-program by itself, and says so when it cannot. */
export function watchMissingParts(): void {
  return
}

/** WeChat shows no addresses. */
export function addressIsShown(): void {
  return
}
