import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { gone, menuFor } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'), 'all')

it('shows what was ordered elsewhere without being asked again, with the dot on the bar', async () => {
  const mother = await stage.visit()
  await mother.signInAs('王秀珍')
  await mother.open('pages/inbox/index')
  await mother.sees('周敏可以替你办事了')
  await mother.tap('全部已读')
  const unread = mother.front.getByRole('img', { name: '没看过' }).first()
  await unread.waitFor({ state: 'hidden' })

  const daughter = await stage.visit()
  await daughter.signInAs('周敏')
  await menuFor(daughter, '妈妈')
  await fillBasket(daughter, [1, 2])
  const lunch = await payAtCheckout(daughter)

  // Nothing is touched here: the page hears of it.
  await mother.sees(new RegExp(lunch.number))
  await unread.waitFor()
  await mother.picture('inbox-live')
  await mother.tap(/今天午餐/)
  await mother.sees(lunch.number)
  await mother.open('pages/inbox/index')
  await mother.sees(new RegExp(lunch.number))
  await unread.waitFor({ state: 'hidden' })
  await daughter.leave()
  await mother.leave()
})

it('keeps what waits for an answer apart from what only happened', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  await visit.open('pages/inbox/index')
  await visit.sees('张阿姨想替你办事')
  await visit.picture('inbox-elder')
  await visit.front.getByRole('tab', { name: '通知' }).click()
  await gone(visit, '张阿姨想替你办事')
  await visit.front.getByRole('tab', { name: /^要办的/ }).click()
  await visit.sees('张阿姨想替你办事')
  await visit.tap('不用了，张阿姨想替你办事')
  await visit.sees('没有要办的')
  await visit.picture('inbox-nothing-to-do')
  await visit.leave()
})
