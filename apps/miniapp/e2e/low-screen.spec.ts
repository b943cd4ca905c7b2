import { PHONE_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { dishOn } from './support/lunch'
import { setStage } from './support/stage'

const stage = setStage(weekdayAt('10:05'))

it('shows what a dish costs, and its plus, at once on a phone that lies on its side', async () => {
  const viewport = { width: 844, height: 390 }
  const visit = await stage.visit({ screen: { ...PHONE_SCREEN, viewport } })
  await visit.signInAs('李静')
  await visit.open('features/canteen/pages/menu/index')
  const dish = await dishOn(visit, 1)
  await visit.tap(new RegExp(`^${dish}，看配料`))
  const more = visit.page.getByRole('dialog').getByRole('button', { name: `${dish} 一份，多一份` })
  const box = await more.boundingBox()
  expect((box?.y ?? viewport.height) + (box?.height ?? 0)).toBeLessThan(viewport.height)
  await visit.picture('low-dish')
  await visit.leave()
})
