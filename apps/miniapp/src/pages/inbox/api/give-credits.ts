import { queryOptions, useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { CreditsRequest, TemplateView } from '@wanli/contracts/notices'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** `GET /notices/templates`: which messages WeChat may be asked to allow, and how many are still allowed. */
export const templatesQuery = queryOptions({
  queryKey: ['notices', 'templates'],
  queryFn: async () => (await call('GET /notices/templates')).items,
})

/** `POST /notices/credits`: what the person answered WeChat. */
export function useGiveCredits(): UseMutationResult<{ items: TemplateView[] }, Error, CreditsRequest['answers']> {
  return useMutation({
    mutationFn: (answers) => call('POST /notices/credits', { body: { answers } }),
    onSuccess: ({ items }) => queryClient.setQueryData(templatesQuery.queryKey, items),
  })
}
