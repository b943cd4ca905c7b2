import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { QuoteRequest, QuoteView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'

/** What an order would cost, step by step. Null asks nothing. While a changed order is priced the old price stays. */
export function useQuote(request: QuoteRequest | null): UseQueryResult<QuoteView> {
  return useQuery({
    queryKey: ['canteen', 'quote', request],
    queryFn: () => {
      if (!request) throw new Error('nothing to price')
      return call('POST /canteen/quotes', { body: request })
    },
    enabled: request !== null && request.lines.length > 0,
    placeholderData: keepPreviousData,
  })
}
