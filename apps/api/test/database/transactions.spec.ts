import { newId } from '../../src/common/new-id.js'
import { insertRows } from '../../src/database/bulk.js'
import { LostRaceError } from '../../src/database/constraint-errors.js'
import { startOutside } from '../../src/database/inside-transaction.js'
import { rowsIn } from '../../src/database/rows.js'
import { sendCommit } from '../../src/database/together.js'
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

/** Where so many wait for one another. */
function meeting(size: number): { arrive: () => void; all: Promise<void> } {
  let open!: () => void
  const all = new Promise<void>((resolve) => (open = resolve))
  let there = 0
  const arrive = (): void => {
    there += 1
    if (there >= size) open()
  }
  return { arrive, all }
}

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

describe('a look', () => {
  it('sees one moment from its first statement to its last, while another commits', async () => {
    let another: Promise<unknown> | undefined
    const seen = await transactions.look(async (from) => {
      const before = await from.count(Canteen)
      another = startOutside(() => transactions.run((tx) => tx.insert(Canteen, row('another'))))
      // On SQLite, with its one connection, the other waits for the look.
      if (app.dataSource.options.type !== 'better-sqlite3') await another
      return [before, await from.count(Canteen)]
    })
    await another
    expect(seen).toEqual([0, 0])
    expect(await transactions.look((from) => from.count(Canteen))).toBe(1)
  })

  it('keeps nothing, and lets the next transaction write', async () => {
    await transactions.look((from) => from.insert(Canteen, row('looked'))).catch(() => undefined)
    expect(await names()).toEqual([])
    await transactions.run((tx) => tx.insert(Canteen, row('written')))
    expect(await names()).toEqual(['written'])
  })
})

describe('a transaction', () => {
  it('keeps nothing of its first packet when its work fails afterwards', async () => {
    const failed = transactions.run(async (tx) => {
      await Promise.all([insertRows(tx, Canteen, [row('one')]), insertRows(tx, Canteen, [row('two')])])
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await names()).toEqual([])
  })

  it('answers each statement of its first packet with its own result', async () => {
    const one = row('one')
    await transactions.run((tx) => insertRows(tx, Canteen, [one]))
    const [none, found] = await transactions.run((tx) =>
      Promise.all([rowsIn(tx, Canteen, 'id', [newId()]), rowsIn(tx, Canteen, 'id', [one.id])]),
    )
    expect([none, found.map(({ name }) => name)]).toEqual([[], ['one']])
  })

  it('commits in one breath with what it says last, and says nothing afterwards', async () => {
    const late = transactions.run(async (tx) => {
      await Promise.all([insertRows(tx, Canteen, [row('one')]), sendCommit(tx)])
      await tx.insert(Canteen, row('late'))
    })
    await expect(late).rejects.toThrow('after the commit')
    expect(await names()).toEqual(app.dataSource.options.type === 'better-sqlite3' ? [] : ['one'])
    await transactions.run((tx) => Promise.all([insertRows(tx, Canteen, [row('two')]), sendCommit(tx)]))
    expect(await names()).toContain('two')
  })

  it('keeps nothing when what it says in one breath with its commit is refused', async () => {
    const twice = row('twice')
    const refused = transactions.run(async (tx) => {
      await tx.insert(Canteen, twice)
      await Promise.all([insertRows(tx, Canteen, [row('one')]), insertRows(tx, Canteen, [twice]), sendCommit(tx)])
    })
    await expect(refused).rejects.toThrow()
    expect(await names()).toEqual([])
  })

  it('keeps nothing when what went before its commit is refused, though nobody has heard of it yet', async () => {
    const twice = row('twice')
    const refused = transactions.run(async (tx) => {
      await tx.insert(Canteen, twice)
      const before = Promise.all([insertRows(tx, Canteen, [row('one')]), insertRows(tx, Canteen, [twice])])
      const commit = new Promise(setImmediate).then(() =>
        Promise.all([insertRows(tx, Canteen, [row('two')]), sendCommit(tx)]),
      )
      await Promise.all([before, commit])
    })
    await expect(refused).rejects.toThrow()
    expect(await names()).toEqual([])
  })

  it('may say nothing at all', async () => {
    expect(await transactions.run(async () => 'nothing to do')).toBe('nothing to do')
    await expect(transactions.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    await transactions.run((tx) => tx.insert(Canteen, row('afterwards')))
    expect(await names()).toEqual(['afterwards'])
  })

  it('is run again from its beginning when it lost a race, and leaves nothing of the first try', async () => {
    let tries = 0
    await transactions.run(async (tx) => {
      tries += 1
      await tx.insert(Canteen, row(`try ${tries}`))
      if (tries < 3) throw new LostRaceError()
    })
    expect(await names()).toEqual(['try 3'])
  })

  it('keeps nothing that was issued beside the statement it failed at', async () => {
    const twice = row('twice')
    let beside: Promise<unknown> = Promise.resolve()
    const failed = transactions.run(async (tx) => {
      await tx.insert(Canteen, twice)
      beside = (async () => {
        for (let n = 0; n < 20; n += 1) await tx.insert(Canteen, row(`beside ${n}`))
      })()
      await Promise.all([tx.insert(Canteen, twice), beside])
    })
    await expect(failed).rejects.toThrow()
    await expect(beside).rejects.toThrow()
    expect(await names()).toEqual([])
  })

  it('keeps nothing that was issued beside the statement at which the database gave it up', async () => {
    const [one, other] = [row('one'), row('other')]
    await app.dataSource.manager.insert(Canteen, [one, other])
    const tries = new Map<string, number>()
    // Each holds a row and wants the other's: a server gives one of them up. On SQLite they come one after another.
    const bothHold = meeting(app.dataSource.options.type === 'better-sqlite3' ? 1 : 2)
    const run = (mine: Canteen, theirs: Canteen): Promise<void> =>
      transactions.run(async (tx) => {
        const attempt = (tries.get(mine.id) ?? 0) + 1
        tries.set(mine.id, attempt)
        const change = (which: Canteen): Promise<unknown> =>
          tx.update(Canteen, { id: which.id }, { phone: `${mine.name} ${attempt}` })
        await change(mine)
        bothHold.arrive()
        await bothHold.all
        const insert = async (): Promise<void> => {
          for (let n = 0; n < 5; n += 1) await tx.insert(Canteen, row(`${mine.name} ${attempt} ${n}`))
        }
        await Promise.all([change(theirs), insert()])
      })
    await Promise.all([run(one, other), run(other, one)])
    const last = (which: Canteen): string[] =>
      [...Array(5).keys()].map((n) => `${which.name} ${tries.get(which.id) ?? 0} ${n}`)
    expect(await names()).toEqual([...last(one), ...last(other), 'one', 'other'].sort())
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
