import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /wallet/months/:month`: one month in four sums. */
export const monthQuery = (month: string) =>
  queryOptions({
    queryKey: ['wallet', 'month', month],
    queryFn: () => call('GET /wallet/months/:month', { params: { month } }),
  })
