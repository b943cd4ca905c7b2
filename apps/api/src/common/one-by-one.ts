import type { LoggerService } from '@nestjs/common'

import type { Patience } from './patience.js'

/**
 * Works each item off on its own, one after another. One that fails is written into the log and left to the next round: it keeps none
 * of those behind it waiting. With `patience` it is left alone for a while, too: for rounds that come every few seconds. Answers how
 * many are not done.
 */
export async function oneByOne<Item>(
  log: Pick<LoggerService, 'error'>,
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
  patience?: Patience<Item>,
): Promise<number> {
  let failed = 0
  for (const item of items) {
    if (patience?.isResting(item) === true) {
      failed += 1
      continue
    }
    try {
      await work(item)
      patience?.done(item)
    } catch (error) {
      failed += 1
      patience?.failed(item)
      log.error(error)
    }
  }
  return failed
}
