import { weekdayAt } from './support/clock'
import { balanceFen, readTicket } from './support/lunch'
import { choose, fillIn } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'))
/** Lists of orders. */
const ORDERS = /\/canteen\/orders\?/
const LOST = /ERR_CONNECTION_RESET|422/

/** The first request of this kind reaches the server, and its answer nobody. */
async function loseFirstAnswer(visit: Visit, path: string): Promise<void> {
  let lost = false
  await visit.page.route(`**/api/v1/${path}`, async (route) => {
    if (lost || route.request().method() === 'GET') return route.continue()
    lost = true
    await route.fetch()
    await route.abort('connectionreset')
  })
}

it('leads to the addresses when one was perhaps kept, and sent again changed', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(LOST)
  await visit.signInAs('李静')
  await visit.open('features/delivery/pages/address/index')
  await choose(visit, '七街坊')
  await fillIn(visit, '几号楼', '6')
  await fillIn(visit, '几室', '503')
  await loseFirstAnswer(visit, 'delivery/addresses')
  await visit.tap('保存')
  await visit.sees('网络不通，看看网再试一次')
  await fillIn(visit, '几室', '504')
  await visit.tap('保存')
  await visit.sees('上一次可能已经存上了，先看看地址')
  await visit.picture('lost-address')
  await visit.tap(/看地址$/)
  await visit.sees('七街坊 6 号 503 室')
  await visit.leave()
})

it('leads to the mandates when somebody was perhaps asked', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(LOST)
  await visit.signInAs('李静')
  await visit.open('features/people/pages/mandate-ask/index')
  await choose(visit, '奶奶')
  await fillIn(visit, '对方的手机号', '13800000111')
  await loseFirstAnswer(visit, 'mandates')
  await visit.tap('请对方同意')
  await visit.sees('网络不通，看看网再试一次')
  await choose(visit, '妈妈')
  await visit.tap('请对方同意')
  await visit.sees('上一次可能已经办好了，先看看家人代办')
  await visit.tap(/看家人代办$/)
  await visit.sees('我帮谁办')
  await visit.leave()
})

it('leads to the standing orders when one was perhaps set up', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(LOST)
  await visit.signInAs('周兰')
  await visit.open('features/delivery/pages/standing-edit/index')
  await choose(visit, '妈妈 陈阿婆')
  await choose(visit, '天天')
  await visit.front.getByRole('radio', { name: '香泉苑 9 号 402 室' }).waitFor()
  await loseFirstAnswer(visit, 'delivery/standing')
  await visit.tap('设好')
  await visit.sees('网络不通，看看网再试一次')
  await choose(visit, '周一到周五')
  await visit.tap('设好')
  await visit.sees('上一次可能已经设好了，先看看固定送餐')
  await visit.tap(/看固定送餐$/)
  await visit.sees('天天 午饭')
  await visit.leave()
})

it('asks WeChat for another amount when the first was never asked for', async () => {
  const visit = await stage.visit()
  visit.expectTrouble(LOST)
  await visit.signInAs('李静')
  const before = await balanceFen(visit)
  await visit.open('features/wallet/pages/top-up/index')
  await loseFirstAnswer(visit, 'wallet/top-ups')
  await choose(visit, '50 元')
  await visit.tap('用微信付 ¥50.00')
  await visit.sees('网络不通，看看网再试一次')
  await choose(visit, '100 元')
  await visit.tap('用微信付 ¥100.00')
  await visit.answer('付钱')
  await visit.sees('存好了')
  expect(await balanceFen(visit)).toBe(before + 10_000)
  await visit.leave()
})

/** Orders lunch in the care mode, never hears that it was ordered, and chooses another tray; `meanwhile` runs before she does. */
async function changeUnheardLunch(visit: Visit, meanwhile: () => Promise<void>): Promise<void> {
  visit.expectTrouble(LOST)
  await visit.signInAs('陈阿婆')
  await visit.open('features/canteen/pages/elder-menu/index')
  const trays = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ })
  await trays.first().click()
  await visit.sees('订这份吗？')
  await loseFirstAnswer(visit, 'canteen/orders')
  await visit.tap('就订这份')
  await visit.sees('网络断了一下。再点一次，不会付两次。')
  await visit.tap('换一份')
  await meanwhile()
  await trays.nth(1).click()
  await visit.sees('订这份吗？')
  await visit.tap('就订这份')
}

it('asks an elder before she gets a second lunch, once it is known that the unheard one was ordered', async () => {
  const visit = await stage.visit()
  await changeUnheardLunch(visit, () => visit.sees(/午餐订过了/))
  await visit.page.getByRole('dialog', { name: '已经订过了' }).waitFor()
  await visit.picture('lost-elder-known')
  await visit.answer('看看那份')
  await readTicket(visit, 0)
  await visit.leave()
})

it('leads an elder to her orders when her lunch was perhaps ordered, and she changed it', async () => {
  const visit = await stage.visit()
  // Her orders cannot be read either.
  await visit.page.route(ORDERS, (route) =>
    route.request().method() === 'GET' ? route.abort('connectionreset') : route.fallback(),
  )
  await changeUnheardLunch(visit, () => Promise.resolve())
  await visit.sees('上一次可能已经订好了，先看看订单')
  await visit.picture('lost-elder')
  await visit.page.unroute(ORDERS)
  await visit.tap(/看订单$/)
  await visit.front.getByText('今天 午餐').first().click()
  await readTicket(visit, 0)
  await visit.leave()
})
