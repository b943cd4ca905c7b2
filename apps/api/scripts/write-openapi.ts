/*
 * Writes `dist/openapi.json` from the contract types: the route map is the table of contents, TypeScript types become JSON
 * schemas, and the error catalogue becomes the list of problem codes. Whether a route needs a token, and what it answers when it is
 * done, is what its controller says.
 */
import 'reflect-metadata'

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { createGenerator, type Schema } from 'ts-json-schema-generator'

import { AppModule } from '../src/app.module.js'
import { Clock } from '../src/common/clock.js'
import { ERROR_CATALOGUE } from '../src/common/error-catalogue.js'
import { Env } from '../src/config/env.js'

import { declaredRoutes } from './declared-routes.js'

type JsonSchema = Exclude<Schema, boolean>
interface RouteSchema {
  method: string
  path: string
  parts: Partial<Record<'body' | 'query' | 'params' | 'reply' | 'idempotent', JsonSchema>>
}

const contracts = fileURLToPath(new URL('../../../../libs/contracts/', import.meta.url))
const out = fileURLToPath(new URL('../openapi.json', import.meta.url))

const schema = createGenerator({
  path: `${contracts}src/routes.ts`,
  tsconfig: `${contracts}tsconfig.build.json`,
  type: 'Routes',
  expose: 'export',
  topRef: true,
  additionalProperties: false,
  skipTypeCheck: true,
}).createSchema('Routes')

const problem = createGenerator({
  path: `${contracts}src/errors.ts`,
  tsconfig: `${contracts}tsconfig.build.json`,
  type: 'Problem',
  expose: 'export',
  topRef: true,
  skipTypeCheck: true,
}).createSchema('Problem')

/** JSON Schema says `#/definitions/…`, OpenAPI says `#/components/schemas/…`; names may hold characters that a key may not. */
function toOpenApi(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOpenApi)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      key === '$ref' && typeof member === 'string'
        ? [key, `#/components/schemas/${schemaName(decodeURIComponent(member.replace('#/definitions/', '')))}`]
        : [key, toOpenApi(member)],
    ),
  )
}

function schemaName(name: string): string {
  return name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/_+$/, '')
}

function routes(): RouteSchema[] {
  const map = schema.definitions?.['Routes'] as JsonSchema
  return Object.entries(map.properties ?? {}).map(([key, shape]) => {
    const [method = '', path = ''] = key.split(' ')
    return { method: method.toLowerCase(), path, parts: (shape as JsonSchema).properties as RouteSchema['parts'] }
  })
}

function resolve(part: JsonSchema | undefined): JsonSchema {
  if (part?.$ref === undefined) return part ?? {}
  return schema.definitions?.[decodeURIComponent(part.$ref.replace('#/definitions/', ''))] as JsonSchema
}

function parametersOf({ parts }: RouteSchema): object[] {
  const listed = (part: JsonSchema | undefined, where: 'path' | 'query'): object[] => {
    const object = resolve(part)
    return Object.entries(object.properties ?? {}).map(([name, type]) => ({
      name,
      in: where,
      required: where === 'path' || (object.required ?? []).includes(name),
      schema: toOpenApi(type),
    }))
  }
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 128 },
  }
  return [
    ...listed(parts.params, 'path'),
    ...listed(parts.query, 'query'),
    ...(parts.idempotent === undefined ? [] : [key]),
  ]
}

const declared = declaredRoutes(AppModule.for(new Env(), new Clock({})))

/** What is not JSON: a stream of what changed, and a picture that is sent. */
const STREAM = 'get /live'
const UPLOAD = 'post /uploads'

const header = (description: string): object => ({ description, schema: { type: 'string' } })
/** Headers of every answer. */
const ALWAYS = {
  'X-Request-Id': header('number of the request, as problems and logs name it'),
  'X-Server-Time': header('what time it is here, ISO 8601'),
}
const TAG = { ETag: header('tag of this answer; `If-None-Match` with it is answered 304 while nothing has changed') }

const PICTURE = {
  'multipart/form-data': {
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  },
}

function bodyOf(name: string, { body }: RouteSchema['parts']): object {
  if (name === UPLOAD) return { requestBody: { required: true, content: PICTURE } }
  return body === undefined ? {} : { requestBody: { required: true, content: json(body) } }
}

const json = (body: JsonSchema | undefined): object => ({ 'application/json': { schema: toOpenApi(body) } })

function operationOf(route: RouteSchema): object {
  const { method, path, parts } = route
  const name = `${method} ${path}`
  const door = declared.get(name)
  if (door === undefined) throw new Error(`no controller has ${name}`)
  const isRead = method === 'get' && name !== STREAM
  const done = name === STREAM ? { 'text/event-stream': { schema: { type: 'string' } } } : json(parts.reply)
  return {
    tags: [path.split('/')[1]],
    operationId: `${method}${path.replace(/[/:]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/[^A-Za-z]/g, '')}`,
    security: door.isOpen ? [] : [{ bearer: [] }, ...(door.isForAnybody ? [{}] : [])],
    parameters: parametersOf(route),
    ...bodyOf(name, parts),
    responses: {
      [door.status]: { description: 'done', headers: { ...ALWAYS, ...(isRead ? TAG : {}) }, content: done },
      ...(isRead ? { 304: { description: 'nothing has changed', headers: { ...ALWAYS, ...TAG } } } : {}),
      default: {
        description: 'refused: a problem with a stable code (see the description of this document)',
        headers: { ...ALWAYS, 'Retry-After': header('seconds, where trying again later helps') },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function paths(): Record<string, Record<string, object>> {
  const result: Record<string, Record<string, object>> = {}
  for (const route of routes()) {
    const path = `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`
    result[path] = { ...result[path], [route.method]: operationOf(route) }
  }
  return result
}

const codes = Object.entries(ERROR_CATALOGUE).map(
  ([code, { status, message }]) => `| \`${code}\` | ${status} | ${message} |`,
)
const definitions = { ...schema.definitions, ...problem.definitions }
const document = {
  openapi: '3.1.0',
  info: {
    title: '万里社区 API',
    version: '1',
    description: `Every refusal is a problem (RFC 9457) with a stable code:\n\n| code | status | sentence |\n|---|---|---|\n${codes.join('\n')}`,
  },
  servers: [{ url: '/' }],
  paths: paths(),
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: Object.fromEntries(
      Object.entries(definitions)
        .filter(([name]) => name !== 'Routes')
        .map(([name, definition]) => [schemaName(name), toOpenApi(definition)]),
    ),
  },
}

writeFileSync(out, `${JSON.stringify(document, null, 2)}\n`)
