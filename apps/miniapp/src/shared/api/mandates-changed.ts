import { queryClient } from '@/shared/http/query-client'

/** What is stale once a mandate began, changed or ended: the lists, the person, the inbox that asked, and prices for somebody else. */
export async function mandatesChanged(): Promise<void> {
  await Promise.all(
    [['people'], ['notices'], ['canteen', 'quote']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
  )
}
