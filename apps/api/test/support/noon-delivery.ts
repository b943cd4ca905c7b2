import type { StoredOrderStatus } from '@wanli/contracts/canteen'

import { isDomainError } from '../../src/common/domain-error.js'
import { Attempt } from '../../src/delivery/attempt.entity.js'
import { ON_THE_WAY } from '../../src/delivery/sheet.rules.js'
import { StandingOrdersService } from '../../src/delivery/standing-orders.service.js'
import { Run } from '../../src/delivery/run.entity.js'
import { Standing } from '../../src/delivery/standing.entity.js'
import { Stop } from '../../src/delivery/stop.entity.js'

import { newKey } from './api.js'
import { termsOf } from './delivery.js'
import type { Dice } from './dice.js'
import { once, type Doer, type Eater, type Kind, type Noon } from './noon.js'

type Done =
  | 'orderBrought'
  | 'setUpStanding'
  | 'standingRound'
  | 'sayOfDay'
  | 'changeStanding'
  | 'pauseStanding'
  | 'takeRun'
  | 'leave'
  | 'handOverAtDoor'
  | 'tryDoor'
  | 'closeCheck'

const MEALS = ['lunch', 'dinner'] as const

/** What is tried at a shut door whose eater has no phone, in order. */
const STEPS = [{ step: 'knock' }, { step: 'contact', contact: 0 }, { step: 'committee' }] as const
/** What never waits. */
const EMERGENCY = { step: 'emergency' } as const

/** Refusals of who is not there yet, or no more: the row was read a moment ago. */
const GONE = new Set(['delivery.stop_not_found', 'delivery.run_not_found', 'delivery.standing_not_found'])

