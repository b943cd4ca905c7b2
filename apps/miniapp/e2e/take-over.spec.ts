import { weekdayAt } from './support/clock'
import { balanceFen, fillBasket, payAtCheckout, readTicket } from './support/lunch'
import { setStage } from './support/stage'

/** After the kitchen has counted (10:30), while lunch can still be ordered. */
const stage = setStage(weekdayAt('10:35'))

it('hands a meal that is given up after the freeze to somebody else, and the money back to its giver', async () => {
  const giver = await stage.visit()
  await giver.signInAs('李静')
  const before = await balanceFen(giver)
  await giver.open('features/canteen/pages/menu/index')
  await fillBasket(giver, [1])
  const lunch = await payAtCheckout(giver)
  await giver.tap(/^不吃了，转让/)
  await giver.sees(/有人接走才退钱，¥.*退回你的钱包。接走前还是你的/)
  await giver.picture('offer-question')
  await giver.answer('转让')
  await giver.sees('正在转让，有人接走才退钱')
  await giver.picture('offered-order')

  const taker = await stage.visit()
  await taker.signInAs('周敏')
  await taker.open('features/canteen/pages/menu/index')
  await taker.tap(/^看看有没有人转让/)
  await taker.sees('别人转让的饭')
  await taker.sees('接过来')
  await taker.picture('offered-meals')
  await taker.tap(/^接过来/)
  await taker.sees('接过来就不能取消，不来吃可以再转让')
  await taker.picture('take-over-question')
  await taker.answer(/^付 ¥/)
  const taken = await readTicket(taker, lunch.payFen)
  expect(taken.number).not.toBe(lunch.number)

  await giver.open(new URL(lunch.url).hash.slice(2))
  await giver.sees('有人接走了这份饭')
  await giver.picture('taken-over-order')
  expect(await balanceFen(giver)).toBe(before)
  await giver.leave()
  await taker.leave()
})
