/*
 * What must never happen: a body or query let through that its class refuses. A schema is made from the class's own decorators, and only of
 * those it can state exactly or more strictly; what it does not pass (a member that is `null`, for one) is looked at by class-validator, which has
 * the last word.
 */
import 'reflect-metadata'

import { Ajv, type ValidateFunction } from 'ajv'
import { getMetadataStorage } from 'class-validator'

type BodyClass = new () => object
type Schema = Record<string, unknown>

interface Metadata {
  name?: string
  type: string
  propertyName: string
  constraints: unknown[] | undefined
  each: boolean
}

/** Lower-case UUIDs of RFC 9562, as we give them out; others are class-validator's to judge. */
const UUID = '^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'

/** What each decorator says in JSON Schema. Lengths count code points here, which is never less than what class-validator counts. */
const SAYS: Record<string, (constraint: unknown) => Schema> = {
  isUuid: () => ({ type: 'string', pattern: UUID }),
  isString: () => ({ type: 'string' }),
  maxLength: (most) => ({ maxLength: most }),
  isInt: () => ({ type: 'integer' }),
  min: (least) => ({ minimum: least }),
  max: (most) => ({ maximum: most }),
  isBoolean: () => ({ type: 'boolean' }),
  isIn: (values) => ({ enum: values }),
  isArray: () => ({ type: 'array' }),
  arrayMinSize: (least) => ({ minItems: least }),
  arrayMaxSize: (most) => ({ maxItems: most }),
}

const ajv = new Ajv({ strict: true, strictTypes: false, allErrors: false })
const compiled = new Map<unknown, ValidateFunction>()

/**
 * Marks a request class whose bodies or queries come in hundreds a second: they are checked by a function made once from its decorators. `nested`
 * names the classes of its members that are lists of objects, as their `@Type` does.
 */
export function CompiledBody(nested: Record<string, BodyClass> = {}): ClassDecorator {
  return (target) => {
    compiled.set(target, ajv.compile(schemaOf(target as unknown as BodyClass, nested)))
  }
}

/** Whether a body or query is surely right; false when class-validator must look. */
export function isSurelyRight(bodyClass: unknown, body: unknown): boolean {
  return compiled.get(bodyClass)?.(body) === true
}

/** The JSON schema of a request class. Throws Error for a decorator that {@link SAYS} does not know. */
function schemaOf(bodyClass: BodyClass, nested: Record<string, BodyClass>): Schema {
  const metadatas = getMetadataStorage().getTargetValidationMetadatas(bodyClass, '', false, false) as Metadata[]
  const properties: Record<string, Schema> = {}
  const optional = new Set<string>()
  for (const { name, type, propertyName, constraints, each } of metadatas) {
    const say = SAYS[name ?? '']
    const item = nested[propertyName]
    if (name === 'isOptional') optional.add(propertyName)
    else if (type === 'nestedValidation' && item !== undefined)
      properties[propertyName] = { ...properties[propertyName], items: schemaOf(item, {}) }
    else if (say !== undefined && !each)
      properties[propertyName] = { ...properties[propertyName], ...say(constraints?.[0]) }
    else throw new Error(`${bodyClass.name}.${propertyName}: ${String(name)} cannot be compiled`)
  }
  const required = Object.keys(properties).filter((name) => !optional.has(name))
  return { type: 'object', properties, required, additionalProperties: false }
}
