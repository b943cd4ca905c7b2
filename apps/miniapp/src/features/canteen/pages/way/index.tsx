import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import type { OrderDeliveryView } from '@wanli/contracts/delivery'
import { useSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { usePageShown } from '@/shared/page-shown'
import { phoneCall } from '@/shared/phone-call'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Skeleton } from '@/shared/ui/skeleton'
import { useWay } from '../../api/get-way'
import { ShutDoor } from '../../components/way-ticket'
import { DELIVERY_TEXT as TEXT } from '../../delivery-text'
import { CANTEEN_TEXT } from '../../text'

/** Nobody answered a door: what the canteen is doing about it, and whom to call, for everybody who was told. */
export default function WayPage(): ReactNode {
  const { id = '' } = useRouter().params
  const { state } = useSession()
  const query = useWay(id, usePageShown(), state === 'signed_in')
  return (
    <CanteenScreen title={TEXT.title} canteen={query.data?.canteen}>
      {state === 'signed_out' ? (
        <SignInFirst text={CANTEEN_TEXT.signIn} />
      ) : (
        <Async query={query} skeleton={<Skeleton height={320} radius={20} />}>
          {(way) => <Way way={way} />}
        </Async>
      )}
    </CanteenScreen>
  )
}

function Way({ way }: { way: OrderDeliveryView }): ReactNode {
  const elder = useElderMode()
  return (
    <>
      <ShutDoor way={way} />
      {/* In the care mode the bar at the foot calls the same number. */}
      {elder.on ? null : (
        <Button
          block
          kind={way.actions.includes('ring') ? 'soft' : 'primary'}
          icon="phone-line"
          onTap={() => phoneCall(way.canteen.phone)}
        >
          {TEXT.callCanteen}
        </Button>
      )}
      {way.mine ? (
        <Button block kind="line" onTap={() => go('/features/canteen/pages/order/index', { id: way.orderId })}>
          {TEXT.openOrder}
        </Button>
      ) : null}
    </>
  )
}
