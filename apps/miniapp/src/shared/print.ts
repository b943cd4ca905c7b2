/** Whether this device can print what is on the screen. */
export const CAN_PRINT: boolean = true

/** Opens the browser's print dialog; sheets say with `@media print` what of the page is printed. */
export function printPage(): void {
  window.print()
}
