import { applyDecorators } from '@nestjs/common'
import { Transform } from 'class-transformer'
import { IsOptional, ValidateIf } from 'class-validator'

const nullAsMissing = Transform(({ value }: { value: unknown }) => value ?? undefined)

/**
 * A member that may be left out. A client that writes `null` for what it leaves out says the same, and is heard so: class-validator
 * alone would let the `null` through to code whose types know none.
 */
export const Optional = (): PropertyDecorator => applyDecorators(IsOptional(), nullAsMissing)

/** A member that is always there, and may be `null`. */
export const OrNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null)
