import { weekdayAt } from './support/clock'
import { balanceFen, fenOf, readTicket } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('takes 陈阿婆 to her lunch in the care mode: one question, one tray, one yes', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  const before = await balanceFen(visit)
  await visit.open('pages/home/index')
  await visit.sees('订饭')
  await visit.picture('elder-home')
  await visit.tap('订饭')
  await visit.sees('今天吃哪份？')
  await visit.picture('elder-menu')
  const tray = visit.front.getByRole('button', { name: /，\d+\.\d{2} 元$/ }).first()
  const payFen = fenOf((await tray.getAttribute('aria-label')) ?? '')
  await tray.click()
  await visit.sees('订这份吗？')
  await visit.picture('elder-confirm')
  await visit.tap('就订这份')
  const lunch = await readTicket(visit, payFen)
  expect(lunch.number).toMatch(/^A\d{3}$/)
  await visit.picture('elder-result')
  expect(before - (await balanceFen(visit))).toBe(payFen)
  await visit.leave()
})
