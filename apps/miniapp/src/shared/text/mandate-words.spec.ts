import { describe, expect, it } from '@jest/globals'
import { mandateWords } from './mandate-words'

const TODAY = '2026-11-24'

describe('the words of a mandate', () => {
  it('say what, how much, who pays and until when', () => {
    const terms = { scopes: ['meals' as const, 'repairs' as const], dailyCapFen: 6000, payer: 'agent' as const }
    expect(mandateWords({ ...terms, validUntil: '2026-12-31' }, 'agent', TODAY)).toBe(
      '订餐、报修\u00a0· 每天最多\u00a0¥60\u00a0· 我付钱\u00a0· 到\u00a012月31日',
    )
    expect(mandateWords({ ...terms, validUntil: '2027-06-30' }, 'agent', TODAY)).toContain('到\u00a02027年6月30日')
    expect(mandateWords({ ...terms, validUntil: null }, 'principal', TODAY)).toBe(
      '订餐、报修\u00a0· 每天最多\u00a0¥60\u00a0· 对方付钱',
    )
  })

  it('leave out what there is no limit for', () => {
    expect(
      mandateWords({ scopes: ['meals'], dailyCapFen: null, payer: 'principal', validUntil: null }, 'principal', TODAY),
    ).toBe('订餐\u00a0· 我付钱')
  })
})
