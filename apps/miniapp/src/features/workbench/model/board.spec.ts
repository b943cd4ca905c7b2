import { currentSitting, isServing } from './board'

const lunch = {
  sittingId: 'lunch',
  day: '2026-11-23',
  meal: 'lunch' as const,
  serving: { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T05:00:00.000Z' },
  waiting: 3,
  handedOver: 0,
}
const dinner = {
  ...lunch,
  sittingId: 'dinner',
  meal: 'dinner' as const,
  serving: { from: '2026-11-23T09:00:00.000Z', to: '2026-11-23T11:00:00.000Z' },
}
const at = (time: string): Date => new Date(`2026-11-23T${time}:00.000Z`)

it('shows the meal that is being handed over, to its very end', () => {
  expect(currentSitting([dinner, lunch], at('03:00'))).toBe(lunch)
  expect(currentSitting([dinner, lunch], at('04:59'))).toBe(lunch)
  expect(isServing(lunch, at('03:00'))).toBe(true)
  expect(isServing(lunch, at('05:00'))).toBe(false)
})

it('shows the next meal between two', () => {
  expect(currentSitting([dinner, lunch], at('05:00'))).toBe(dinner)
  expect(isServing(dinner, at('05:00'))).toBe(false)
})

it('shows none when the last meal is over', () => {
  expect(currentSitting([dinner, lunch], at('11:00'))).toBeNull()
})
