import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { backTo } from '@/shared/navigation'
import { usePageShown } from '@/shared/page-shown'
import { CANTEEN } from '@/shared/text/canteen-words'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { CanteenScreen } from '@/shared/canteen-screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Skeleton } from '@/shared/ui/skeleton'
import { useSitting } from '../../api/get-sitting'
import { ElderDecision } from '../../components/elder-decision'
import { useCart } from '../../cart-store'
import { trayOfLines } from '../../model/trays'
import { CANTEEN_TEXT, MEAL_AT_HOME } from '../../text'

const TEXT = CANTEEN_TEXT.elder

/** 关怀版 确认: yes, or another tray. */
export default function ElderConfirmPage(): ReactNode {
  const { sittingId = '' } = useRouter().params
  const { state } = useSession()
  const shown = usePageShown()
  const { cart, change } = useCart(sittingId)
  const query = useSitting(state === 'signed_in' ? sittingId : undefined, cart.forPersonId, shown)
  const toTrays = (): void =>
    backTo('/features/canteen/pages/elder-menu/index', {
      day: query.data?.day,
      meal: query.data?.meal,
      for: cart.forPersonId ?? undefined,
    })
  const title = query.data ? TEXT.title(MEAL_AT_HOME[query.data.meal]) : CANTEEN
  return (
    <CanteenScreen title={title} canteen={query.data?.canteen}>
      {state === 'signed_out' ? (
        <SignInFirst text={CANTEEN_TEXT.signIn} />
      ) : (
        <Async query={query} skeleton={<Skeleton height={420} radius={24} />}>
          {(sitting) => {
            const tray = trayOfLines(cart.lines, sitting.offers)
            if (tray)
              return (
                <ElderDecision
                  sitting={sitting}
                  cart={cart}
                  tray={tray}
                  onMode={(mode) => change({ kind: 'mode', mode })}
                  onOther={toTrays}
                />
              )
            return <EmptyState title={TEXT.gone} action={{ label: TEXT.other, onTap: toTrays }} />
          }}
        </Async>
      )}
    </CanteenScreen>
  )
}
