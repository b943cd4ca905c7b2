import { Check, Entity, Index } from 'typeorm'

import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  RefColumn,
  References,
  TextColumn,
} from '../database/entity-columns.js'

/** What a sample's record said until somebody corrected it. Never changed, never deleted: inspectors read both. */
@Entity('kitchen_sample_correction')
@Index('uq_kitchen_sample_correction_sample_sequence', ['sampleId', 'sequence'], { unique: true })
@Check('ck_kitchen_sample_correction_sequence', 'sequence >= 1')
export class SampleCorrection {
  @IdColumn() id: string
  @References('Sample', 'fk_kitchen_sample_correction_sample_id')
  @RefColumn()
  sampleId: string
  @IntegerColumn() sequence: number
  /** As it was written before. */
  @IntegerColumn() grams: number
  @TextColumn(20) place: string
  @References('Person', 'fk_kitchen_sample_correction_corrected_by_id')
  @RefColumn()
  correctedById: string
  @InstantColumn() correctedAt: Date
}
