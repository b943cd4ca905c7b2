import { queryOptions, useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { CashTopUpRequest, DrawerView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'
import { deskPersonQuery } from './desk-person'

/** `GET /desk/drawer`: the cash of this desk, and who waits for some. */
export const drawerQuery = queryOptions({ queryKey: ['desk', 'drawer'], queryFn: () => call('GET /desk/drawer') })

/** `POST /desk/top-ups`: cash into the drawer, money into the wallet. Answers the balance after it. */
export async function cashTopUp(body: CashTopUpRequest, idempotencyKey: string): Promise<{ balanceFen: number }> {
  const reply = await call('POST /desk/top-ups', { body, idempotencyKey })
  queryClient.setQueryData(
    deskPersonQuery(body.personId).queryKey,
    (person) => person && { ...person, balanceFen: reply.balanceFen },
  )
  for (const part of ['drawer', 'recent']) void queryClient.invalidateQueries({ queryKey: ['desk', part] })
  return reply
}

/** `POST /desk/payouts/:id/paid`: the cash was handed over. */
export function useHandOut(): UseMutationResult<DrawerView, Error, string> {
  return useMutation({
    mutationFn: (id) => call('POST /desk/payouts/:id/paid', { params: { id } }),
    onSuccess: (drawer) => queryClient.setQueryData(drawerQuery.queryKey, drawer),
  })
}
