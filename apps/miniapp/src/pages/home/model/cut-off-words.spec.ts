import type { SittingBrief } from '@wanli/contracts/canteen'
import { cutOffWords } from './cut-off-words'

const now = new Date('2026-11-23T02:00:00.000Z')
const sitting = (cutOffAt: string): SittingBrief => ({ cutOffAt }) as SittingBrief

describe('the cut-off', () => {
  it('is counted when near', () => {
    expect(cutOffWords(sitting('2026-11-23T02:22:00.000Z'), now)).toBe('22 分钟后截单')
  })

  it('is a clock time when far, with its own day', () => {
    expect(cutOffWords(sitting('2026-11-24T01:00:00.000Z'), now)).toBe('明天 9:00 截单')
  })
})
