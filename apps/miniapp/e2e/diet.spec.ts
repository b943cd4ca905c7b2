import { weekdayAt } from './support/clock'
import { choose } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'))

const food = (visit: Visit, name: string, checked: boolean): Promise<void> =>
  visit.front.getByRole('checkbox', { name, checked, exact: true }).waitFor()

it('keeps what was chosen of one person and not saved while another is looked at, and leads back to it', async () => {
  const visit = await stage.visit()
  await visit.signInAs('周兰')
  await visit.open('features/delivery/pages/diet/index')
  await visit.front.getByRole('checkbox', { name: '花生' }).click()
  await choose(visit, '妈妈 陈阿婆')
  await visit.sees('自己的改了，还没保存')
  await food(visit, '花生', false)
  await visit.front.getByRole('checkbox', { name: '芝麻' }).click()
  await visit.picture('diet-unsaved')
  await visit.tap(/回去保存/)
  await food(visit, '花生', true)
  await food(visit, '芝麻', false)
  await visit.tap('同意并保存')
  await visit.sees('妈妈的改了，还没保存')
  await choose(visit, '妈妈 陈阿婆')
  await food(visit, '芝麻', true)
  await visit.tap('同意并保存')
  await visit.sees('全部清空')
  expect(await visit.front.getByText('还没保存').count()).toBe(0)

  await visit.open('features/delivery/pages/diet/index')
  await food(visit, '花生', true)
  await choose(visit, '妈妈 陈阿婆')
  await food(visit, '芝麻', true)
  await food(visit, '花生', false)
  await visit.leave()
})
