import type { DishFigures } from '@wanli/contracts/manage'
import { inChart } from './figures'

const dish = (dishName: string, servedHalves: number, cookedHalves: number, orderedHalves: number): DishFigures =>
  ({ dishId: dishName, dishName, servedHalves, cookedHalves, orderedHalves }) as DishFigures

it('draws the longest bar first: by what was fetched, and by what was made where that is the same', () => {
  const dishes = [dish('鱼', 34, 60, 40), dish('饭', 35, 80, 38), dish('汤', 0, 20, 9), dish('面', 0, 30, 2)]
  expect(inChart(dishes).map(({ dishName }) => dishName)).toEqual(['饭', '鱼', '面', '汤'])
  expect(dishes[0]?.dishName).toBe('鱼')
})
