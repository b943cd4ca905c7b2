/** Pieces that more than one group of dishes is composed of. */
import * as food from './food.mjs'
import { area, at, box, heap, line } from './shapes.mjs'

export const BLUE = '#2F6F8F'

export const BROWN = '#7A4A2B'

export const spread = (places, draw, scale = 1) =>
  places.map((place, index) => at(place.x, place.y, place.angle, scale, draw(index)))

export const fishBlock = () => [
  area('M-13-6Q0-11 13-6L13 6Q0 12-13 6Z', '#6E828C'),
  area('M-13-5Q0-9 13-5L13 3Q0 8-13 3Z', '#FFFDF7'),
  area('M-13-6Q0-11 13-6L13-.5Q0 4-13-.5Z', '#93A9B3'),
  area('M-13-6Q0-11 13-6L13-3.5Q0-7.5-13-3.5Z', '#5E747E'),
  line('M-6.5-7.5L-4 .6M1-8.2L3 1M7.5-7L9 .2', '#FFF9EC', 1.9),
  line('M-11 4.5Q0 9 11 4.5', '#E4D9C4', 1),
]

export const potato = () => [
  box(0.4, 0.8, 14, 12, 3.6, '#C99A3E'),
  box(0, 0, 13.4, 11, 3.2, '#F4D478'),
  line('M-3.5-2.6h5', '#FFF0BE', 1.8),
]

export const tomatoEgg = (count, radius, centre, scale) =>
  heap(count, radius, 23, centre).map((place, index) =>
    at(place.x, place.y, place.angle, scale, index % 3 === 1 ? food.tomato() : food.scrambled(index % 2 === 0)),
  )