/** What is brought, and what comes by itself. */
export function deliveryOf(noon: Noon): Record<Done & Kind, Doer> {
  const rows = () => noon.till.app.dataSource.manager
  const elders = () => noon.company.people.filter((one): one is Required<Eater> => one.addressId !== undefined)
  /** Asks where something may be gone. */
  const tries = async (api: Eater['api'], key: Parameters<Noon['does']>[1], input: object): Promise<boolean> => {
    const { status, problem } = await api.raw(key, input)
    if (
      status >= 500 ||
      (status >= 400 && (problem.code === 'request.invalid' || (status === 404 && !GONE.has(problem.code))))
    )
      noon.fault(`${key}: ${status} ${problem.code} ${JSON.stringify(problem.params)}`)
    return status < 300
  }
  /** Sometimes whoever may order for an eater. */
  const agentOf = (dice: Dice, { id }: Eater): Eater | undefined => {
    const pairs = noon.company.mandates.filter(([, principal]) => noon.company.people[principal]!.id === id)
    const pair = dice.below(2) === 0 ? dice.any(pairs) : undefined
    return pair === undefined ? undefined : noon.company.people[pair[0]]
  }
  const standing = async (dice: Dice) => {
    const row = dice.any(await rows().find(Standing, { order: { id: 'ASC' } }))
    const whose = dice.one([row?.eaterId, row?.setUpById])
    const who = noon.company.people.find(({ id }) => id === whose)
    return row === undefined || who === undefined ? undefined : { id: row.id, eaterId: row.eaterId, api: who.api }
  }
  const atDoor = async (dice: Dice, states: readonly StoredOrderStatus[] = ON_THE_WAY) => {
    const order = await noon.oneThatIs(dice, states)
    const stop = order === undefined ? null : await rows().findOneBy(Stop, { orderId: order.id })
    if (stop === null) return undefined
    const run = await rows().findOneByOrFail(Run, { id: stop.runId })
    return { orderId: stop.orderId, api: bringing(dice, run) }
  }
  /** Mostly who brings a run, sometimes a colleague. */
  const bringing = (dice: Dice, { courierId }: Run): Eater['api'] => {
    const own = noon.company.couriers.find(({ id }) => id === courierId)
    return (dice.below(5) > 0 && own !== undefined ? own : dice.one(noon.company.couriers)).api
  }
  return {
    orderBrought: async (dice) => {
      const table = dice.one([...noon.tables, ...noon.tables.slice(0, 2)])
      const eater = dice.one(elders())
      const agent = agentOf(dice, eater)
      const forWhom = agent === undefined ? {} : { forPersonId: eater.id }
      const body = {
        sittingId: table.sitting.id,
        lines: noon.linesOf(dice, table),
        mode: 'delivery',
        addressId: eater.addressId,
      }
      const payBy = dice.one(['wallet', 'wallet', 'wechat', 'counter'] as const)
      const { api } = agent ?? eater
      const input = { body: { ...body, payBy, again: true, leaveOut: true, ...forWhom }, idempotencyKey: newKey() }
      return noon.keep(await noon.ask(api, 'POST /canteen/orders', input))
    },
    setUpStanding: async (dice) => {
      const eater = dice.one(elders())
      const agent = agentOf(dice, eater)
      const { canteenId } = noon.tables[0]!.sitting
      const forWhom = agent === undefined ? {} : { forPersonId: eater.id }
      const body = { ...termsOf(eater.addressId), meal: dice.one(MEALS), canteenId, ...forWhom }
      return noon.does((agent ?? eater).api, 'POST /delivery/standing', { body, idempotencyKey: newKey() })
    },
    changeStanding: async (dice) => {
      const one = await standing(dice)
      const addressId = elders().find(({ id }) => id === one?.eaterId)?.addressId
      if (one === undefined || addressId === undefined) return false
      const body = { ...termsOf(addressId), meal: dice.one(MEALS) }
      return tries(one.api, 'PUT /delivery/standing/:id', { params: { id: one.id }, body })
    },
    standingRound: async () => {
      const rounds = noon.till.apps.map(({ nest }) => nest.get(StandingOrdersService, { strict: false }).orderDue())
      for (const end of await Promise.allSettled(rounds))
        if (end.status === 'rejected' && !isDomainError(end.reason)) noon.fault(`a round: ${String(end.reason)}`)
      return true
    },
    sayOfDay: async (dice) => {
      const one = await standing(dice)
      if (one === undefined) return false
      const params = { id: one.id, day: dice.one(noon.tables).sitting.day }
      if (dice.below(3) === 0) return tries(one.api, 'DELETE /delivery/standing/:id/days/:day', { params })
      const wish = { dishNames: [], kind: dice.one(['荤', '素'] as const), portion: 'whole' as const, quantity: 1 }
      const body = dice.below(2) === 0 ? { skip: true } : { skip: false, wishes: [wish] }
      return tries(one.api, 'PUT /delivery/standing/:id/days/:day', { params, body })
    },
    pauseStanding: async (dice) => {
      const one = await standing(dice)
      if (one === undefined) return false
      const params = { id: one.id }
      if (dice.below(2) === 0) return tries(one.api, 'POST /delivery/standing/:id/resume', { params })
      const [from, to] = [dice.one(noon.tables).sitting.day, '2026-11-24']
      return tries(one.api, 'POST /delivery/standing/:id/pause', { params, body: { from, to } })
    },
    takeRun: async (dice) => {
      const { api } = dice.one(noon.company.couriers)
      const { reply } = await noon.ask(api, 'GET /delivery/runs', {})
      const run = dice.any(reply.items)
      if (run === undefined) return false
      return tries(api, 'POST /delivery/runs/:id/take', { ...once(run.id), body: { courierId: null } })
    },
    leave: async (dice) => {
      const { api } = dice.one(noon.company.couriers)
      const { reply } = await noon.ask(api, 'GET /delivery/runs', {})
      const run = dice.any(reply.items.filter(({ mine }) => mine || dice.below(5) === 0))
      return run !== undefined && tries(api, 'POST /delivery/runs/:id/leave', once(run.id))
    },
    handOverAtDoor: async (dice) => {
      const stop = await atDoor(dice)
      const body = dice.one([
        { how: 'seen' },
        { how: 'named', name: '小李' },
        { how: 'other', name: '邻居', reason: '他在家' },
      ])
      return (
        stop !== undefined && tries(stop.api, 'POST /delivery/stops/:id/hand-over', { ...once(stop.orderId), body })
      )
    },
    tryDoor: async (dice) => {
      const stop = await atDoor(dice)
      if (stop === undefined) return false
      const done = await rows().countBy(Attempt, { orderId: stop.orderId })
      const step = dice.below(2) === 0 ? STEPS[done % STEPS.length] : dice.one([...STEPS, EMERGENCY])
      const body = { outcome: 'no_answer', ...step }
      return tries(stop.api, 'POST /delivery/stops/:id/attempts', { ...once(stop.orderId), body })
    },
    closeCheck: async (dice) => {
      const stop = await atDoor(dice, ['welfare_check'])
      const body = { outcome: dice.one(['found', 'hospital', 'other'] as const), words: '找到了' }
      return stop !== undefined && tries(stop.api, 'POST /delivery/stops/:id/close', { ...once(stop.orderId), body })
    },
  }
}
