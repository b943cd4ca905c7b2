import { DESK_SCREEN, PHONE_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { fillBasket, payAtCheckout } from './support/lunch'
import { findPerson } from './support/people'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'), 'all')

const GUEST = [
  'pages/home/index',
  'pages/services/index',
  'pages/inbox/index',
  'pages/me/index',
  'features/people/pages/sign-in/index',
  'features/canteen/pages/menu/index',
  'features/services/pages/by-phone/index?service=dorm',
]
const SHOWCASE = 'features/showcase/pages/components/index'
const RESIDENT = [
  'pages/home/index',
  'pages/services/index',
  'pages/inbox/index',
  'pages/me/index',
  'features/people/pages/sessions/index',
  'features/people/pages/profile/index',
  'features/people/pages/mandates/index',
  'features/people/pages/mandate-ask/index',
  'features/people/pages/mandate-code/index',
  'features/people/pages/acts/index',
  'features/people/pages/privacy/index',
  'features/people/pages/document/index?document=sensitive',
  'features/people/pages/access-log/index',
  'features/wallet/pages/statement/index',
  'features/wallet/pages/top-up/index',
  'features/wallet/pages/pay-out/index',
  SHOWCASE,
  'features/canteen/pages/menu/index',
  'features/canteen/pages/orders/index',
  'features/canteen/pages/elder-menu/index',
  'features/delivery/pages/addresses/index',
  'features/delivery/pages/address/index',
  'features/delivery/pages/standing/index',
  'features/delivery/pages/standing-edit/index',
  'features/delivery/pages/diet/index',
]
const COOK = [
  'features/workbench/pages/desk/index',
  'features/workbench/pages/pickup/index',
  'features/workbench/pages/menu-week/index',
  'features/workbench/pages/calendar/index',
  'features/workbench/pages/dishes/index',
  'features/workbench/pages/manage/index',
  'features/workbench/pages/samples/index',
  'features/workbench/pages/counter/index',
  'features/workbench/pages/day-close/index',
]

/** Goes from page to page in one run of the app, takes each one's picture and collects what axe calls serious or critical. */
async function barriersOn(visit: Visit, routes: string[], kind: string): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  await visit.open('pages/home/index')
  for (const route of routes) {
    await visit.goOn(route)
    // The page of components shows skeletons for ever.
    if (route === SHOWCASE) await visit.front.getByRole('heading').first().waitFor()
    else await visit.settled()
    await visit.picture(`${kind}-${route.replace(/\/index.*$|pages\/|features\//g, '').replaceAll('/', '-')}`)
    const barriers = await visit.barriers()
    if (barriers.length > 0) found[route] = barriers
  }
  return found
}

it('puts no serious barrier before a guest', async () => {
  const visit = await stage.visit()
  expect(await barriersOn(visit, GUEST, 'guest')).toEqual({})
  await visit.leave()
})

it.each([
  ['in daylight', { dark: false, name: '张阿姨' }],
  ['in the dark', { dark: true, name: '周敏' }],
] as const)('puts no serious barrier before a resident %s', async (_light, { dark, name }) => {
  const visit = await stage.visit({ dark, screen: PHONE_SCREEN })
  await visit.signInAs(name)
  await visit.open('features/canteen/pages/menu/index')
  await visit.sees('荤菜')
  await fillBasket(visit, [1, 2, 7])
  expect(await visit.barriers()).toEqual([])
  await payAtCheckout(visit)
  expect(await visit.barriers()).toEqual([])
  expect(await barriersOn(visit, RESIDENT, dark ? 'dark' : 'light')).toEqual({})
  await visit.leave()
})

it('puts no serious barrier before an elder in the care mode', async () => {
  const visit = await stage.visit()
  await visit.signInAs('陈阿婆')
  expect(await barriersOn(visit, RESIDENT, 'elder')).toEqual({})
  await visit.leave()
})

it.each([
  ['desk', DESK_SCREEN],
  ['phone', PHONE_SCREEN],
] as const)('puts no serious barrier before the cook at a %s', async (kind, screen) => {
  const visit = await stage.visit({ screen })
  await visit.signInAs('孙大勺')
  expect(await barriersOn(visit, COOK, `cook-${kind}`)).toEqual({})
  await visit.leave()
})

it.each([
  ['desk', DESK_SCREEN, false],
  ['desk-dark', DESK_SCREEN, true],
  ['phone', PHONE_SCREEN, false],
] as const)('puts no serious barrier before the clerk at a %s', async (kind, screen, dark) => {
  const visit = await stage.visit({ screen, dark })
  await visit.signInAs('许阿姨')
  expect(await barriersOn(visit, ['features/workbench/pages/clerk/index'], `clerk-${kind}`)).toEqual({})
  await findPerson(visit, '陈 0326', '陈*婆')
  expect(await visit.barriers()).toEqual([])
  await visit.picture(`clerk-${kind}-person`)
  for (const [open, name] of [
    ['重新核对，户籍', 'fact'],
    ['看一次，手机号', 'reveal'],
    ['换卡', 'card'],
    ['加一位', 'mandate'],
  ] as const) {
    await visit.tap(open)
    await visit.picture(`clerk-${kind}-${name}`)
    expect(await visit.barriers()).toEqual([])
    await visit.answer('关上')
  }
  await visit.leave()
})
