import { useRef, useState } from 'react'
import { currentSession } from '@/shared/http/session-store'
import { forgetOwn, readOwn, writeOwn } from '@/shared/tab-storage'

/** What was begun in the morning is of no more use the next day. */
const DAY_MS = 16 * 3_600_000

interface Kept {
  savedAt: number
  value: unknown
}

/** One tablet serves several members of staff: what one of them has begun is not the next one's. */
const keyOf = (name: string): string => `wanli.draft.${currentSession()?.person.id ?? ''}.${name}`

/** What is kept, unless it is too old by this device's own clock, which wrote it too: then it is gone for good. */
function read(key: string, keptMs: number): unknown {
  const kept = readOwn(key) as Kept | '' | null
  if (!kept) return undefined
  if (Date.now() - kept.savedAt <= keptMs) return kept.value
  forgetOwn(key, true)
  return undefined
}

/** What becomes of a part of it; of what is there by then, where it says so. */
type Part<Value> = Partial<Value> | ((now: Value) => Partial<Value>)

/** Something begun, how to change parts of it, and how to forget it: then it is as at first. */
type Draft<Value> = [Value, (part: Part<Value>) => void, () => void]

/**
 * A state that outlives a reload and an app that the system has killed, on this device and for this person, until it is forgotten or
 * nobody has changed it for `keptMs`: a working day, if nothing else is said. `name` says what it is of, and with its shape: another
 * shape takes another name.
 */
export function useDraft<Value extends object>(name: string, first: Value, keptMs = DAY_MS): Draft<Value> {
  const [value, setValue] = useState<Value>(() => (read(keyOf(name), keptMs) as Value | undefined) ?? first)
  // What an answer changes is a part of what is there when it comes, not of what was there when it was asked for.
  const latest = useRef(value)
  const become = (next: Value): void => {
    latest.current = next
    setValue(next)
  }
  const keep = (part: Part<Value>): void => {
    const now = latest.current
    const next = { ...now, ...(typeof part === 'function' ? part(now) : part) }
    writeOwn(keyOf(name), { savedAt: Date.now(), value: next } satisfies Kept)
    become(next)
  }
  const forget = (): void => {
    forgetOwn(keyOf(name), true)
    become(first)
  }
  return [value, keep, forget]
}
