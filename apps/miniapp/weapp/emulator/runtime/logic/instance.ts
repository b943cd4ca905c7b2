import { setAtPath } from '../data-path'
import type { Fields } from '../protocol'
import { guarded, reportFault, tell } from './channel'

const LARGEST_PATCH = 1 << 20

let instances = 0
let renders = 0
const afterRender = new Map<number, () => void>()

/** What an app passes to `Page()` or `Component()`. */
export interface Definition extends Fields {
  data?: Fields
  methods?: Fields
  properties?: Record<string, unknown>
  lifetimes?: Fields
}

/** A living page or component, as the app's `this`. */
export interface Instance extends Fields {
  data: Fields
  route: string
}

export function nextInstance(): number {
  instances += 1
  return instances
}

/** Makes the app's `this` for one page or component. `id` links it with the view thread. */
export function makeInstance(id: number, path: string, definition: Definition): Instance {
  const data = copyForTheOtherThread(definition.data ?? {}, 'data') as Fields
  for (const [name, property] of Object.entries(definition.properties ?? {})) data[name] = defaultOf(property)
  const instance: Instance = {
    data,
    properties: data,
    route: path,
    is: path,
    __wxExparserNodeId__: String(id),
    setData: (patch: Fields, done?: () => void) => {
      send(id, instance, patch, done)
    },
    triggerEvent: (name: string, detail: unknown = {}) => {
      tell({ kind: 'trigger', instance: id, name, detail: copyForTheOtherThread(detail, name) })
    },
    selectComponent: () => null,
    getTabBar: () => null,
    groupSetData: (work: () => void) => {
      work()
    },
    getOpenerEventChannel: () => ({ on: nothing, once: nothing, off: nothing, emit: nothing }),
  }
  const members = { ...definition, ...definition.methods, ...definition.lifetimes }
  const reserved = ['data', 'properties', 'methods', 'options', 'behaviors', 'lifetimes', 'pageLifetimes', 'observers']
  for (const [name, member] of Object.entries(members).filter(([key]) => !reserved.includes(key))) {
    instance[name] = typeof member === 'function' ? (member as () => unknown).bind(instance) : member
  }
  return instance
}

/** Calls a method of the app when it has one; what it throws is reported. */
export function callMethod(instance: Instance, name: string, ...given: unknown[]): unknown {
  const method = instance[name]
  if (typeof method !== 'function') return undefined
  return guarded(() => (method as (...values: unknown[]) => unknown).apply(instance, given))
}

/** Runs the callbacks of a `setData` whose patch is on the screen now. */
export function finishRender(rendered: number): void {
  const done = afterRender.get(rendered)
  afterRender.delete(rendered)
  if (done) guarded(done)
}

function send(id: number, instance: Instance, patch: Fields, done?: () => void): void {
  const copy: Fields = {}
  for (const [path, value] of Object.entries(patch)) {
    copy[path] = copyForTheOtherThread(value, path)
    setAtPath(instance.data, path, copyForTheOtherThread(value, path))
  }
  const bytes = JSON.stringify(copy).length
  if (bytes > LARGEST_PATCH) reportFault(new Error(`setData of ${bytes} bytes is over 1 MB`))
  renders += 1
  if (done) afterRender.set(renders, done)
  tell({ kind: 'data', instance: id, patch: copy, rendered: renders })
}

/**
 * Copies a value the way it crosses to the view thread. Throws for what does not cross: functions, cycles, BigInt, Map, Date…
 * `undefined` becomes null: phones only warn about it.
 */
export function copyForTheOtherThread(value: unknown, at: string, seen: object[] = []): unknown {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'object') throw new Error(`setData cannot carry a ${typeof value} at ${at}`)
  if (seen.includes(value)) throw new Error(`setData cannot carry a cycle at ${at}`)
  const path = [...seen, value]
  if (Array.isArray(value)) return value.map((item, index) => copyForTheOtherThread(item, `${at}[${index}]`, path))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new Error(`setData cannot carry a ${value.constructor.name} at ${at}`)
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, copyForTheOtherThread(item, `${at}.${key}`, path)]),
  )
}

function defaultOf(property: unknown): unknown {
  if (typeof property !== 'object' || property === null || !('value' in property)) return null
  return copyForTheOtherThread(property.value, 'properties')
}

function nothing(): void {
  // Event channels between pages carry nothing in this emulator.
}
