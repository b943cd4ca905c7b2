import { applyDecorators } from '@nestjs/common'
import { Transform } from 'class-transformer'
import { ArrayMaxSize, IsArray, IsString, MaxLength, MinLength } from 'class-validator'

const trim = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value)

/** Text that somebody types, of so many characters, without the blanks around it: what is nothing but blanks is nothing. */
export const IsText = (least: number, most: number): PropertyDecorator =>
  // The order of decorators that stand above each other: the last is looked at first.
  applyDecorators(
    MaxLength(most),
    MinLength(least),
    IsString(),
    Transform(({ value }: { value: unknown }) => trim(value)),
  )

/** A list of such texts: so many at most, each of one character at least and so many at most. */
export const AreTexts = (count: number, most: number): PropertyDecorator =>
  applyDecorators(
    MaxLength(most, { each: true }),
    MinLength(1, { each: true }),
    IsString({ each: true }),
    ArrayMaxSize(count),
    IsArray(),
    Transform(({ value }: { value: unknown }): unknown => (Array.isArray(value) ? value.map(trim) : value)),
  )
