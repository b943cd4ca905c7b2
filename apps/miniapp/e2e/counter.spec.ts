import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { choose, fillIn } from './support/people'
import { setStage } from './support/stage'

/** Lunch is served since eleven and can still be ordered. */
const stage = setStage(weekdayAt('11:05'))

it('gives an elder without a phone her meal by name, and sells lunch to whoever walks in', async () => {
  const elder = await stage.visit()
  await elder.signInAs('陈阿婆')
  await elder.open('features/canteen/pages/menu/index')
  await fillBasket(elder, [1])
  const lunch = await payAtCheckout(elder)
  await elder.leave()

  const cook = await stage.visit({ screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/pickup/index')
  await choose(cook, '报名字')
  await fillIn(cook, '卡号，或姓加手机后四位', '陈 0326')
  await cook.tap('找他的饭')
  await cook.sees(lunch.number)
  await cook.sees(/陈\*婆/)
  await cook.picture('pickup-by-name')
  await cook.tap(/^交给/)
  await cook.sees(`${lunch.number} 交好了`)

  await cook.open('features/workbench/pages/counter/index')
  await cook.sees('路过的客人')
  const more = cook.front.getByRole('button', { name: /，多一份$/ })
  await more.nth(0).click()
  await more.nth(2).click()
  await cook.sees('一共')
  await cook.picture('counter')
  await cook.tap(/^收现金 ¥/)
  await choose(cook, '50 元')
  await cook.picture('counter-cash')
  await cook.answer(/^收好了 ¥/)
  await cook.sees('取餐小票')
  await cook.sees(/^[A-Z]\d{3}$/)
  await cook.picture('counter-slip')
  await cook.tap('下一位')

  await fillIn(cook, '街坊：刷卡号，或姓加手机后四位', '80620168')
  await cook.tap('找')
  await cook.sees(/钱包 ¥/)
  await more.nth(1).click()
  await cook.tap(/^刷钱包 ¥/)
  await cook.sees(/^已付 ¥/)
  await cook.leave()

  const phone = await stage.visit()
  await phone.signInAs('孙大勺')
  await phone.open('features/workbench/pages/counter/index')
  await phone.sees('今天有什么')
  await phone.picture('counter-phone')
  await phone.leave()
})
