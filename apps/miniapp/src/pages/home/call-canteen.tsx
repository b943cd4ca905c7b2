import type { ReactNode } from 'react'
import { phoneCall } from '@/shared/phone-call'
import { Button } from '@/shared/ui/button'
import { useWholeOrder } from './api/get-order'
import { HOME_TEXT } from './text'

/** Rings the canteen that cooked an order. */
export function CallCanteen({ orderId }: { orderId: string }): ReactNode {
  const { data } = useWholeOrder(orderId)
  return (
    <Button block icon="phone-line" disabled={!data} onTap={() => data && phoneCall(data.canteen.phone)}>
      {HOME_TEXT.callCanteen}
    </Button>
  )
}
