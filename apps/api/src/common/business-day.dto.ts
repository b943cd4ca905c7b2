import { isBusinessDay } from '@wanli/kernel/shanghai-time'
import { ValidateBy } from 'class-validator'

/** The value is a real calendar day, `YYYY-MM-DD`. */
export const IsBusinessDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isBusinessDay',
    validator: { validate: (value: unknown) => typeof value === 'string' && isBusinessDay(value) },
  })
