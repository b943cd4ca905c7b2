import { facts } from './facts'

describe('facts beside each other', () => {
  it('keep their dot on the line of what is before it', () => {
    expect(facts('订餐', '每天最多 ¥60')).toBe('订餐\u00a0· 每天最多 ¥60')
    expect(facts('订餐')).toBe('订餐')
    expect(facts('', '68 岁', '')).toBe('68 岁')
  })
})
