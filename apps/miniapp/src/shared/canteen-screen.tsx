import type { ComponentProps, ReactNode } from 'react'
import type { CanteenView } from '@wanli/contracts/canteen'
import { useKnownCanteens } from './api/canteens'
import { CANTEEN } from './text/canteen-words'
import { useElderMode } from './theme/elder-mode'
import { Screen } from './ui/screen'

interface CanteenScreenProps extends Omit<ComponentProps<typeof Screen>, 'phone'> {
  /** Whose page it is, once that is known; until then, and where it is nobody's in particular, the first canteen. */
  canteen?: CanteenView | undefined
}

/**
 * A {@link Screen} of the canteen's affairs: the care mode's telephone calls the canteen, which knows about meals, and not the service
 * station, whatever the page has to show at the moment. The name there is short, the number is what counts.
 */
export function CanteenScreen({ canteen, ...screen }: CanteenScreenProps): ReactNode {
  const elder = useElderMode()
  const [first] = useKnownCanteens(elder.on)
  const known = canteen ?? first
  const phone = known && { name: CANTEEN, number: known.phone, hours: known.phoneHours }
  return <Screen {...screen} phone={phone} />
}
