import type { AddressRequest } from '@wanli/contracts/delivery'
import type { StandingDayView, StandingTerms, StandingView } from '@wanli/contracts/standing'

import { newId } from '../../src/common/new-id.js'
import { Transactions } from '../../src/database/transactions.js'
import { RunCourier } from '../../src/delivery/courier.entity.js'
import { Estate } from '../../src/delivery/estate.entity.js'

import { newKey, type Api } from './api.js'
import type { TestApp } from './app.js'
import { ok } from './family.js'
import type { Lunch } from './lunch.js'

/** The door of a person who lives on the fourth floor without a lift. */
export const DOOR: Omit<AddressRequest, 'estateId'> = {
  building: '9',
  unit: '',
  room: '402',
  floor: 4,
  lift: false,
  note: '敲重一点，耳背',
  receivers: [{ name: '小李', relation: '保姆' }],
  contacts: [],
}

/** Two estates on two runs, each with its courier. */
export interface Delivery {
  near: Estate
  far: Estate
  zhou: Api
  zhouId: string
  wu: Api
  wuId: string
  /** Keeps an address of a person; answers its id. */
  address(personId: string, change?: Partial<AddressRequest>): Promise<string>
  /** Orders a lunch to that door; answers the id of the order. */
  order(personId: string, addressId: string): Promise<string>
  /** Sets up 荤 and 主食 for every day at noon. */
  standing(personId: string, addressId: string, change?: Partial<StandingTerms>): Promise<StandingView>
  /** Today's run of this number as its courier sees it. */
  runId(courier: Api, number: number): Promise<string>
  leave(courier: Api, runId: string): ReturnType<Api['call']>
}

/** A meat dish every day at noon. */
export const termsOf = (addressId: string): StandingTerms => ({
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  meal: 'lunch',
  wishes: [{ dishNames: [], kind: '荤', portion: 'whole', quantity: 1 }],
  addressId,
  note: '',
})

/** One portion of a dish, as a day of a standing order shows what is ordered. */
export const whole = (name: string): StandingDayView['dishes'][number] => ({ name, portion: 'whole', quantity: 1 })

/** Makes estates, runs and couriers. */
export async function setDelivery(app: TestApp, lunch: Lunch): Promise<Delivery> {
  const { canteen, make, api } = lunch
  const estate = (name: string, runNumber: number): Estate => ({
    id: newId(),
    canteenId: canteen.id,
    name,
    runNumber,
    position: runNumber,
    committeeName: '居委林老师',
    committeePhone: '021-55500120',
  })
  const near = estate('香泉苑', 1)
  const far = estate('七街坊', 2)
  const zhouId = (await make.person({ name: '周师傅', balanceFen: 0 })).id
  const wuId = (await make.person({ name: '吴师傅', balanceFen: 0 })).id
  await app.nest.get(Transactions).run(async (tx) => {
    await tx.insert(Estate, [near, far])
    await tx.insert(RunCourier, [
      { id: newId(), canteenId: canteen.id, runNumber: 1, personId: zhouId },
      { id: newId(), canteenId: canteen.id, runNumber: 2, personId: wuId },
    ])
  })
  const office = [{ role: 'courier' as const, scopeId: canteen.id }]
  for (const id of [zhouId, wuId]) await app.signIn(id, office)
  const courier = (id: string): Api => api.as(id, office)
  return {
    near,
    far,
    zhou: courier(zhouId),
    zhouId,
    wu: courier(wuId),
    wuId,
    address: async (personId, change = {}) => {
      const body = { ...DOOR, estateId: near.id, ...change }
      return ok(await api.as(personId).call('POST /delivery/addresses', { body, idempotencyKey: newKey() })).id
    },
    order: async (personId, addressId) => {
      const { slotId: _, ...rest } = lunch.body({ mode: 'delivery', addressId })
      return ok(await api.as(personId).call('POST /canteen/orders', { body: rest, idempotencyKey: newKey() })).id
    },
    standing: async (personId, addressId, change = {}) => {
      const body = { ...termsOf(addressId), canteenId: canteen.id, ...change }
      return ok(await api.as(personId).call('POST /delivery/standing', { body, idempotencyKey: newKey() }))
    },
    runId: async (who, number) => {
      const { items } = ok(await who.call('GET /delivery/runs'))
      const run = items.find((one) => one.number === number)
      if (run === undefined) throw new Error(`there is no run ${number}`)
      return run.id
    },
    leave: (who, id) => who.call('POST /delivery/runs/:id/leave', { params: { id }, idempotencyKey: newKey() }),
  }
}
