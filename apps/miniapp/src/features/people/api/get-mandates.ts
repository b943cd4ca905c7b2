import { queryOptions } from '@tanstack/react-query'
import { call } from '@/shared/http/call'

/** `GET /mandates`: whom the caller acts for, and who acts for the caller, ended ones included. */
export const mandatesQuery = queryOptions({
  queryKey: ['people', 'mandates'],
  queryFn: () => call('GET /mandates'),
})
