/** A second tap within this time is the same tap: hands tremble, and fingers are wet. */
export const SAME_TAP_MS = 400
