import { useEffect, useRef } from 'react'
import { restTaps } from './tap-rest'

/** When something else takes the place of what is shown, `shown` by its id or number, a tap that was on its way is not for it. */
export function useTapRest(shown: string | number | undefined): void {
  const before = useRef(shown)
  useEffect(() => {
    if (before.current !== undefined && before.current !== shown) restTaps()
    before.current = shown
  }, [shown])
}
