/** WeChat loads the parts of a mini-program by itself, and says so when it cannot. */
export function watchMissingParts(): void {
  return
}
