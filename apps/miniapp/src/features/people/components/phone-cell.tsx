import type { ReactNode } from 'react'
import { Cell } from '@/shared/ui/cell'
import { PROFILE_TEXT as TEXT } from '../text'

/** The phone number that is kept of me, masked. In a browser one signs in by it, so there is nothing to bind. */
export function PhoneCell({ phone }: { phone: string | null }): ReactNode {
  return <Cell icon="cellphone-line" title={TEXT.phone} value={phone ?? TEXT.noPhone} plain />
}
