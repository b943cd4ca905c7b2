import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { OfferView, QuoteRequest, QuoteView } from '@wanli/contracts/canteen'
import { call } from '@/shared/http/call'

/** What the menu says that each dish of a basket costs its eater, in fen. */
function menuFens({ lines }: QuoteRequest, offers: readonly OfferView[]): (number | undefined)[] {
  return lines.map(({ offerId, portion }) => {
    const offer = offers.find(({ id }) => id === offerId)
    return portion === 'half' ? offer?.half?.myFen : offer?.myFen
  })
}

/**
 * What an order would cost, step by step. Null asks nothing, nor is anything asked before the menu (`offers`) is there. While a changed
 * order is priced the old price stays. A menu that comes with another price is another question, so that the sum never lags behind what
 * stands beside it.
 */
export function useQuote(
  request: QuoteRequest | null,
  offers: readonly OfferView[] | undefined,
): UseQueryResult<QuoteView> {
  return useQuery({
    queryKey: ['canteen', 'quote', request, request && offers && menuFens(request, offers)],
    queryFn: () => {
      if (!request) throw new Error('nothing to price')
      return call('POST /canteen/quotes', { body: request })
    },
    enabled: request !== null && request.lines.length > 0 && offers !== undefined,
    placeholderData: keepPreviousData,
  })
}
