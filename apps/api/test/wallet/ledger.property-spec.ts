import fc from 'fast-check'
import { In, IsNull, Not } from 'typeorm'

import { Account } from '../../src/wallet/account.entity.js'
import { Entry } from '../../src/wallet/entry.entity.js'
import { PaidPart } from '../../src/wallet/paid-part.entity.js'
import { Payment } from '../../src/wallet/payment.entity.js'
import { Payout } from '../../src/wallet/payout.entity.js'
import { Posting } from '../../src/wallet/posting.entity.js'
import { Refund } from '../../src/wallet/refund.entity.js'
import { startApp, type TestApp } from '../support/app.js'
import { setLunch } from '../support/lunch.js'
import { MoneyOperations, operation, PEOPLE, type Operation } from '../support/money-operations.js'
import { startWechat, type TestWechat } from '../support/wechat.js'

/** Ten thousand operations in all: on SQLite one after another, where a server keeps the database by eight workers at once. */
const RUNS = 8
const OPERATIONS = 1_250
const IS_SERVER = (process.env['TEST_DATABASE_URL'] ?? '') !== ''
const WORKERS = IS_SERVER ? 8 : 1
/** It takes half a minute; a machine that is busy with other things needs more. */
const TIMEOUT_MS = 240_000

let wechat: TestWechat
let app: TestApp
let money: MoneyOperations

beforeAll(async () => {
  wechat = await startWechat()
  app = await startApp(wechat.pay.env)
  // What a power cut would lose is not asked here, and waiting for the disk takes longer than all the rest.
  if (!IS_SERVER) await app.dataSource.query('PRAGMA synchronous = OFF')
  const lunch = await setLunch(app)
  const people: string[] = []
  for (let index = 0; index < PEOPLE; index += 1) {
    const { id } = await lunch.make.person({ balanceFen: 5_000 })
    await lunch.make.openid(id)
    people.push(id)
  }
  const { id } = await lunch.make.person()
  money = new MoneyOperations(app, lunch, people, {
    personId: id,
    sessionId: id,
    roles: [{ role: 'clerk', scopeId: '' }],
  })
})
afterAll(async () => {
  await app.close()
  await wechat.close()
})

async function expectBooksInOrder(): Promise<void> {
  const { manager } = app.dataSource
  const sumOf = async (
    type: typeof Entry | typeof Payout | typeof Refund,
    column: string,
    where = {},
  ): Promise<number> => (await manager.sum(type, column as never, where)) ?? 0
  expect(await sumOf(Entry, 'amountFen')).toBe(0)
  const sums = await manager
    .createQueryBuilder(Entry, 'e')
    .select('e.accountId', 'id')
    .addSelect('SUM(e.amountFen)', 'fen')
    .groupBy('e.accountId')
    .getRawMany<{ id: string; fen: number | string }>()
  const fenOf = new Map(sums.map(({ id, fen }) => [id, Number(fen)]))
  const accounts = await manager.find(Account)
  expect(accounts.filter(({ id, balanceFen }) => balanceFen !== (fenOf.get(id) ?? 0))).toEqual([])
  expect(accounts.filter(({ balanceFen, floorFen }) => floorFen !== null && balanceFen < floorFen)).toEqual([])
  const balanceOf = (kind: string): number => accounts.find((account) => account.kind === kind)?.balanceFen ?? 0

  const parts = await manager.find(PaidPart)
  expect(parts.filter(({ paidFen, refundedFen }) => refundedFen < 0 || refundedFen > paidFen)).toEqual([])
  const kept = parts.reduce((sum, { paidFen, refundedFen }) => sum + paidFen - refundedFen, 0)
  expect(balanceOf('canteen_revenue')).toBe(kept)

  const payments = await manager.find(Payment)
  const refunds = await manager.find(Refund)
  const backOf = new Map<string, number>()
  for (const { paymentId, amountFen } of refunds) backOf.set(paymentId, (backOf.get(paymentId) ?? 0) + amountFen)
  const wrong = payments.filter(
    ({ id, refundedFen, amountFen }) => refundedFen > amountFen || refundedFen !== (backOf.get(id) ?? 0),
  )
  expect(wrong).toEqual([])
  const cameIn = payments.filter(({ paidAt }) => paidAt !== null)
  const returned = refunds.filter(({ status }) => status === 'success')
  const total = (rows: { amountFen: number }[]): number => rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  expect(balanceOf('wechat_clearing') + 0).toBe(0 - total(cameIn) + total(returned))
  const openRefunds = refunds.filter(({ doneAt }) => doneAt === null)
  const openCash = await sumOf(Payout, 'cashFen', { cashStatus: 'pending' })
  expect(balanceOf('payout_pending')).toBe(total(openRefunds) + openCash)

  const keys = await manager.find(Posting, { where: { dedupeKey: Not(IsNull()) }, select: { dedupeKey: true } })
  expect(new Set(keys.map(({ dedupeKey }) => dedupeKey)).size).toBe(keys.length)
  expect(await manager.countBy(Posting, { kind: 'top_up_wechat' })).toBe(
    cameIn.filter(({ purpose }) => purpose === 'top_up').length,
  )
  expect(await manager.countBy(Posting, { kind: In(['wechat_refund', 'payout_returned']) })).toBe(
    refunds.length - openRefunds.length,
  )
}

it(
  'keeps the books in order whatever ten thousand operations do',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { minLength: OPERATIONS, maxLength: OPERATIONS, size: 'max' }),
        async (operations: Operation[]) => {
          const lanes = [...Array(WORKERS).keys()].map(async (lane) => {
            for (let index = lane; index < operations.length; index += WORKERS) await money.act(operations[index]!)
          })
          await Promise.all(lanes)
          await expectBooksInOrder()
        },
      ),
      {
        numRuns: RUNS,
        endOnFailure: true,
        // A thousand operations are nothing to read: the seed repeats them.
        reporter: ({ failed, seed, errorInstance }) => {
          if (failed) throw new Error(`seed ${seed}`, { cause: errorInstance })
        },
      },
    )
    // A test that refuses everything would pass too: every kind of operation must have done something, and few were given up.
    expect([...money.done.keys()].sort()).toEqual(money.all.sort())
    expect(Math.min(...money.done.values())).toBeGreaterThan(20)
    expect(money.givenUp).toBeLessThan((RUNS * OPERATIONS) / 50)
  },
  TIMEOUT_MS,
)
