import { greetingAt } from './greeting.rules'

describe('the greeting', () => {
  it.each([
    [0, '夜深了'],
    [4, '夜深了'],
    [5, '早上好'],
    [8, '早上好'],
    [9, '上午好'],
    [11, '中午好'],
    [13, '下午好'],
    [17, '下午好'],
    [18, '晚上好'],
    [23, '晚上好'],
  ])('at %i o’clock is %s', (hour, greeting) => {
    expect(greetingAt(hour)).toBe(greeting)
  })
})
