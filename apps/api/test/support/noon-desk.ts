import { Payout } from '../../src/wallet/payout.entity.js'
import { draft, publish, THIS_MONDAY, weekOf } from '../menus/kitchen-table.js'

import { newKey } from './api.js'
import type { Dice } from './dice.js'
import { TERMS } from './family.js'
import { once, type Doer, type Kind, type Noon } from './noon.js'

const no = (): Promise<boolean> => Promise.resolve(false)

type Done =
  | 'sellAtCounter'
  | 'payCash'
  | 'handOver'
  | 'refundLine'
  | 'changeMenu'
  | 'topUpCash'
  | 'payOut'
  | 'payOutCash'
  | 'endMandate'
  | 'giveMandate'

/** What is done at the window, at the desk and with menus. */
export function deskOf(noon: Noon): Record<Done & Kind, Doer> {
  return {
    sellAtCounter: async (dice) => {
      const { sitting, offers } = dice.one(noon.tables)
      const lines = [{ offerId: dice.one(offers).id, quantity: 1 + dice.below(2) }]
      const guest = dice.below(3) === 0
      const eater = guest ? {} : { forPersonId: dice.one(noon.company.people).id }
      const asked = { sittingId: sitting.id, lines, mode: 'dine_in' as const, ...eater }
      const quote = await noon.ask(noon.company.staff, 'POST /counter/quotes', { body: asked })
      if (quote.status >= 300) return false
      const payBy = !guest && dice.below(2) === 0 ? ('wallet' as const) : ('cash' as const)
      const body = { ...asked, payBy, expectedPayFen: quote.reply.payFen, leaveOut: true }
      return noon.does(noon.company.staff, 'POST /counter/orders', { body, idempotencyKey: newKey() })
    },
    payCash: (dice) => {
      const order = dice.any(noon.orders.filter(({ payBy }) => payBy === 'counter'))
      return order === undefined ? no() : noon.does(noon.company.staff, 'POST /counter/orders/:id/cash', once(order.id))
    },
    handOver: (dice) => {
      const code = dice.any(noon.orders)?.pickupCode ?? null
      const input = { body: { code, early: true }, idempotencyKey: newKey() }
      return code === null ? no() : noon.does(noon.company.staff, 'POST /canteen/pickups', input)
    },
    refundLine: async (dice) => {
      const order = dice.any(noon.orders)
      const lineId = dice.any(order?.lines ?? [])?.id
      if (order === undefined || lineId === undefined) return false
      const input = { params: { id: order.id, lineId }, body: { reason: '卖完了' }, idempotencyKey: newKey() }
      const given = await noon.does(noon.company.staff, 'POST /canteen/orders/:id/lines/:lineId/refund', input)
      if (given) noon.refundedLines.add(lineId)
      return given
    },
    changeMenu: (dice) => changeMenu(noon, dice),
    topUpCash: (dice) => {
      const body = { personId: dice.one(noon.company.people).id, amountFen: 1_000 * (1 + dice.below(3)) }
      return noon.does(noon.company.clerk, 'POST /desk/top-ups', { body, idempotencyKey: newKey() })
    },
    payOut: (dice) => {
      const { api } = dice.one(noon.company.people)
      return noon.does(api, 'POST /wallet/payouts', { idempotencyKey: newKey() })
    },
    payOutCash: async (dice) => {
      const payout = dice.any(await noon.till.app.dataSource.manager.findBy(Payout, { cashStatus: 'pending' }))
      return (
        payout !== undefined &&
        noon.does(noon.company.clerk, 'POST /desk/payouts/:id/paid', { params: { id: payout.id } })
      )
    },
    endMandate: async (dice) => {
      const [agent, principal] = dice.one(noon.company.mandates)
      const { api } = noon.company.people[dice.one([agent, principal])]!
      const { reply } = await noon.ask(api, 'GET /mandates', {})
      const live = dice.any([...reply.agents, ...reply.actsFor].filter(({ status }) => status === 'live'))
      return live !== undefined && noon.does(api, 'POST /mandates/:id/revoke', { params: { id: live.id } })
    },
    giveMandate: async (dice) => {
      const [agent, principal] = dice.one(noon.company.mandates)
      const terms = { ...TERMS, payer: dice.one(['agent', 'principal'] as const) }
      const [from, to] = [noon.company.people[principal]!.api, noon.company.people[agent]!.api]
      const made = await noon.ask(from, 'POST /mandates/codes', { body: terms, idempotencyKey: newKey() })
      if (made.status >= 300) return false
      const body = { code: made.reply.code, relation: '妈妈' }
      return noon.does(to, 'POST /mandates/redeem', { body, idempotencyKey: newKey() })
    },
  }
}

/** A cook changes one dish of one meal: its price, its portions, off the menu, or on it again. */
async function changeMenu(noon: Noon, dice: Dice): Promise<boolean> {
  const { staff } = noon.company
  const { sitting, offers } = dice.one(noon.tables)
  const { dishId, listFen, halfFen } = dice.one(offers)
  const week = await weekOf(staff, THIS_MONDAY)
  const meal = week.meals.find(({ day, meal: name }) => day === sitting.day && name === sitting.meal)
  if (meal === undefined) return false
  const others = meal.dishes
    .filter((dish) => dish.dishId !== dishId)
    .map(({ dishId: other, portions, keptPortions, listFen: fen, halfFen: half }) => {
      return { dishId: other, portions, keptPortions, listFen: fen, halfFen: half }
    })
  const what = dice.below(4)
  const portions = [40, 25, 8][dice.below(3)]!
  const changed = { dishId, listFen, halfFen, portions, keptPortions: dice.below(5) }
  const dearer = { ...changed, listFen: listFen + 100 * dice.below(3) }
  const next = what === 0 ? others : [...others, what === 1 ? dearer : changed]
  const drafted = await draft(staff, THIS_MONDAY, [{ day: meal.day, meal: meal.meal, dishes: next }], week.revision)
  if (drafted.status >= 500) noon.fault(`a draft: ${drafted.status} ${drafted.problem.code}`)
  if (drafted.status >= 300) return false
  const published = await publish(staff, THIS_MONDAY, { dropShown: true })
  if (published.status >= 500) noon.fault(`a menu: ${published.status} ${published.problem.code}`)
  return published.status < 300
}
