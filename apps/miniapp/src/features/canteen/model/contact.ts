import type { CanteenView } from '@wanli/contracts/canteen'
import { CANTEEN_TEXT } from '../text'

/** The canteen as somebody to call: what the care mode's telephone bar needs. Its name there is short, the number is what counts. */
export function contactOf(canteen: CanteenView): { name: string; number: string; hours: string } {
  return { name: CANTEEN_TEXT.canteen, number: canteen.phone, hours: canteen.phoneHours }
}
