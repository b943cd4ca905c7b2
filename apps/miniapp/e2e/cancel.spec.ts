import { weekdayAt } from './support/clock'
import { balanceFen, fillBasket, payAtCheckout } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('gives the money and the portions back when an order is cancelled', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  const before = await balanceFen(visit)
  await visit.open('features/canteen/pages/menu/index')
  // The first dish is the one that runs short: it says how many are left.
  await visit.sees('剩 4 份')
  await fillBasket(visit, [0, 0])
  const lunch = await payAtCheckout(visit)
  expect(before - (await balanceFen(visit))).toBe(lunch.payFen)

  await visit.open('features/canteen/pages/menu/index')
  await visit.sees('剩 2 份')
  await visit.open(new URL(lunch.url).hash.slice(2))
  await visit.tap(/^取消订单/)
  await visit.sees(/马上退回你的钱包/)
  await visit.answer('取消，退钱')
  await visit.sees(/已退回你的钱包/)
  await visit.picture('cancelled')
  expect(await balanceFen(visit)).toBe(before)
  await visit.open('features/canteen/pages/menu/index')
  await visit.sees('剩 4 份')
  await visit.leave()
})
