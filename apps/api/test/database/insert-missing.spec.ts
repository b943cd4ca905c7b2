import { newId } from '../../src/common/new-id.js'
import { insertMissing } from '../../src/database/bulk.js'
import { Transactions } from '../../src/database/transactions.js'
import { Run } from '../../src/delivery/run.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch, type Lunch } from '../support/lunch.js'

let app: TestApp
let lunch: Lunch

beforeAll(async () => {
  app = await startApp()
})
afterAll(() => app.close())
beforeEach(async () => {
  lunch = await setLunch(app)
})

const run = (change: Partial<Run> = {}): Run => ({
  id: newId(),
  sittingId: lunch.sitting.id,
  canteenId: lunch.canteen.id,
  number: 1,
  courierId: null,
  leftAt: null,
  freeToldAt: null,
  createdAt: new Date('2026-11-23T02:00:00.000Z'),
  ...change,
})
const add = (...runs: Run[]): Promise<void> =>
  app.nest.get(Transactions).run((tx) => insertMissing(tx, Run, runs, ['sittingId', 'number']))
const ids = async (): Promise<string[]> =>
  (await app.dataSource.manager.find(Run, { order: { number: 'ASC' } })).map(({ id }) => id)

describe('rows that are added where they are missing', () => {
  it('pass over the one that is there, which stays as it is, and the one that comes twice', async () => {
    const [first, second] = [run(), run({ number: 2 })]
    await add(first)
    await add(run({ createdAt: new Date('2026-11-23T03:00:00.000Z') }), second, run({ number: 2 }))
    expect(await ids()).toEqual([first.id, second.id])
    const kept = await app.dataSource.manager.findOneByOrFail(Run, { id: first.id })
    expect(kept.createdAt).toEqual(first.createdAt)
  })

  it('are none, and nothing is asked', async () => {
    await add()
    expect(await ids()).toEqual([])
  })

  it.each([
    ['a key that leads nowhere', () => ({ canteenId: newId() })],
    ['what a check forbids', () => ({ number: 100 })],
    ['nothing where something must be', () => ({ createdAt: null as unknown as Date })],
  ])('are refused for %s, with all that came beside it', async (_, change) => {
    await expect(add(run({ number: 2 }), run(change()), run({ number: 3 }))).rejects.toThrow()
    expect(await ids()).toEqual([])
  })

  it('are refused when they hit another key than the named one', async () => {
    const first = run()
    await add(first)
    await expect(add(run({ number: 2 }), run({ id: first.id, number: 3 }))).rejects.toThrow()
    expect(await ids()).toEqual([first.id])
  })
})
