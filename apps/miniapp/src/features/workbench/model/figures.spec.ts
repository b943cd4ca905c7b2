import type { DishFigures, FiguresView } from '@wanli/contracts/manage'
import { inChart, nothingServed } from './figures'

const dish = (dishName: string, servedHalves: number, cookedHalves: number, orderedHalves: number): DishFigures =>
  ({ dishId: dishName, dishName, servedHalves, cookedHalves, orderedHalves }) as DishFigures

it('draws the longest bar first: by what was fetched, and by what was made where that is the same', () => {
  const dishes = [
    dish('鱼', 34, 60, 40),
    dish('饭', 35, 80, 38),
    dish('汤', 0, 20, 9),
    dish('面', 0, 30, 2),
    dish('停', 0, 0, 0),
  ]
  expect(inChart(dishes).map(({ dishName }) => dishName)).toEqual(['饭', '鱼', '面', '汤'])
  expect(dishes[0]?.dishName).toBe('鱼')
})

it.each([
  ['no meal', [], 0, 0, true],
  ['a closed meal', ['停电'], 0, 0, true],
  ['a closed meal that somebody had before', ['停电'], 2, 2, false],
  ['a closed meal that was cooked and that nobody had', ['停电'], 0, 8, false],
  ['a meal nobody has ordered yet', ['停电', null], 0, 8, false],
] as const)('says whether anything was served: %s', (_, reasons, orderedHalves, cookedHalves, nothing) => {
  const meals = reasons.map((closedReason) => ({ closedReason }))
  expect(nothingServed({ meals, total: { orderedHalves, cookedHalves } } as unknown as FiguresView)).toBe(nothing)
})
