import { inOrder, lateMinutes, plannedAt, type Door } from './way.rules.js'

/** `1/9-2/402` is estate 1, building 9, unit 2, room 402; the floor is the room's; `+` is a lift. */
function door(text: string): Door {
  const [estate = '', rest = '', room = ''] = text.replace('+', '').split('/')
  const [building = '', unit = ''] = rest.split('-')
  return {
    estate: Number(estate),
    building,
    unit,
    room,
    floor: Math.floor(Number(room) / 100),
    lift: text.endsWith('+'),
  }
}

describe('the order of the way', () => {
  it.each([
    ['estates as the run passes them', '2/1/101 1/9/101', '1/9/101 2/1/101'],
    ['buildings by their number, not as text', '1/12/101 1/9/101', '1/9/101 1/12/101'],
    ['entrance after entrance', '1/9-2/101 1/9-1/601', '1/9-1/601 1/9-2/101'],
    ['without a lift from the lowest floor up', '1/9/501 1/9/201 1/9/402', '1/9/201 1/9/402 1/9/501'],
    ['with a lift from the top down', '1/9/201+ 1/9/601+ 1/9/402+', '1/9/601+ 1/9/402+ 1/9/201+'],
    ['neighbours by room', '1/9/402 1/9/401', '1/9/401 1/9/402'],
    ['a building with a letter after the one without', '1/12甲/101 1/12/101', '1/12/101 1/12甲/101'],
  ])('is %s', (_, given, wanted) => {
    const doors = given.split(' ').map((text) => ({ text, ...door(text) }))
    expect(
      inOrder(doors)
        .map(({ text }) => text)
        .join(' '),
    ).toBe(wanted)
  })
})

describe('when a door is reached', () => {
  const from = new Date('2026-11-23T03:00:00.000Z')
  it('counts three minutes a door, and half a minute for each floor on foot', () => {
    const doors = [door('1/9/101'), door('1/9/501'), door('1/11/601+')]
    expect(plannedAt(doors, from).map((at) => (at.getTime() - from.getTime()) / 60_000)).toEqual([3, 8, 11])
  })
  it.each([
    ['in time', 60, 0],
    ['a minute late, not yet a full one', -59, 0],
    ['four minutes late', -240, 4],
  ])('is %s', (_, secondsLeft, wanted) => {
    expect(lateMinutes(new Date(from.getTime() + secondsLeft * 1000), from)).toBe(wanted)
  })
  it('is never late when nothing is left', () => expect(lateMinutes(undefined, from)).toBe(0))
})
