import { weekdayAt } from '../e2e/support/clock'
import { front, openTab, picture, sees, setJourney, signInAs, tap } from './journey'

const journey = setJourney(weekdayAt('10:05'))

it('lets 王秀珍 allow messages of WeChat from a tap, and shows what happens elsewhere without being asked', async () => {
  const mother = await journey.takePhone()
  mother.answer('requestSubscribeMessage', () => ({
    errMsg: 'requestSubscribeMessage:ok',
    'demo-order': 'accept',
    'demo-mandate': 'accept',
    'demo-money': 'accept',
  }))
  await signInAs(mother, '王秀珍')
  await openTab(mother, '消息')
  await sees(mother, '周敏可以替你办事了')
  await sees(mother, '微信里也告诉我')
  await picture(mother, 'weapp-inbox')
  await tap(mother, '微信里也告诉我')
  await front(mother).getByText('微信里也告诉我').waitFor({ state: 'hidden' })

  const daughter = await journey.takePhone()
  await signInAs(daughter, '周敏')
  await tap(daughter, '替妈妈订餐')
  await sees(daughter, '荤菜')
  await front(daughter)
    .getByRole('button', { name: /，多一份$/ })
    .nth(1)
    .click()
  await tap(daughter, '去确认')
  await front(daughter)
    .getByRole('radio', { name: /，余 \d+ 位$/ })
    .first()
    .click()
  await tap(daughter, /^付 ¥/)
  await sees(daughter, /^A\d{3}$/)

  await sees(mother, /取餐号\sA\d{3}/)
  expect(mother.faults).toEqual([])
  expect(daughter.faults).toEqual([])
})

it('answers a question of the inbox in place, in the care mode', async () => {
  const phone = await journey.takePhone()
  await signInAs(phone, '陈阿婆')
  await openTab(phone, '消息')
  await tap(phone, '可以，张阿姨想替你办事')
  await sees(phone, '张阿姨可以替你办事了')
  await picture(phone, 'weapp-inbox-answered')
  expect(phone.faults).toEqual([])
})
