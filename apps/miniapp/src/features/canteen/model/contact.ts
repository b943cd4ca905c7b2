import type { CanteenView } from '@wanli/contracts/canteen'

/** The canteen as somebody to call: what the care mode's telephone bar needs. */
export function contactOf(canteen: CanteenView): { name: string; number: string; hours: string } {
  return { name: canteen.name, number: canteen.phone, hours: canteen.phoneHours }
}
