import { Check, Entity } from 'typeorm'

import { InstantColumn, IntegerColumn, KeyColumn, TextColumn } from '../database/entity-columns.js'

/** The latest code sent to a phone. Neither the phone nor the code can be read from it. */
@Entity('people_phone_code')
@Check('ck_people_phone_code_tries', 'tries BETWEEN 0 AND 5')
export class PhoneCode {
  @KeyColumn(64) phoneBlind: string
  @TextColumn(64) codeHash: string
  @IntegerColumn() tries: number
  @InstantColumn() expiresAt: Date
  @InstantColumn({ nullable: true }) usedAt: Date | null
}
