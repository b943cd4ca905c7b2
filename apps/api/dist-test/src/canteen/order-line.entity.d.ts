import type { Portion } from '@wanli/contracts/canteen'
/** One dish of an order with the money allocated to it at the sale; a refund only reads it. */
export declare class OrderLine {
  id: string
  orderId: string
  position: number
  offerId: string
  dishId: string
  dishName: string
  picture: string
  /** Named so because `portion` is a reserved word of MariaDB. */
  portion: Portion
  quantity: number
  unitFen: number
  listFen: number
  discountFen: number
  subsidyFen: number
  payFen: number
}
