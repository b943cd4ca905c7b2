import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('asks before a meal that is had again takes the place of what is in the basket', async () => {
  const visit = await stage.visit()
  await visit.signInAs('张阿姨')
  await visit.open('features/canteen/pages/menu/index')
  await visit.sees('荤菜')
  await fillBasket(visit, [0, 1])
  const lunch = await payAtCheckout(visit)
  const order = new URL(lunch.url).hash.slice(2)

  // Nothing is in the basket: it goes in at once.
  await visit.open(order)
  await visit.tap(/^再来一份/)
  await visit.sees(/放进今天 午餐的篮子了/)
  await visit.front.getByRole('button', { name: '选了 2 份，看明细' }).waitFor()

  const more = visit.front.getByRole('button', { name: /，多一份$/ })
  await more.nth(2).click()
  await visit.front.getByRole('button', { name: '选了 3 份，看明细' }).waitFor()
  await visit.open(order)
  await visit.tap(/^再来一份/)
  await visit.page.getByRole('dialog').getByText('今天 午餐的篮子里已经选了 3 份，换成这一份就都拿掉。').waitFor()
  await visit.picture('reorder-question')
  await visit.answer('留着篮子里的')
  await visit.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await visit.open('features/canteen/pages/menu/index')
  await visit.front.getByRole('button', { name: '选了 3 份，看明细' }).waitFor()

  await visit.open(order)
  await visit.tap(/^再来一份/)
  await visit.answer('换成这份')
  await visit.sees(/放进今天 午餐的篮子了/)
  await visit.front.getByRole('button', { name: '选了 2 份，看明细' }).waitFor()
  await visit.leave()
})
