import type { OrderStatus, PriceStep, ServiceMode } from '@wanli/contracts/canteen'
/** An order: who eats, who placed it, who paid, what it cost and why. Prices are what they were when it was sold. */
export declare class Order {
  id: string
  canteenId: string
  sittingId: string
  day: string
  slotId: string | null
  eaterId: string
  placedById: string
  paidById: string
  status: OrderStatus
  mode: ServiceMode
  pickupNumber: string
  pickupCode: string
  schemeVersion: string
  listFen: number
  discountFen: number
  subsidyFen: number
  payFen: number
  explanation: PriceStep[]
  note: string
  handedOverEarly: boolean
  handedOverAt: Date | null
  handedOverById: string | null
  cancelledAt: Date | null
  createdAt: Date
}
