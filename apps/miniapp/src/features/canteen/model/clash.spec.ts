import { describe, expect, it } from '@jest/globals'
import { canLeaveOut, clashLines, type ClashDish } from './clash'

const egg: ClashDish = { name: '番茄炒蛋', what: ['蛋'], fixed: [] }
const shrimp: ClashDish = { name: '清炒虾仁', what: ['虾蟹', '蛋'], fixed: ['虾蟹'] }

describe('what an eater does not eat', () => {
  it('is left out only where nothing of it is the dish itself', () => {
    expect(canLeaveOut([egg])).toBe(true)
    expect(canLeaveOut([egg, shrimp])).toBe(false)
  })

  it('is said dish by dish', () => {
    expect(clashLines([egg])).toEqual(['「番茄炒蛋」里有蛋', '换一样，还是让厨房不放？'])
    expect(clashLines([shrimp, egg])).toEqual([
      '「清炒虾仁」里有虾蟹、蛋',
      '「番茄炒蛋」里有蛋',
      '「清炒虾仁」本身就是虾蟹，没法不放，换一样吧',
    ])
  })
})
