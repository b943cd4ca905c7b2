import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common'
import type { FieldProblem } from '@wanli/contracts/errors'

import { isSurelyRight } from './compiled-body.js'
import { DomainError } from './domain-error.js'

/** A request whose shape or values break the contract; each field that is wrong is named. */
export class InvalidRequestError extends Error {
  constructor(readonly fields: FieldProblem[]) {
    super('request.invalid')
  }
}

const SENTENCES: Record<string, string> = {
  whitelistValidation: '不认识这一项',
  isInt: '要填整数',
  min: '太小了',
  max: '太大了',
  isString: '要填文字',
  minLength: '太短了',
  maxLength: '太长了',
  isIn: '请从给出的里面选',
  isArray: '要填一个列表',
  arrayMinSize: '至少要有一样',
  arrayMaxSize: '太多样了',
  isBoolean: '要填是或否',
  isUuid: '编号不对',
  isBusinessDay: '日期不对',
}

/**
 * One problem a field, that of its first decorator as it is written: decorators run from the last to the first, and `１２` is no whole
 * number before it is too large.
 */
function flatten(errors: ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = parent === '' ? error.property : `${parent}.${error.property}`
    const rules = Object.keys(error.constraints ?? {})
    const own = rules.slice(-1).map((rule) => ({ path, rule, message: SENTENCES[rule] ?? '填得不对' }))
    return [...own, ...flatten(error.children ?? [], path)]
  })
}

/** Every part of an address of ours. MariaDB refuses to compare an id with anything else, where SQLite finds no row. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

/** No body of ours is as deep: a week has meals, which have dishes, which have numbers. */
const DEEPEST = 8

/**
 * Where a body has a shape that no body of ours has: a list directly in a list, of which class-validator takes an empty one for an object
 * that is right, or more in each other than could be walked through. Undefined when nowhere.
 */
function oddShape(value: unknown, path: readonly string[] = []): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, member] of Object.entries(value)) {
    const here = [...path, name]
    if ((Array.isArray(value) && Array.isArray(member)) || here.length > DEEPEST) return here.join('.')
    const deeper = oddShape(member, here)
    if (deeper !== undefined) return deeper
  }
  return undefined
}

/**
 * Lets a body or query through that its compiled class surely accepts; all others are class-validator's. A part of the address that
 * no address of ours has leads nowhere.
 */
class RequestPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param' && typeof value === 'string' && !PRINTABLE_ASCII.test(value))
      throw new DomainError('request.not_found')
    const isWhole = metadata.type === 'body' || metadata.type === 'query'
    if (isWhole && isSurelyRight(metadata.metatype, value)) return Promise.resolve(value)
    const path = isWhole ? oddShape(value) : undefined
    if (path !== undefined) throw new InvalidRequestError([{ path, rule: 'isObject', message: '填得不对' }])
    return super.transform(value, metadata)
  }
}

/** Checks every body and query against its class; unknown members are refused, nothing is converted by guess. */
export const validationPipe = new RequestPipe({
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  exceptionFactory: (errors) => new InvalidRequestError(flatten(errors)),
})
