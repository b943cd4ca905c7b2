import { queryClient } from '@/shared/http/query-client'

/** What is stale once a mandate began, changed or ended: the lists, the person, and the inbox that asked. */
export async function mandatesChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['people'] }),
    queryClient.invalidateQueries({ queryKey: ['notices'] }),
  ])
}
