import { useQuery } from '@tanstack/react-query'
import type { OrderListItem, SittingBrief } from '@wanli/contracts/canteen'
import { openOrdersQuery } from '@/shared/api/get-open-orders'
import { useSession } from '@/shared/http/session'

/** The order that an eater (null: the person themself) has for a meal already; null when there is none that the person may see. */
export function useOrdered(sitting: SittingBrief | undefined, forPersonId: string | null): OrderListItem | null {
  const { person } = useSession()
  const { data } = useQuery({ ...openOrdersQuery, enabled: person !== null && sitting !== undefined })
  const eaterId = forPersonId ?? person?.id
  const isIt = ({ day, meal, eater }: OrderListItem): boolean =>
    day === sitting?.day && meal === sitting.meal && eater.id === eaterId
  return data?.find(isIt) ?? null
}
