import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillIn } from './support/people'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('lets a resident rate yesterday’s lunch, which the manager then sees without a name', async () => {
  const eater = await stage.visit()
  await eater.signInAs('赵国强')
  await eater.open('features/canteen/pages/orders/index')
  await eater.front.getByText(/^昨天/).first().click()
  await eater.tap(/^评一评这顿饭/)
  await eater.page
    .getByRole('radio', { name: /，不错$/ })
    .first()
    .click()
  await eater.page.getByRole('checkbox', { name: '热乎' }).click()
  await fillIn(eater, /想说的话/, '味道正好')
  await eater.picture('review-sheet')
  await eater.answer('评好了')
  await eater.tap(/^评一评这顿饭/)
  await eater.sees('味道正好')
  await eater.picture('review-given')
  await eater.leave()

  const cook = await stage.visit({ screen: DESK_SCREEN })
  await cook.signInAs('孙大勺')
  await cook.open('features/workbench/pages/manage/index')
  await cook.sees('味道正好')
  await cook.sees(/赵\*强/)
  await cook.sees(/^按过去 4 个/)
  await cook.picture('manage')
  expect(await cook.page.content()).not.toContain('赵国强')
  await cook.page.getByRole('radio', { name: '表' }).click()
  await cook.picture('manage-table')
  await cook.open('features/workbench/pages/calendar/index')
  await cook.sees(/放假按/)
  await cook.picture('calendar')
  await cook.open('features/workbench/pages/dishes/index')
  await cook.sees('番茄炒蛋')
  await cook.picture('dishes')
  await cook.tap('改番茄炒蛋')
  await cook.picture('dish-edit')
  await cook.leave()

  const phone = await stage.visit()
  await phone.signInAs('孙大勺')
  await phone.open('features/workbench/pages/manage/index')
  await phone.sees(/^按过去 4 个/)
  await phone.picture('manage-phone')
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await phone.leave()
})
