/** What everybody calls a canteen. */
export const CANTEEN = '食堂'
