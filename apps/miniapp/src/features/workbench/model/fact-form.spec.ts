import { describe, expect, it } from '@jest/globals'
import { CLERK_TEXT } from '../clerk-text'
import { asksPaper, birthDayOf, firstForm, monthsAfter, requestOf } from './fact-form'

const today = { today: '2026-11-25', withPaper: false }

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
    expect(requestOf('residence', form, today)).toEqual({ at: 'value', say: CLERK_TEXT.valueWrong })
    expect(requestOf('residence', { ...form, value: '香泉苑' }, today)).toEqual({
      at: 'evidence',
      say: CLERK_TEXT.evidenceWrong,
    })
    expect(requestOf('residence', { ...form, value: ' 香泉苑 ', evidence: 'hukou_book' }, today)).toEqual({
      value: '香泉苑',
      evidence: 'hukou_book',
      validUntil: '2027-11-25',
    })
    expect(requestOf('birth_day', { ...firstForm('birth_day'), value: '1944' }, today)).toEqual({
      at: 'value',
      say: CLERK_TEXT.dayWrong,
    })
  })

  it('says of eight digits that are no day that there is no such day, and not that they are not eight', () => {
    const wrong = (value: string) => requestOf('birth_day', { ...firstForm('birth_day'), value }, today)
    const said = [CLERK_TEXT.noSuchDay, CLERK_TEXT.noSuchDay, CLERK_TEXT.dayWrong, CLERK_TEXT.dayWrong]
    expect(['19440230', '1944-13-01', '194402300', '一九四四'].map(wrong)).toEqual(
      said.map((say) => ({ at: 'value', say })),
    )
  })

  it('asks whoever has not agreed for a signed paper, before anything else; where one lives needs none', () => {
    const asked = (consentedSensitive: boolean) =>
      (['birth_day', 'hukou', 'welfare_class', 'residence'] as const).map((kind) =>
        asksPaper(kind, { consentedSensitive }),
      )
    expect([asked(false), asked(true)]).toEqual([
      [true, true, true, false],
      [false, false, false, false],
    ])
    const paper = { ...today, withPaper: true }
    const whole = { ...firstForm('hukou', '上海'), evidence: 'hukou_book' as const }
    for (const consentPaper of ['', '  '])
      expect(requestOf('hukou', { ...whole, value: '', consentPaper }, paper)).toEqual({
        at: 'consentPaper',
        say: CLERK_TEXT.consentPaperWrong,
      })
    const sent = { value: '上海', evidence: 'hukou_book', validUntil: null }
    expect(requestOf('hukou', { ...whole, consentPaper: ' 0120 ' }, paper)).toEqual({ ...sent, consentPaper: '0120' })
    // They agreed on their phone while it was typed.
    expect(requestOf('hukou', { ...whole, consentPaper: '0120' }, today)).toEqual(sent)
  })
})
