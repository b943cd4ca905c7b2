/** 取餐时段 of a sitting: at most `capacity` orders. */
export declare class Slot {
  id: string
  sittingId: string
  fromAt: Date
  toAt: Date
  capacity: number
  taken: number
}
