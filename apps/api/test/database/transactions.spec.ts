import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { newId } from '../../src/common/new-id.js'
import { LostRaceError } from '../../src/database/constraint-errors.js'
import { Transactions } from '../../src/database/transactions.js'
import { Canteen } from '../../src/canteen/canteen.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { deleteAllRows } from '../support/database.js'

let app: TestApp
let transactions: Transactions

beforeAll(async () => {
  app = await startApp()
  transactions = app.nest.get(Transactions)
})
afterAll(() => app.close())
beforeEach(() => deleteAllRows(app.dataSource))

const row = (name: string): Canteen => ({ id: newId(), name, address: '', phone: '', phoneHours: '', windowName: '' })
const names = async (): Promise<string[]> =>
  (await app.dataSource.manager.find(Canteen)).map((canteen) => canteen.name).sort()

describe('transactions that overlap', () => {
  it('keep what one commits when another rolls back', async () => {
    let insertedFirst!: () => void
    const first = new Promise<void>((resolve) => (insertedFirst = resolve))
    const rolledBack = transactions.run(async (tx) => {
      await tx.insert(Canteen, row('rolled back'))
      insertedFirst()
      throw new Error('no')
    })
    const committed = first.then(() => transactions.run((tx) => tx.insert(Canteen, row('committed'))))
    await expect(rolledBack).rejects.toThrow('no')
    await committed
    expect(await names()).toEqual(['committed'])
  })

  it('are fifty at a time without losing one', async () => {
    await Promise.all(
      [...Array(50).keys()].map((index) => transactions.run((tx) => tx.insert(Canteen, row(`c${index}`)))),
    )
    expect(await names()).toHaveLength(50)
  })
})

describe('a transaction', () => {
  it('is run again from its beginning when it lost a race, and leaves nothing of the first try', async () => {
    let tries = 0
    await transactions.run(async (tx) => {
      tries += 1
      await tx.insert(Canteen, row(`try ${tries}`))
      if (tries < 3) throw new LostRaceError()
    })
    expect(await names()).toEqual(['try 3'])
  })

  it('refuses another one inside it', async () => {
    const nested = transactions.run(() => transactions.run(async () => undefined))
    await expect(nested).rejects.toThrow('a transaction is already open')
  })

  it('says so, instead of waiting for ever, when work inside it goes around it', async () => {
    const around = transactions.run(() => app.dataSource.manager.find(Canteen))
    await expect(around).rejects.toThrow("use the transaction's EntityManager")
  })
})
