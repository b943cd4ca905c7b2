import { addDays, businessDayOf, monthDayText, weekdayText } from '@wanli/kernel/shanghai-time'
import { DESK_SCREEN } from './support/browser'
import { weekdayAt } from './support/clock'
import { setStage } from './support/stage'

const NOW = weekdayAt('11:10')
const stage = setStage(NOW, 'all')
const today = businessDayOf(NOW)
const full = (day: string): string => `${weekdayText(day)} ${monthDayText(day)}`

it.each([
  ['at the desk', DESK_SCREEN],
  ['on a phone', undefined],
])(
  '%s the cook shows an inspector what was kept on another day: dish, weight, who, when, where, until when',
  async (_, screen) => {
    const cook = await stage.visit(screen ? { screen } : {})
    await cook.signInAs('孙大勺')
    await cook.open('features/workbench/pages/kitchen/index')
    await cook.tap(/^留样$/)
    await cook.tap('以前的留样')
    await cook.sees('昨天')
    await cook.tap('前一天')
    await cook.sees(full(addDays(today, -2)))
    await cook.tap('后一天')
    await cook.sees(/^\d+ 样菜，留了 \d+ 盒$/)
    await cook.sees(/^\d+ 克$/)
    await cook.sees(/^留到 \d+月\d+日 \d\d:\d\d$/)
    await cook.settled()
    await cook.picture(`old-samples-${screen ? 'desk' : 'phone'}`)
    expect(await cook.barriers()).toEqual([])
    expect(await cook.page.evaluate(() => document.documentElement.scrollWidth)).toBe(screen ? 1280 : 390)
    // The Tuesday of last week, two taps away.
    await cook.tap('上一周')
    const tuesday = addDays(addDays(today, -1), -7)
    await cook.sees(full(tuesday))
    await cook.leave()
  },
)
