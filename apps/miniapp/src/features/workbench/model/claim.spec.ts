import { claimTable } from './claim'

it('is a table that a spreadsheet takes, with the name of the scheme', () => {
  const row = {
    day: '2026-11-23',
    meal: 'lunch' as const,
    scheme: 'putuo-2025-12',
    schemeName: '普陀区 2025 年 12 月方案',
    count: 2,
    handedOver: 1,
    fen: 500,
  }
  expect(claimTable([row])).toBe(
    '日期\t餐次\t方案\t人次\t已取\t金额（元）\n2026-11-23\t午餐\t普陀区 2025 年 12 月方案\t2\t1\t5.00',
  )
})
