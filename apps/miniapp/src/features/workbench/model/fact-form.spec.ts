import { describe, expect, it } from '@jest/globals'
import { CLERK_TEXT } from '../clerk-text'
import { birthDayOf, firstForm, monthsAfter, requestOf } from './fact-form'

describe('verifying a fact', () => {
  it('reads a birth day as it is typed', () => {
    expect(['19440326', '1944-03-26', '1944.03.26'].map(birthDayOf)).toEqual(Array(3).fill('1944-03-26'))
    expect(['1944032', '19440230', ''].map(birthDayOf)).toEqual([null, null, null])
  })

  it('ends on the same date of a later month, or on its last day', () => {
    expect([monthsAfter('2026-11-25', 12), monthsAfter('2026-08-31', 6), monthsAfter('2026-12-31', 24)]).toEqual([
      '2027-11-25',
      '2027-02-28',
      '2028-12-31',
    ])
  })

  it('is sent only when the value and the papers are there', () => {
    const form = firstForm('residence')
    expect(requestOf('residence', form, '2026-11-25')).toBe(CLERK_TEXT.valueWrong)
    expect(requestOf('residence', { ...form, value: '香泉苑' }, '2026-11-25')).toBe(CLERK_TEXT.evidenceWrong)
    expect(requestOf('residence', { ...form, value: ' 香泉苑 ', evidence: 'hukou_book' }, '2026-11-25')).toEqual({
      value: '香泉苑',
      evidence: 'hukou_book',
      validUntil: '2027-11-25',
    })
    expect(requestOf('birth_day', { ...firstForm('birth_day'), value: '1944' }, '2026-11-25')).toBe(CLERK_TEXT.dayWrong)
  })

  it('says of eight digits that are no day that there is no such day, and not that they are not eight', () => {
    const wrong = (value: string) => requestOf('birth_day', { ...firstForm('birth_day'), value }, '2026-11-25')
    expect(['19440230', '1944-13-01', '194402300', '一九四四'].map(wrong)).toEqual([
      CLERK_TEXT.noSuchDay,
      CLERK_TEXT.noSuchDay,
      CLERK_TEXT.dayWrong,
      CLERK_TEXT.dayWrong,
    ])
  })
})
