import { expect, it } from '@jest/globals'
import { whyNothing } from './nothing-sold'

const at = (time: string): string => new Date(`2026-11-27T${time}:00+08:00`).toISOString()
const lunch = { meal: 'lunch', serving: { from: at('11:00'), to: at('13:00') }, closedReason: null } as const
const dinner = { meal: 'dinner', serving: { from: at('16:30'), to: at('18:30') }, closedReason: null } as const

it.each([
  ['the day is off', [{ ...lunch, closedReason: '设备检修' }], '设备检修', '10:00', ['今天不开饭', '设备检修']],
  ['no menu was published', [], null, '10:00', ['今天没有开餐', '菜单发布以后，这里就能点']],
  [
    'the last meal was closed',
    [lunch, { ...dinner, closedReason: '停水' }],
    null,
    '14:00',
    ['今天的饭都收了', '晚餐不开：停水'],
  ],
  [
    'both meals that were to come are closed, for two reasons',
    [
      { ...lunch, closedReason: '停气' },
      { ...dinner, closedReason: '停水' },
    ],
    null,
    '10:00',
    ['今天不开饭', '午餐不开：停气；晚餐不开：停水'],
  ],
  [
    'both are closed for one reason',
    [
      { ...lunch, closedReason: '停水' },
      { ...dinner, closedReason: '停水' },
    ],
    null,
    '10:00',
    ['今天不开饭', '午餐、晚餐不开：停水'],
  ],
  ['it is evening', [lunch, { ...dinner, closedReason: '停水' }], null, '19:00', ['今天的饭都收了', '明天早上再来点']],
])('says why nothing is sold: %s', (_, meals, off, time, words) => {
  const { title, text } = whyNothing(meals, off, new Date(at(time)))
  expect([title, text]).toEqual(words)
})
