/** What the specs need of Taro: a request whose answers a spec writes, and storage in memory. */

/** Facts of one request as `Taro.request` takes them. */
export interface StandInRequest {
  url: string
  method: string
  header: Record<string, string>
  data?: unknown
}

type Answer = { statusCode: number; data: unknown; header?: Record<string, string> } | Error
type Server = (request: StandInRequest) => Answer | Promise<Answer>

const storage = new Map<string, unknown>()
let server: Server = () => new Error('no server')

/** Every request made since `serve` was called. */
export const requests: StandInRequest[] = []

/** Answers requests by `next` from now on, and forgets those made before. An Error is a request that got no answer. */
export function serve(next: Server): void {
  requests.length = 0
  server = next
}

export default {
  async request(request: StandInRequest): Promise<Exclude<Answer, Error>> {
    requests.push(request)
    const answer = await server(request)
    if (answer instanceof Error) throw answer
    return answer
  },
  getStorageSync: (key: string): unknown => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown): void => void storage.set(key, value),
  removeStorageSync: (key: string): void => void storage.delete(key),
}
