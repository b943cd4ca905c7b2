import type { LoggerService } from '@nestjs/common'

/**
 * Works each item off on its own, one after another. One that fails is written into the log and left to the next round: it keeps none
 * of those behind it waiting. Answers how many failed.
 */
export async function oneByOne<Item>(
  log: Pick<LoggerService, 'error'>,
  items: Iterable<Item>,
  work: (item: Item) => Promise<unknown>,
): Promise<number> {
  let failed = 0
  for (const item of items) {
    try {
      await work(item)
    } catch (error) {
      failed += 1
      log.error(error)
    }
  }
  return failed
}
