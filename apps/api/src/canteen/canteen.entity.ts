import { Entity } from 'typeorm'

import { IdColumn, TextColumn } from '../database/entity-columns.js'

/** A canteen. `windowName` is where meals are handed over. */
@Entity('canteen_canteen')
export class Canteen {
  @IdColumn() id: string
  @TextColumn(40) name: string
  @TextColumn(120) address: string
  @TextColumn(20) phone: string
  @TextColumn(40) phoneHours: string
  @TextColumn(20) windowName: string
}
