import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { PaymentView } from '@wanli/contracts/wallet'
import { call } from '@/shared/http/call'

const REFRESH_MS = 1_500

/** One payment, asked for again and again until it is settled: money is known by the server only. Null asks nothing. */
export function usePayment(id: string | null): UseQueryResult<PaymentView> {
  return useQuery({
    queryKey: ['wallet', 'payment', id],
    queryFn: () => call('GET /wallet/payments/:id', { params: { id: id ?? '' } }),
    enabled: id !== null,
    refetchInterval: ({ state }) => (state.data?.status === 'pending' || state.error !== null) && REFRESH_MS,
  })
}
