import { useRef, useState } from 'react'
import { currentSession } from '@/shared/http/session-store'
import { forgetOwn, readOwn, writeOwn } from '@/shared/tab-storage'

/** What was begun in the morning is of no more use the next day. By this device's own clock, which both writes and reads it. */
const KEPT_MS = 16 * 3_600_000

interface Kept {
  savedAt: number
  value: unknown
}

/** One tablet serves several members of staff: what one of them has begun is not the next one's. */
const keyOf = (name: string): string => `wanli.draft.${currentSession()?.person.id ?? ''}.${name}`

function read(key: string): unknown {
  const kept = readOwn(key) as Kept | '' | null
  return !kept || Date.now() - kept.savedAt > KEPT_MS ? undefined : kept.value
}

/** Something begun, how to change parts of it, and how to forget it: then it is as at first. */
export type Draft<Value> = [Value, (part: Partial<Value>) => void, () => void]

/**
 * A state that outlives a reload and an app that the system has killed, on this device and for this person, until it is forgotten or
 * the day is over. `name` says what it is of, and with its shape: another shape takes another name.
 */
export function useDraft<Value extends object>(name: string, first: Value): Draft<Value> {
  const [value, setValue] = useState<Value>(() => (read(keyOf(name)) as Value | undefined) ?? first)
  // What an answer changes is a part of what is there when it comes, not of what was there when it was asked for.
  const latest = useRef(value)
  const become = (next: Value): void => {
    latest.current = next
    setValue(next)
  }
  const keep = (part: Partial<Value>): void => {
    const next = { ...latest.current, ...part }
    writeOwn(keyOf(name), { savedAt: Date.now(), value: next } satisfies Kept)
    become(next)
  }
  const forget = (): void => {
    forgetOwn(keyOf(name), true)
    become(first)
  }
  return [value, keep, forget]
}
