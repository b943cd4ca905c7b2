import type { ReactNode } from 'react'
import { KITCHEN } from '@wanli/kernel/limits'
import { Field } from '@/shared/ui/field'
import { KITCHEN_TEXT } from '../kitchen-text'
import { boxOf, type TypedBox } from '../model/sample-box'

const TEXT = KITCHEN_TEXT.samples

interface SampleFieldsProps {
  box: TypedBox
  /** Whether it was to be saved already: from then on what is wrong is said. */
  tried: boolean
  onChange: (box: TypedBox) => void
}

/** Weight and place of one box. */
export function SampleFields({ box, tried, onChange }: SampleFieldsProps): ReactNode {
  const { grams, place } = boxOf(box)
  return (
    <>
      <Field
        label={TEXT.grams}
        value={box.grams}
        type="number"
        maxLength={4}
        error={tried && grams === null ? TEXT.gramsWrong : ''}
        onInput={(text) => onChange({ ...box, grams: text })}
      />
      <Field
        label={TEXT.place}
        value={box.place}
        maxLength={KITCHEN.placeLength}
        error={tried && place === null ? TEXT.placeWrong : ''}
        onInput={(text) => onChange({ ...box, place: text })}
      />
    </>
  )
}
