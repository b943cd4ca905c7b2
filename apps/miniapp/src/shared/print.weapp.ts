/** A mini-program cannot print: the slip is shown instead. */
export const CAN_PRINT: boolean = false

/** Nothing to do. */
export function printPage(): void {
  return
}
