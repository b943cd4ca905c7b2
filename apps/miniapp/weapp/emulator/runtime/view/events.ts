import type { WxTarget } from '../protocol'
import { send } from './link'
import { stateOf } from './node'

const BUBBLING = new Set(['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'])

interface Extra {
  touches?: unknown[]
  changedTouches?: unknown[]
}

/** Gives an event to the handlers of `origin` and, when its kind bubbles, of what lies around it. */
export function dispatch(origin: Element, type: string, detail: unknown, extra: Extra = {}): void {
  for (let element: Element | null = origin; element; element = element.parentElement) {
    const state = stateOf(element)
    const handler = state?.handlers.get(type)
    if (state && handler) {
      send({
        kind: 'event',
        instance: state.owner,
        handler: handler.method,
        event: {
          type,
          timeStamp: Math.round(performance.now()),
          target: describe(origin),
          currentTarget: describe(element),
          detail,
          mark: {},
          touches: extra.touches ?? [],
          changedTouches: extra.changedTouches ?? [],
        },
      })
      if (handler.stops) return
    }
    if (!BUBBLING.has(type)) return
  }
}

/** The nearest element around `element`, itself included, that the emulator drew with this tag. */
export function around(element: Element | null, tag: string): HTMLElement | null {
  return element?.closest<HTMLElement>(tag) ?? null
}

function describe(element: Element): WxTarget {
  const { offsetLeft, offsetTop } = element as HTMLElement
  return { id: element.id, dataset: stateOf(element)?.dataset ?? {}, offsetLeft, offsetTop }
}
