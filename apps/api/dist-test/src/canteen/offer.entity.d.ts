/** A dish in one sitting. Stock counts half portions, so that a 小份 takes one and a whole portion two. */
export declare class Offer {
  id: string
  sittingId: string
  dishId: string
  position: number
  listFen: number
  halfFen: number | null
  capacityHalves: number
  soldHalves: number
}
