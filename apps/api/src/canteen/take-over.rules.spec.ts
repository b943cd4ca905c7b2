import { turnAt, turnEndsAt } from './take-over.rules.js'

const at = (time: string): Date => new Date(`2026-11-23T${time}:00.000+08:00`)

describe('a meal that is given up at 10:40 while two wait', () => {
  const line = ['first', 'second']

  it.each([
    ['first', '10:40'],
    ['second', '10:45'],
    ['anybody', '10:50'],
  ])('may be taken by %s from %s', (person, time) => {
    expect(turnAt(line, person, at('10:40'))).toEqual(at(time))
  })

  it('says until when it is kept for somebody', () => {
    expect(turnEndsAt(line, at('10:40'), at('10:41'))).toEqual(at('10:45'))
    expect(turnEndsAt(line, at('10:40'), at('10:45'))).toEqual(at('10:50'))
    expect(turnEndsAt(line, at('10:40'), at('10:50'))).toBeNull()
  })

  it('is everybody’s at once when nobody waits', () => {
    expect(turnAt([], 'anybody', at('10:40'))).toEqual(at('10:40'))
    expect(turnEndsAt([], at('10:40'), at('10:40'))).toBeNull()
  })
})
