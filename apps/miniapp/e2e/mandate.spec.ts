import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { askMandate, fillIn, gone, menuFor } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))
const GRANDMOTHER_PHONE = '13800000181'

it('lets 王秀珍 say yes in her inbox, 李静 order for her at her price, and her no stop the next order at once', async () => {
  const asks = await stage.visit()
  await asks.signInAs('李静')
  await askMandate(asks, GRANDMOTHER_PHONE)
  await asks.picture('mandate-asked')

  const answers = await stage.visit()
  await answers.signInAs('王秀珍')
  await answers.open('pages/inbox/index')
  await answers.sees('李静想替你办事')
  await answers.picture('mandate-inbox')
  await answers.tap('可以，李静想替你办事')
  await answers.sees('李静可以替你办事了')
  await gone(answers, '等你办')

  await menuFor(asks, '奶奶')
  await asks.sees(/81\s岁.*85\s折/)
  await fillBasket(asks, [1, 2, 7])
  await asks.sees('替王秀珍订，饭钱你来付')
  await asks.sees('今天替办还能花 ¥60.00')
  await asks.picture('mandate-checkout')
  const lunch = await payAtCheckout(asks)
  await asks.sees('你帮忙订的')
  await asks.sees('你付的钱')

  await answers.open('features/people/pages/acts/index')
  await answers.sees(/李静替你办的\s李静付的/)
  await answers.picture('mandate-acts')
  await asks.open('features/people/pages/acts/index')
  await asks.sees(/你替王秀珍办的\s你付的/)
  await answers.open('features/canteen/pages/orders/index')
  await answers.sees(lunch.number)

  asks.expectTrouble(/403/)
  await menuFor(asks, '奶奶')
  await fillBasket(asks, [1])
  await asks.front
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
  await fillIn(asks, '有什么要交代厨房的', '少盐')

  await answers.open('features/people/pages/mandates/index?side=principal')
  await answers.tap('停用，李静')
  await answers.answer('停用')
  await answers.sees('已经结束的')

  await asks.tap(/^付 ¥/)
  await asks.sees('对方现在没有同意你替办。换个人吃，或者请对方点头。')
  expect(await asks.front.getByRole('textbox').inputValue()).toBe('少盐')
  await asks.picture('mandate-refused')
  await asks.leave()
  await answers.leave()
})

it('stops at the daily cap and says what is left of it', async () => {
  const visit = await stage.visit()
  await visit.signInAs('周敏')
  await menuFor(visit, '妈妈')
  await fillBasket(visit, [0, 0, 0, 1, 1, 1, 2, 2, 2])
  // It is known from the price: nobody chooses a time, a door and a way to pay first, and the server is not asked.
  const beyond = /今天替办只能再花 ¥60\.00/
  await visit.sees(beyond)
  await visit.picture('mandate-cap')
  await visit.tap(/^付 ¥/)
  await visit.sees(beyond)
  await visit.tap(/回去改菜/)
  await visit.sees('荤菜')
  await visit.leave()
})
