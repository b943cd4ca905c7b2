import { Check, Entity, Index } from 'typeorm'

import { DayKeyColumn, IdColumn, IntegerColumn, References } from '../database/entity-columns.js'

/** How many pictures a person has sent on a Shanghai day. */
@Entity('uploads_day')
@Index('ix_uploads_day_day', ['day'])
@Check('ck_uploads_day_taken', 'taken BETWEEN 1 AND 30')
export class UploadDay {
  @References('Person', 'fk_uploads_day_person_id')
  @IdColumn()
  personId: string
  @DayKeyColumn() day: string
  @IntegerColumn() taken: number
}
