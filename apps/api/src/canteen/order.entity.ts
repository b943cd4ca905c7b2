import type { PayBy, PriceStep, ServiceMode, StoredOrderStatus } from '@wanli/contracts/canteen'
import { Check, Entity, Index } from 'typeorm'

import {
  DayColumn,
  FlagColumn,
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** An order: who eats, who placed it, who paid, what it cost and why. Prices are what they were when it was sold. */
@Entity('canteen_order')
@Index('uq_canteen_order_sitting_pickup_number', ['sittingId', 'pickupNumber'], { unique: true })
@Index('uq_canteen_order_pickup_code', ['pickupCode'], { unique: true })
@Index('ix_canteen_order_eater_created', ['eaterId', 'createdAt', 'id'])
@Index('ix_canteen_order_placed_by_door', ['placedById', 'door', 'createdAt', 'id'])
@Index('ix_canteen_order_canteen_status_handed', ['canteenId', 'status', 'handedOverAt'])
@Index('uq_canteen_order_taken_from_id', ['takenFromId'], { unique: true })
@Index('ix_canteen_order_sitting_eater', ['sittingId', 'eaterId', 'status'])
@Check(
  'ck_canteen_order_status',
  `status IN ('placed', 'expired', 'paid', 'handed_over', 'cancelled_by_eater', 'cancelled_by_canteen', 'cooking', 'ready', 'out_for_delivery', 'delivered', 'offered', 'taken_over', 'not_collected', 'undelivered', 'welfare_check', 'closed')`,
)
@Check('ck_canteen_order_delivery', `(mode = 'delivery') = (address_id IS NOT NULL)`)
@Check('ck_canteen_order_offered', `status NOT IN ('offered', 'taken_over') OR offered_at IS NOT NULL`)
@Index('ix_canteen_order_status_pay_until', ['status', 'payUntil'])
@Check('ck_canteen_order_refunded', 'refunded_fen BETWEEN 0 AND pay_fen')
@Check('ck_canteen_order_door', `door IN ('app', 'counter')`)
@Check('ck_canteen_order_pay_by', `pay_by IN ('wallet', 'wechat', 'counter')`)
@Check('ck_canteen_order_mode', `mode IN ('dine_in', 'pick_up', 'delivery')`)
@Check(
  'ck_canteen_order_money',
  'pay_fen >= 0 AND discount_fen >= 0 AND subsidy_fen >= 0 AND list_fen = discount_fen + subsidy_fen + pay_fen',
)
@Check('ck_canteen_order_handed_over', `(status = 'handed_over') = (handed_over_at IS NOT NULL)`)
export class Order {
  @IdColumn() id: string
  @References('Canteen', 'fk_canteen_order_canteen_id')
  @RefColumn()
  canteenId: string
  @References('Sitting', 'fk_canteen_order_sitting_id')
  @RefColumn()
  sittingId: string
  @DayColumn() day: string
  @References('Slot', 'fk_canteen_order_slot_id')
  @RefColumn({ nullable: true })
  slotId: string | null
  @References('Person', 'fk_canteen_order_eater_id')
  @RefColumn()
  eaterId: string
  @References('Person', 'fk_canteen_order_placed_by_id')
  @RefColumn()
  placedById: string
  @References('Person', 'fk_canteen_order_paid_by_id')
  @RefColumn()
  paidById: string
  @TextColumn(20) status: StoredOrderStatus
  @TextColumn(10) mode: ServiceMode
  @TextColumn(8) pickupNumber: string
  @TextColumn(32) pickupCode: string
  @TextColumn(30) schemeVersion: string
  @IntegerColumn() listFen: number
  @IntegerColumn() discountFen: number
  @IntegerColumn() subsidyFen: number
  @IntegerColumn() payFen: number
  @TextColumn(10, { default: 'wallet' }) payBy: PayBy
  /** Until when portions are held for an order that waits for WeChat's money. */
  @InstantColumn({ nullable: true }) payUntil: Date | null
  @IntegerColumn({ default: 0 }) refundedFen: number
  @JsonColumn() explanation: PriceStep[]
  /** Whether it was sold from what is put aside for elders and deliveries. */
  @FlagColumn({ default: false }) forPool: boolean
  /** What the kitchen leaves out for this eater; null when nothing. */
  @JsonColumn({ nullable: true }) leaveOut: string[] | null
  @RefColumn({ nullable: true }) addressId: string | null
  @InstantColumn({ nullable: true }) offeredAt: Date | null
  /** The given-up order whose meal this one took over. */
  @RefColumn({ nullable: true }) takenFromId: string | null
  /** When its status last moved forward in the kitchen or on the way. */
  @InstantColumn({ nullable: true }) progressAt: Date | null
  /** The app, or the counter, where staff place it for somebody who stands there. */
  @TextColumn(10, { default: 'app' }) door: 'app' | 'counter'
  @TextColumn(400) note: string
  @FlagColumn() handedOverEarly: boolean
  @InstantColumn({ nullable: true }) handedOverAt: Date | null
  @References('Person', 'fk_canteen_order_handed_over_by_id')
  @RefColumn({ nullable: true })
  handedOverById: string | null
  @InstantColumn({ nullable: true }) cancelledAt: Date | null
  @InstantColumn() createdAt: Date
}
