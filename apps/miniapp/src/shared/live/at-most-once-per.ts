/**
 * Calls `work` at once for a name, then for that name at most once every `ms`, the last time after the last call: a burst of news costs
 * one question a while, and none of it is missed. `stop` forgets what still waits.
 */
export function atMostOncePer(
  ms: number,
  work: (name: string) => void,
): { call: (name: string) => void; stop: () => void } {
  const waiting = new Map<string, { timer: ReturnType<typeof setTimeout>; again: boolean }>()
  const run = (name: string): void => {
    work(name)
    const timer = setTimeout(() => {
      const again = waiting.get(name)?.again === true
      waiting.delete(name)
      if (again) run(name)
    }, ms)
    waiting.set(name, { timer, again: false })
  }
  return {
    call: (name) => {
      const slot = waiting.get(name)
      if (slot) slot.again = true
      else run(name)
    },
    stop: () => {
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}
