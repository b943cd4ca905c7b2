import { expect, it } from '@jest/globals'
import { factText } from './fact-words'

it('says a birth day as a day, and everything else as it stands in the papers', () => {
  expect(factText({ kind: 'birth_day', value: '1945-08-18' }, '2026-11-25')).toBe('出生日期 1945年8月18日')
  expect(factText({ kind: 'hukou', value: '上海' }, '2026-11-25')).toBe('户籍 上海')
  expect(factText({ kind: 'welfare_class', value: '低保' }, '2026-11-25')).toBe('低保')
})
