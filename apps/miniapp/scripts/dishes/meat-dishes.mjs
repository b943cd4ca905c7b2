/** Meat, fish and prawns, each as a composition of pieces on tableware. */
import * as food from './food.mjs'
import { fishBlock, spread } from './shared-pieces.mjs'
import { area, at, blob, box, disc, dots, heap, line, oval, picture, ring, scallions, shreds } from './shapes.mjs'
import { bowl, plate } from './tableware.mjs'

const SAUCE = '#B5682F'

const hairtail = () => [
  box(0, 1, 25, 12, 2.5, '#6F3412'),
  box(0, -0.2, 24, 10.6, 2.2, '#C98D4C'),
  box(0, -1.6, 23, 5.4, 2, '#D5D2C8'),
  line('M-9-2.6h16', '#F8F7F2', 1.4),
  line('M-6 1.5v3M0 1.5v3M6 1.5v3', '#96602C', 1.2),
]

const chickenSlice = () => [
  area('M-14-4Q0-9 14-4L13 5Q0 9-13 5Z', '#D9B36A'),
  area('M-13 0Q0-4 13 0L12.5 4.5Q0 8-12.5 4.5Z', '#FFF5E2'),
  area('M-14-4Q0-9 14-4L13.5 0Q0-4-13.5 0Z', '#F6CE62'),
  line('M-8-4.2q7-2.3 13-1', '#FFE9A6', 1.4),
]

const steamedFish = () =>
  [
    [47, 34, -10],
    [36, 50, -14],
    [61, 50, -8],
    [49, 66, -12],
  ].map(([x, y, angle]) => at(x, y, angle, 1.12, fishBlock()))

