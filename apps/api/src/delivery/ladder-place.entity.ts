import { Check, Entity, Index, PrimaryColumn } from 'typeorm'

import { IdColumn, References, TextColumn } from '../database/entity-columns.js'

/**
 * Whom a place of a ladder calls, from when its first step is done: `whom` is a keyed hash of the number, of this order alone, by which
 * the number is known again and nothing is learnt.
 */
@Entity('delivery_ladder_place')
@Index('uq_delivery_ladder_place_order_whom', ['orderId', 'whom'], { unique: true })
@Check('ck_delivery_ladder_place_nth', 'nth >= 0')
export class LadderPlace {
  @References('Order', 'fk_delivery_ladder_place_order_id')
  @IdColumn()
  orderId: string
  @PrimaryColumn({ type: 'integer' }) nth: number
  @TextColumn(64) whom: string
}
