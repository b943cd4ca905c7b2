import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './api-error'

const retriesLeft = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && error.code === 'network'

/** The app's cache of server state. Reads are repeated for network failures only; writes never by themselves. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: retriesLeft, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
})
