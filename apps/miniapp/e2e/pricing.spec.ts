import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { weekdayAt } from './support/clock'
import { balanceFen, fenOf, fillBasket, readTicket } from './support/lunch'
import { Neighbour } from './support/neighbours'
import { choose } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const NOW = weekdayAt('10:05')
const stage = setStage(NOW)

/** Prices that are asked from now on come when they are let go; answers how. */
async function holdPrices(visit: Visit): Promise<() => void> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await visit.page.route('**/api/v1/canteen/quotes', async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

/** What orders say that they pay, in fen, as they are sent. */
function pricesSent(visit: Visit): number[] {
  const sent: number[] = []
  visit.page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/canteen/orders')) return
    sent.push((request.postDataJSON() as { expectedPayFen: number }).expectedPayFen)
  })
  return sent
}

it('pays nothing while what 张阿姨 changed is being priced, and the new price after that', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  const before = await balanceFen(visit)
  await visit.open('features/canteen/pages/menu/index')
  await fillBasket(visit, [1, 2, 7])
  const slot = visit.front.getByRole('radio', { name: /，余 \d+ 位$/ }).first()
  await slot.click()
  const pay = visit.front.getByRole('button', { name: /付 ¥/ })
  const dear = fenOf(await pay.innerText())
  const sent = pricesSent(visit)
  const letGo = await holdPrices(visit)
  // Taken along, the meal has no subsidy for eating at the canteen.
  await choose(visit, /^自取，/)
  await visit.front.getByRole('button', { name: /付 ¥/, disabled: true }).waitFor()
  await pay.click({ force: true })
  await visit.picture('checkout-pricing')
  letGo()
  await visit.front.getByRole('button', { name: /付 ¥/, disabled: false }).waitFor()
  const now = fenOf(await pay.innerText())
  expect(now).not.toBe(dear)
  await pay.click()
  await readTicket(visit, now)
  expect(sent).toEqual([now])
  expect(before - (await balanceFen(visit))).toBe(now)
  await visit.leave()
})

it('pays nothing in the care mode either while 陈阿婆 is told what her lunch costs at her door', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  const before = await balanceFen(visit)
  await visit.open('features/canteen/pages/elder-menu/index')
  await visit.front
    .getByRole('button', { name: /，\d+\.\d{2} 元$/ })
    .first()
    .click()
  const yes = visit.front.getByRole('button', { name: '就订这份' })
  await visit.front.getByRole('button', { name: '就订这份', disabled: false }).waitFor()
  const sent = pricesSent(visit)
  const letGo = await holdPrices(visit)
  await choose(visit, '送到家')
  await visit.front.getByRole('button', { name: '就订这份', disabled: true }).waitFor()
  await yes.click({ force: true })
  await visit.picture('elder-pricing')
  letGo()
  await visit.front.getByRole('button', { name: '就订这份', disabled: false }).waitFor()
  await yes.click()
  await visit.sees('订好了，到点送来')
  const paid = before - (await balanceFen(visit))
  expect(sent).toEqual([paid])
  await visit.leave()
})

it('prices a tray anew as soon as the menu beside it has another price, and charges that at the first yes', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  const before = await balanceFen(visit)
  await visit.open('features/canteen/pages/elder-menu/index')
  const tray = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ }).first()
  const priceOf = async (): Promise<number> => fenOf((await tray.getAttribute('aria-label')) ?? '')
  const cheap = await priceOf()
  const cook = await Neighbour.signIn(stage.server.url, 'cook')
  await cook.raisePrices(businessDayOf(NOW))
  // The menu is asked for again in a while; nobody has touched anything.
  const anew = visit.page.waitForResponse((reply) => reply.url().endsWith('/canteen/quotes'))
  await visit.page.clock.runFor(20_000)
  await anew
  await tray.click()
  await visit.sees('订这份吗？')
  const shown = fenOf(await visit.front.getByRole('img', { name: /元$/ }).first().innerText())
  expect(shown).toBeGreaterThan(cheap)
  const sent = pricesSent(visit)
  await visit.tap('就订这份')
  await readTicket(visit, shown)
  expect(sent).toEqual([shown])
  expect(before - (await balanceFen(visit))).toBe(shown)
  await visit.leave()
})
