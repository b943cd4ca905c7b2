import { RequestMethod, type DynamicModule, type Type } from '@nestjs/common'
import { HTTP_CODE_METADATA, METHOD_METADATA, MODULE_METADATA, PATH_METADATA } from '@nestjs/common/constants.js'

import { ANYBODY, PUBLIC, SIGN_IN } from '../src/common/auth/auth.decorators.js'

/** What a controller says of a route: whether it needs no token, or takes one where there is one, and the status of an answer that is no refusal. */
export interface DeclaredRoute {
  isOpen: boolean
  isForAnybody: boolean
  status: number
}

type Part = Type | DynamicModule

const isDynamic = (part: Part): part is DynamicModule => 'module' in part

/** Modules that a module brings along, itself among them, each once. */
function modulesOf(part: Part, known = new Set<Part>()): Set<Part> {
  if (known.has(part)) return known
  known.add(part)
  const own = isDynamic(part) ? [part.module, ...((part.imports ?? []) as Part[])] : []
  const declared = isDynamic(part) ? [] : ((Reflect.getMetadata(MODULE_METADATA.IMPORTS, part) ?? []) as Part[])
  for (const other of [...own, ...declared]) modulesOf(other, known)
  return known
}

/** Routes of the controllers of a module and all that it brings along, by `get /wallet`. Nothing of it is started. */
export function declaredRoutes(root: Part): Map<string, DeclaredRoute> {
  const controllers = [...modulesOf(root)].flatMap((part) =>
    isDynamic(part) ? [] : ((Reflect.getMetadata(MODULE_METADATA.CONTROLLERS, part) ?? []) as Type[]),
  )
  return new Map(controllers.flatMap(routesOf))
}

function routesOf(controller: Type): [string, DeclaredRoute][] {
  const prototype = controller.prototype as Record<string, unknown>
  return Object.getOwnPropertyNames(prototype).flatMap((name): [string, DeclaredRoute][] => {
    const handler = prototype[name]
    if (typeof handler !== 'function') return []
    const said = (key: string): unknown => Reflect.getMetadata(key, handler) as unknown
    const method = said(METHOD_METADATA) as RequestMethod | undefined
    if (method === undefined) return []
    const path = [Reflect.getMetadata(PATH_METADATA, controller), said(PATH_METADATA)]
      .map((part) => String(part).replace(/^\/|\/$/g, ''))
      .filter(Boolean)
    const says = (mark: string): boolean => (said(mark) ?? Reflect.getMetadata(mark, controller)) === true
    const [isOpen, isForAnybody] = [says(PUBLIC) || says(SIGN_IN), says(ANYBODY)]
    const status = (said(HTTP_CODE_METADATA) as number | undefined) ?? (method === RequestMethod.POST ? 201 : 200)
    return [[`${RequestMethod[method].toLowerCase()} /${path.join('/')}`, { isOpen, isForAnybody, status }]]
  })
}
