import type { ReactNode } from 'react'
import type { CanteenView } from '@wanli/contracts/canteen'
import type { PersonView } from '@wanli/contracts/people'
import { useSession } from '@/shared/http/session'
import { phoneCall } from '@/shared/phone-call'
import { CANTEEN } from '@/shared/text/canteen-words'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { CanteenScreen } from '@/shared/canteen-screen'
import { useCanteens } from '@/shared/api/canteens'
import { useSittings } from '../../api/get-sittings'
import { Menu } from '../../components/menu'
import { MenuSkeleton } from '../../components/menu-skeleton'
import { CANTEEN_TEXT } from '../../text'

const TEXT = CANTEEN_TEXT.menu

/** 订餐: day, meal, for whom, dishes, cart. A guest reads and picks at list prices, and signs in to order. */
export default function MenuPage(): ReactNode {
  const { person } = useSession()
  return <Meals key={person?.id ?? ''} person={person} />
}

function Meals({ person }: { person: PersonView | null }): ReactNode {
  const canteens = useCanteens()
  const canteen = canteens.data?.[0]
  const sittings = useSittings(canteen?.id)
  const [first] = sittings.data?.items ?? []
  if (canteen && sittings.data && first) {
    const { items, days } = sittings.data
    return <Menu person={person} canteen={canteen} sittings={items} days={days} first={first} />
  }
  return (
    <CanteenScreen title={canteen?.name ?? CANTEEN} canteen={canteen}>
      <Async query={canteens} skeleton={<MenuSkeleton />}>
        {() => (
          <Async query={sittings} skeleton={<MenuSkeleton />}>
            {() => <NoSitting canteen={canteen} />}
          </Async>
        )}
      </Async>
    </CanteenScreen>
  )
}

function NoSitting({ canteen }: { canteen: CanteenView | undefined }): ReactNode {
  const action = canteen && { label: TEXT.callCanteen, onTap: () => phoneCall(canteen.phone) }
  return <EmptyState title={TEXT.noSitting} text={TEXT.noSittingText} action={action} />
}
