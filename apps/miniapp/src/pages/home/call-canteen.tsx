import type { ReactNode } from 'react'
import { phoneCall } from '@/shared/phone-call'
import { Button } from '@/shared/ui/button'
import { useWholeOrder } from './api/get-order'
import { HOME_TEXT } from './text'

/** Rings the canteen that cooked an order. `plain`: without its icon, where large type leaves no room for one. */
export function CallCanteen({ orderId, plain = false }: { orderId: string; plain?: boolean }): ReactNode {
  const { data } = useWholeOrder(orderId)
  return (
    <Button
      block
      icon={plain ? undefined : 'phone-line'}
      disabled={!data}
      onTap={() => data && phoneCall(data.canteen.phone)}
    >
      {HOME_TEXT.callCanteen}
    </Button>
  )
}
