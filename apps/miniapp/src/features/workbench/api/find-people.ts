import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { DeskPersonBrief } from '@wanli/contracts/desk'
import { call } from '@/shared/http/call'

/** `GET /desk/people`: a search is an act of the clerk, not something to repeat by itself. */
export function useFindPeople(): UseMutationResult<DeskPersonBrief[], Error, string> {
  return useMutation({ mutationFn: async (q) => (await call('GET /desk/people', { query: { q } })).items })
}
