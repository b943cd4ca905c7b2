import { useEffect, useRef } from 'react'
import { useDraft, type Draft } from './use-draft'

/** Whoever comes back later than this begins anew. */
const KEPT_MS = 2 * 3_600_000

/**
 * Where somebody is on a page of the workbench, the week they plan, the meal whose samples they write: a reload, or a tablet that killed
 * the app, leads back there. Whoever leaves the page and opens it again begins where it begins.
 */
export function usePlace<Value extends object>(name: string, first: Value): [Value, Draft<Value>[1]] {
  const [place, turnTo, forget] = useDraft(`place.${name}`, first, KEPT_MS)
  const leave = useRef(forget)
  useEffect(() => {
    leave.current = forget
  })
  useEffect(() => () => leave.current(), [])
  return [place, turnTo]
}