/** Picture name to its drawing. */
export const MEAT = {
  'dish-11': () =>
    picture(
      plate('#C9784E'),
      blob(48, 49, 31, 8, '#6A2610', 0.06),
      [
        [30, 56, 145],
        [62, 60, 50],
        [60, 36, -40],
      ].map(([x, y, angle]) => at(x, y, angle, 0.68, food.bokChoy())),
      [
        [36, 33],
        [55, 31],
        [28, 49],
        [47, 48],
        [66, 46],
        [37, 64],
        [57, 63],
      ].map(([x, y], index) => at(x, y, [-8, 10, 14, -4, -12, 8, -10][index], 1.16, food.belly())),
    ),
  'dish-12': () =>
    picture(
      plate(),
      blob(48, 49, 30, 12, SAUCE, 0.06),
      ring(7, 17, 12).map(({ x, y, angle }) => at(x, y, angle, 0.6, food.bokChoy())),
      [
        [38, 41],
        [60, 44],
        [47, 61],
      ].map(([x, y], index) => at(x, y, index * 30 - 20, 1.16, food.meatball())),
    ),
  'dish-13': () =>
    picture(
      plate('#7FB0CC'),
      blob(48, 49, 32, 15, '#D9A55E', 0.05),
      steamedFish(),
      shreds(7, 15, 13, 33, '#3E9A45', 1.9),
      shreds(5, 12, 10, 3, '#F4CF6A', 1.8),
      shreds(3, 11, 10, 9, '#D8402C', 1.6),
    ),
  'dish-14': () =>
    picture(
      plate('#C98F4A'),
      blob(48, 49, 31, 18, '#9A4E1B', 0.06),
      [
        [36, 32, -18],
        [60, 40, -12],
        [34, 52, -20],
        [60, 59, -16],
        [42, 70, -14],
      ].map(([x, y, angle]) => at(x, y, angle, 1.06, hairtail())),
      shreds(7, 19, 8, 6, '#F2CB5C', 1.6),
      scallions(10, 24, 40),
    ),
  'dish-15': () =>
    picture(
      plate('#E3B34C', '#EFE6D2'),
      [
        [46, 25, -10],
        [50, 33, -6],
        [47, 41, -9],
        [50, 49, -5],
        [47, 57, -8],
        [44, 65, -10],
      ].map(([x, y, angle]) => at(x, y, angle, 1.56, chickenSlice())),
      disc(67, 67, 13.6, '#7A5A33', 'opacity=".2"'),
      disc(67, 66, 13, '#fff'),
      disc(67, 66, 10, '#5A2A10'),
      dots(heap(6, 6, 2, [67, 66]), 1.3, '#F2D98C'),
      dots(heap(4, 6, 12, [67, 66]), 1.3, '#6DB657'),
      shreds(7, 11, 11, 24, '#4FA548', 1.8, [46, 40]),
    ),
  'dish-16': () =>
    picture(
      plate('#D9774E'),
      blob(48, 49, 30, 21, '#8E3212', 0.07),
      spread(heap(9, 23, 13), food.shellPrawn, 1.06),
      scallions(10, 22, 5),
    ),
  'dish-17': () =>
    picture(
      plate('#C9784E'),
      blob(48, 49, 30, 25, '#7A1D0E', 0.07),
      spread(heap(9, 22, 27), food.rib, 1.02),
      dots(heap(26, 23, 7), 1, '#FFF0CC'),
      scallions(5, 18, 31),
    ),
  'dish-18': () =>
    picture(
      plate('#8CC3AE'),
      blob(48, 49, 29, 28, '#F7E3CF', 0.05),
      spread(heap(13, 23, 10), () => food.prawn('#E79A7C', '#FFE3D6', '#F4A98E'), 0.94),
      [
        [30, 62],
        [65, 37],
        [52, 66],
        [45, 30],
      ].map(([x, y], index) => at(x, y, index * 70, 0.5, food.leaf('#5DB052'))),
    ),
  'dish-19': () =>
    picture(
      plate('#B58A5C'),
      blob(48, 49, 30, 30, '#5E3415', 0.06),
      shreds(30, 25, 20, 9, '#2B1A10', 5),
      shreds(24, 23, 18, 9, '#6A4426', 3),
      shreds(18, 23, 16, 16, '#A9773F', 1.4),
      blob(48, 47, 9, 4, '#F3E4BC'),
      dots(heap(16, 8, 6, [48, 47]), 1.3, '#FFFAEA'),
      scallions(13, 12, 8, [48, 49]),
      dots(heap(14, 28, 61), 1, '#E9A94A'),
    ),
  'dish-20': () =>
    picture(
      plate('#B58A5C'),
      blob(48, 50, 30, 33, '#C98B45', 0.06),
      shreds(9, 26, 18, 3, '#3E8F3F', 3.2),
      at(45, 50, -28, 1.24, food.leg()),
      at(66, 68, 30, 1, oval(0, 0, 6, 4.4, '#E9C45E'), oval(-0.5, -0.6, 4.6, 3, '#F9E09A')),
      at(30, 28, -20, 1, oval(0, 0, 6, 4.4, '#E9C45E'), oval(-0.5, -0.6, 4.6, 3, '#F9E09A')),
      shreds(6, 15, 13, 51, '#7CC46B', 2),
    ),
  'dish-21': () =>
    picture(
      bowl('#B5713F', '#F0B73A', '#F9CB59'),
      line('M20 46Q22 28 40 22', '#FFE7A0', 3.4),
      blob(50, 52, 15, 6, '#C99239'),
      dots(heap(34, 13.5, 9, [50, 51]), 2.6, '#8A4E27'),
      dots(heap(20, 12, 19, [50, 50]), 2, '#B97848'),
      scallions(11, 13, 3, [50, 50]),
      dots(
        [
          { x: 28, y: 62 },
          { x: 34, y: 71 },
          { x: 70, y: 34 },
          { x: 66, y: 27 },
        ],
        1.6,
        '#A6631C',
      ),
    ),
  'dish-22': () =>
    picture(
      plate('#C9784E'),
      blob(48, 49, 31, 35, '#7E3A15', 0.06),
      heap(9, 24, 43).map(({ x, y, angle }, index) =>
        at(x, y, index % 2 ? (angle % 40) - 20 : angle, 1.02, index % 2 ? food.belly() : food.beanKnot()),
      ),
      scallions(5, 18, 3),
    ),
}
