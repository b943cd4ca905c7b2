import type { Fields } from '../protocol'

/** A node of the tree that a compiled template gives. Text is a string. */
export interface TemplateNode {
  tag: string
  attr?: Fields
  children?: TemplateChild[]
  wxKey?: string
}

export type TemplateChild = TemplateNode | string | number | undefined | null

/** One handler of an element: `bindtap="buy"`, `catchtap="buy"`. */
export interface Handler {
  method: string
  stops: boolean
}

/** What the emulator knows of an element it drew. */
export interface ViewState {
  /** Instance whose template drew it: its handlers live there. */
  owner: number
  attributes: Fields
  dataset: Fields
  handlers: Map<string, Handler>
  key: string | null
  /** Instance of the component this element hosts, if any. */
  hosts: number | null
}

const states = new WeakMap<Element, ViewState>()

export function stateOf(element: Element): ViewState | undefined {
  return states.get(element)
}

export function remember(element: Element, state: ViewState): void {
  states.set(element, state)
}

const HANDLER = /^(?:capture-)?(bind|catch|mut-bind):?(.+)$/
const UNTOUCHED = /^(bind|catch|capture|mut-bind|wx:|data-|generic:)/

/** WeChat's compiler turns `form-type` into `formType`; names go back to what was written. */
export function writtenName(name: string): string {
  return UNTOUCHED.test(name) ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** `form-type` → `formType`. */
export function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Sorts the attributes of a template node into plain ones, `data-` ones and handlers. */
export function readAttributes(node: TemplateNode): Pick<ViewState, 'attributes' | 'dataset' | 'handlers'> {
  const attributes: Fields = {}
  const dataset: Fields = {}
  const handlers = new Map<string, Handler>()
  for (const [given, value] of Object.entries(node.attr ?? {})) {
    const name = writtenName(given)
    const handler = HANDLER.exec(name)
    if (handler) {
      if (typeof value === 'string' && value !== '')
        handlers.set(handler[2] ?? '', { method: value, stops: handler[1] === 'catch' })
    } else if (name.startsWith('data-')) dataset[camelCase(name.slice(5))] = value
    else attributes[name] = value
  }
  return { attributes, dataset, handlers }
}

/** Children without the fragments that templates and loops leave. */
export function flatten(children: TemplateChild[] = []): (TemplateNode | string)[] {
  return children.flatMap((child) => {
    if (child === undefined || child === null) return []
    if (typeof child !== 'object') return [String(child)]
    return child.tag === 'virtual' ? flatten(child.children) : [child]
  })
}
