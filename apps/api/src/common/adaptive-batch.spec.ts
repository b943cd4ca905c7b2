import { AdaptiveBatch, type Outcome } from './adaptive-batch.js'

const LIMITS = { batch: 100, queue: 1000 }
const doubled = async (requests: number[]): Promise<Outcome<number>[]> =>
  requests.map((request) => ({ answer: request * 2 }))

/** Work that waits until it is let go, and remembers the batches it got. */
function gated(work: (requests: number[]) => Promise<Outcome<number>[]>) {
  const batches: number[][] = []
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (open = resolve))
  const run = async (requests: number[]): Promise<Outcome<number>[]> => {
    batches.push(requests)
    await gate
    return work(requests)
  }
  return { batches, run, open: () => open() }
}

describe('an adaptive batch', () => {
  it('works a lone request off at once', async () => {
    const group = new AdaptiveBatch(doubled, LIMITS)
    expect(await group.submit(21)).toBe(42)
  })

  it('puts what arrives during one batch into the next', async () => {
    const { batches, run, open } = gated(doubled)
    const group = new AdaptiveBatch(run, LIMITS)
    const answers = [1, 2, 3, 4].map((request) => group.submit(request))
    open()
    expect(await Promise.all(answers)).toEqual([2, 4, 6, 8])
    expect(batches).toEqual([[1], [2, 3, 4]])
  })

  it('has the next batch under way before it is busy with the answers of the last', async () => {
    const told: string[] = []
    const run = async (requests: number[]): Promise<Outcome<number>[]> => {
      told.push(`began ${requests.join()}`)
      return doubled(requests)
    }
    const group = new AdaptiveBatch(run, { ...LIMITS, batch: 1 })
    await Promise.all([1, 2].map((request) => group.submit(request).then(() => told.push(`answered ${request}`))))
    expect(told).toEqual(['began 1', 'began 2', 'answered 1', 'answered 2'])
  })

  it('never makes a batch larger than allowed', async () => {
    const { batches, run, open } = gated(doubled)
    const group = new AdaptiveBatch(run, { ...LIMITS, batch: 2 })
    const answers = [1, 2, 3, 4].map((request) => group.submit(request))
    open()
    await Promise.all(answers)
    expect(batches).toEqual([[1], [2, 3], [4]])
  })

  it('answers the others when one of them breaks the batch', async () => {
    const group = new AdaptiveBatch(async (requests: number[]) => {
      if (requests.includes(13)) throw new Error('unlucky')
      return doubled(requests)
    }, LIMITS)
    const answers = [...Array(20).keys()].map((request) => group.submit(request))
    const settled = await Promise.allSettled(answers)
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : null))).toEqual(
      [...Array(20).keys()].map((request) => (request === 13 ? null : request * 2)),
    )
  })

  it('refuses one request and accepts its neighbour', async () => {
    const group = new AdaptiveBatch<number, number>(
      async (requests) =>
        requests.map((request) => (request < 0 ? { error: new RangeError('negative') } : { answer: request })),
      LIMITS,
    )
    const [refused, accepted] = await Promise.allSettled([group.submit(-1), group.submit(1)])
    expect(refused).toMatchObject({ status: 'rejected', reason: { message: 'negative' } })
    expect(accepted).toMatchObject({ status: 'fulfilled', value: 1 })
  })

  it('tells who comes to a full queue to come again', async () => {
    const { run, open } = gated(doubled)
    const group = new AdaptiveBatch(run, { batch: 1, queue: 2 })
    const answers = [1, 2, 3].map((request) => group.submit(request))
    await expect(group.submit(4)).rejects.toMatchObject({ code: 'request.busy' })
    open()
    expect(await Promise.all(answers)).toEqual([2, 4, 6])
  })

  it('goes on after a time without requests', async () => {
    const group = new AdaptiveBatch(doubled, LIMITS)
    expect(await group.submit(1)).toBe(2)
    expect(await group.submit(2)).toBe(4)
  })
})
