import { oneByOne } from './one-by-one.js'
import { Patience } from './patience.js'

let now = 0
const patience = () =>
  new Patience<string>(
    (item) => item,
    () => new Date(now),
  )
const log = { error: () => undefined }

/** In which seconds of so many, when a round comes every five, something is tried that always fails. */
async function triesIn(seconds: number): Promise<number[]> {
  const tries: number[] = []
  const mine = patience()
  const fail = () => {
    tries.push(now / 1_000)
    return Promise.reject(new Error('a fault'))
  }
  for (now = 0; now <= seconds * 1_000; now += 5_000) expect(await oneByOne(log, ['broken'], fail, mine)).toBe(1)
  return tries
}

it('leaves what fails alone for ten seconds, then twice as long each time, five minutes at most', async () => {
  expect(await triesIn(1_300)).toEqual([0, 10, 30, 70, 150, 310, 610, 910, 1_210])
})

it('keeps nothing else waiting, and forgets what went well', async () => {
  now = 0
  const mine = patience()
  const done: string[] = []
  let isBroken = true
  const round = () =>
    oneByOne(
      log,
      ['broken', 'whole'],
      async (item) => {
        if (item === 'broken' && isBroken) throw new Error('a fault')
        done.push(item)
        return Promise.resolve()
      },
      mine,
    )
  expect([await round(), await round(), done]).toEqual([1, 1, ['whole', 'whole']])
  isBroken = false
  now += 10_000
  expect(await round()).toBe(0)
  isBroken = true
  expect(await round()).toBe(1)
  now += 10_000
  expect([await round(), mine.resting()]).toEqual([1, ['broken']])
})

it('remembers ten thousand things, those that failed last', () => {
  now = 0
  const mine = patience()
  for (let n = 0; n <= 10_000; n += 1) mine.failed(String(n))
  mine.failed('1')
  mine.failed('new')
  expect([mine.resting().length, mine.isResting('0'), mine.isResting('1'), mine.isResting('2')]).toEqual([
    10_000,
    false,
    true,
    false,
  ])
})
