import { weekdayAt } from './support/clock'
import { fillBasket, openKeypad, payAtCheckout, typeNumber } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('21:00'))

it('lets 张阿姨 order tomorrow’s lunch late at night, and the cook hand it over early only after a question', async () => {
  const resident = await stage.visit()
  await resident.signInAs('张阿姨')
  await resident.open('features/canteen/pages/menu/index')
  await resident.front.getByRole('radio', { name: /^明天/ }).click()
  await resident.front.getByRole('tab', { name: '午餐' }).click()
  await resident.sees('荤菜')
  await fillBasket(resident, [1, 7])
  const lunch = await payAtCheckout(resident)
  await resident.sees(/明天/)
  await resident.leave()

  const cook = await stage.visit()
  await cook.signInAs('孙大勺')
  await openKeypad(cook)
  // A slip of the finger is seen by what was typed.
  cook.expectTrouble(/404/)
  await typeNumber(cook, 'A998')
  await cook.sees('没找到 A998')
  await cook.tap('知道了，下一位')
  await typeNumber(cook, lunch.number)
  await cook.tap(/^交给/)
  await cook.sees('现在就交？')
  await cook.picture('early-question')
  await cook.answer('先不交')
  await cook.front.getByRole('button', { name: /^交给/ }).waitFor()
  await cook.tap(/^交给/)
  await cook.answer('现在就交')
  await cook.sees(`${lunch.number} 交好了`)
  await cook.leave()
})
