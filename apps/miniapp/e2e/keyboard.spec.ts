import { weekdayAt } from './support/clock'
import { dishOn } from './support/lunch'
import { setStage } from './support/stage'
import type { Visit } from './support/visit'

const stage = setStage(weekdayAt('10:05'))
/** More stops than any page has. */
const MOST_STOPS = 120

/** What has the focus: its spoken name, and whether one sees that it has it. */
function focused(visit: Visit): Promise<{ name: string; isSeen: boolean; isInDialog: boolean }> {
  return visit.page.evaluate(() => {
    const { activeElement: here } = document
    if (!(here instanceof HTMLElement) || here === document.body) return { name: '', isSeen: true, isInDialog: false }
    const box = here.closest('[class*="box"]') ?? here
    const ring = [here, box].map((one) => getComputedStyle(one))
    return {
      name: here.getAttribute('aria-label') ?? here.innerText,
      isSeen: ring.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      isInDialog: here.closest('[role="dialog"]') !== null,
    }
  })
}

/** Presses Tab until what has this name has the focus. Every stop on the way must be seen to have it. */
async function tabTo(visit: Visit, name: RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await visit.page.keyboard.press('Tab')
    const here = await focused(visit)
    if (!here.isSeen) throw new Error(`nobody sees that "${here.name}" has the focus`)
    if (name.test(here.name)) return
    passed.push(here.name)
  }
  throw new Error(`Tab never came to ${String(name)}, but to:\n${passed.join('\n')}`)
}

/** Waits until what has this name has the focus. */
async function hasFocus(visit: Visit, name: RegExp): Promise<void> {
  await visit.page.waitForFunction((pattern) => {
    const here = document.activeElement
    return here instanceof HTMLElement && new RegExp(pattern).test(here.getAttribute('aria-label') ?? here.innerText)
  }, name.source)
}

const press = (visit: Visit, key: 'Enter' | 'Space' | 'Escape'): Promise<void> => visit.page.keyboard.press(key)

it('takes somebody without a mouse from signing in to a lunch and back to their money', async () => {
  const visit = await stage.visit()
  await visit.open('features/people/pages/sign-in/index')
  await visit.sees('张阿姨')
  await tabTo(visit, /^张阿姨\s/)
  await press(visit, 'Enter')
  await visit.page.waitForURL((url) => !url.hash.includes('sign-in'))
  await visit.open('pages/home/index')
  await visit.sees('去订餐')
  await tabTo(visit, /^去订餐$/)
  await press(visit, 'Enter')
  await visit.sees('荤菜')

  // A dish: its sheet takes the focus in, keeps it, and gives it back.
  const dish = await dishOn(visit, 1)
  const seeDish = new RegExp(`^${dish}，看配料`)
  const oneMore = new RegExp(`^${dish}，多一份$`)
  await tabTo(visit, seeDish)
  await press(visit, 'Enter')
  await hasFocus(visit, /^关上$/)
  for (let stop = 0; stop < 12; stop += 1) {
    await visit.page.keyboard.press('Tab')
    expect((await focused(visit)).isInDialog).toBe(true)
  }
  await press(visit, 'Escape')
  await visit.page.getByRole('dialog').waitFor({ state: 'detached' })
  await hasFocus(visit, seeDish)

  // One more, one less: the place is kept though the minus goes.
  await tabTo(visit, oneMore)
  await press(visit, 'Space')
  await visit.page.keyboard.press('Shift+Tab')
  await hasFocus(visit, new RegExp(`^${dish}，少一份$`))
  await press(visit, 'Enter')
  await hasFocus(visit, oneMore)
  await press(visit, 'Enter')

  await tabTo(visit, /^去确认$/)
  await press(visit, 'Enter')
  await visit.sees('确认订单')
  // Back by the browser, and on again from where they were.
  await visit.page.goBack()
  await visit.sees('荤菜')
  await hasFocus(visit, /^去确认$/)
  await press(visit, 'Enter')
  await visit.sees('确认订单')
  await tabTo(visit, /，余 \d+ 位$/)
  await press(visit, 'Space')
  await tabTo(visit, /^付 ¥/)
  await press(visit, 'Enter')
  await visit.sees(/^A\d{3}$/)

  await tabTo(visit, /^取消订单/)
  await press(visit, 'Enter')
  await hasFocus(visit, /^留着$/)
  await press(visit, 'Escape')
  await hasFocus(visit, /^取消订单/)
  await press(visit, 'Enter')
  await hasFocus(visit, /^留着$/)
  await visit.page.keyboard.press('Tab')
  await hasFocus(visit, /^取消，退钱$/)
  await press(visit, 'Enter')
  await visit.sees(/已退回你的钱包/)
  await visit.leave()
})

it('closes the upper of two with one Escape, and the one below with the next', async () => {
  const visit = await stage.visit()
  await visit.open('features/showcase/pages/components/index')
  await visit.tap('打开面板')
  const dialogs = visit.page.getByRole('dialog')
  await dialogs.getByRole('button', { name: '选好了' }).click()
  await hasFocus(visit, /^留着$/)
  expect(await dialogs.count()).toBe(2)
  // Tab stays in the upper one.
  for (let stop = 0; stop < 3; stop += 1) {
    await visit.page.keyboard.press('Tab')
    expect((await focused(visit)).name).toMatch(/^(留着|退掉)/)
  }
  await press(visit, 'Escape')
  await hasFocus(visit, /^选好了$/)
  expect(await dialogs.count()).toBe(1)
  await press(visit, 'Escape')
  await dialogs.waitFor({ state: 'detached' })
  await visit.leave()
})
