import { In } from 'typeorm'

import { MoneyWorker } from '../../src/wallet/money-worker.service.js'
import { Account, type AccountKind } from '../../src/wallet/account.entity.js'
import { Refund } from '../../src/wallet/refund.entity.js'

import { newKey, type Api } from './api.js'
import { startApp, type TestApp } from './app.js'
import { migratedDatabase, type TestDatabase } from './database.js'
import { setLunch, type Lunch } from './lunch.js'
import { until } from './until.js'
import { startWechat, type TestWechat } from './wechat.js'

/** Servers that are paid at WeChat's stand-in: two where the database is a server, one over a SQLite file. */
export interface Till {
  wechat: TestWechat
  app: TestApp
  apps: TestApp[]
  /** Sets the table and empties WeChat's book. */
  set(given?: { portions?: number }): Promise<Lunch>
  /** Sets the clock of all servers. */
  at(instant: string): void
  /** One round of the worker of every server, at once. */
  work(): Promise<void>
  /** Sends refunds out and waits until WeChat has told what became of all of them. */
  refunded(): Promise<void>
  /** Somebody with a wallet and an openid. */
  payer(lunch: Lunch, given?: { age?: number; balanceFen?: number; name?: string }): Promise<{ id: string; api: Api }>
  /** Balance of an account that belongs to nobody in particular, or to a canteen. */
  account(kind: AccountKind, ownerId?: string): Promise<number>
  /** The trial balance, as an officer reads it, is even. */
  expectEven(lunch: Lunch): Promise<void>
  close(): Promise<void>
}

/** Starts the servers. */
export async function openTill(): Promise<Till> {
  const wechat = await startWechat()
  const database: TestDatabase = await migratedDatabase()
  const count = database.DATABASE_URL === undefined ? 1 : 2
  const apps: TestApp[] = []
  for (let index = 0; index < count; index += 1) apps.push(await startApp(wechat.pay.env, database))
  const app = apps[0]!
  wechat.pay.front(...apps)
  const at = (instant: string): void => {
    for (const one of apps) one.clock.set(instant)
  }
  const work = async (): Promise<void> => {
    await Promise.all(apps.map((one) => one.nest.get(MoneyWorker, { strict: false }).work()))
  }
  return {
    wechat,
    app,
    apps,
    at,
    set: async (given) => {
      at('2026-11-23T02:00:00.000Z')
      await wechat.reset()
      return setLunch(app, given)
    },
    work,
    refunded: async () => {
      await work()
      const open = { status: In(['waiting', 'processing']) }
      await until(async () => !(await app.dataSource.manager.existsBy(Refund, open)), 'every refund is decided')
    },
    payer: async (lunch, { age, ...given } = {}) => {
      const { id } = await (age === undefined ? lunch.make.person(given) : lunch.make.elder(age, given))
      await lunch.make.openid(id)
      return { id, api: lunch.api.as(id) }
    },
    account: async (kind, ownerId = 'street') =>
      (await app.dataSource.manager.findOneBy(Account, { kind, ownerId }))?.balanceFen ?? 0,
    expectEven: async (lunch) => {
      const officer = lunch.api.as((await lunch.make.stranger()).id, [{ role: 'officer' }])
      const { reply } = await officer.call('GET /wallet/trial-balance')
      expect(reply).toMatchObject({ differenceFen: 0, drifts: [] })
    },
    close: async () => {
      for (const one of apps) await one.close()
      await database.remove()
      await wechat.close()
    },
  }
}

/** Places an order to be paid at WeChat and begins its payment. */
export async function orderAtWechat(api: Api, lunch: Lunch, change: Parameters<Lunch['body']>[0] = {}) {
  const body = lunch.body({ payBy: 'wechat', ...change })
  const { reply: order } = await api.call('POST /canteen/orders', { body, idempotencyKey: newKey() })
  const { reply: payment } = await payOrder(api, order.id)
  return { order, payment }
}

/** Begins the payment of an order, or asks for it again. */
export const payOrder = (api: Api, id: string, idempotencyKey = newKey()) =>
  api.call('POST /canteen/orders/:id/pay', { params: { id }, idempotencyKey })

/** An order as this person sees it. */
export const orderOf = async (api: Api, id: string) =>
  (await api.call('GET /canteen/orders/:id', { params: { id } })).reply

/** A payment as this person sees it. */
export const paymentOf = async (api: Api, id: string) =>
  (await api.call('GET /wallet/payments/:id', { params: { id } })).reply
