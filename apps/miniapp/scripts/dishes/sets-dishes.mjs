/** Trays, lunch boxes and plain rice, each as a composition of pieces on tableware. */
import * as food from './food.mjs'
import { BLUE, fishBlock, potato, tomatoEgg } from './shared-pieces.mjs'
import { at, box, disc, dots, heap, picture, ring, scallions, shreds } from './shapes.mjs'
import { bowl, lunchBox, tray } from './tableware.mjs'

const saucer = (x, y, scale, fill, ...inside) =>
  at(x, y, 0, scale, disc(0, 1, 20, '#7A5A33', 'opacity=".2"'), disc(0, 0, 19.6, '#fff'), disc(0, 0, 16, fill), inside)

/** Picture name to its drawing. */
export const SETS = {
  'dish-35': () =>
    picture(
      tray(
        saucer(
          32,
          34,
          1.26,
          '#E9CFA0',
          at(-1, -6, -14, 0.94, fishBlock()),
          at(1, 7, -10, 0.94, fishBlock()),
          shreds(4, 7, 9, 33, '#3E9A45', 1.6, [0, 0]),
        ),
        saucer(74, 29, 0.86, '#F0A92A', tomatoEgg(7, 11, [0, 0], 0.62)),
        saucer(
          24,
          72,
          0.84,
          '#DCEBBB',
          ring(7, 1, 5, [0, 0]).map(({ x, y, angle }) => at(x, y, angle, 0.46, food.bokChoy())),
        ),
        at(52, 69, 0, 0.86, disc(0, 0, 20, BLUE), disc(0, 0, 18, '#fff'), food.rice(15, 4, 22, heap)),
        at(
          79,
          67,
          0,
          0.7,
          disc(0, 0, 20, BLUE),
          disc(0, 0, 18, '#fff'),
          disc(0, 0, 15.6, '#EE8A4C'),
          at(-5, 2, 40, 0.6, food.tomato()),
          at(6, -3, 10, 0.6, potato()),
          scallions(5, 11, 3, [0, 0]),
        ),
      ),
    ),
  'dish-36': () =>
    picture(
      lunchBox(
        [
          [26.5, 28, 37, 32],
          [67.5, 28, 37, 32],
          [31, 65, 46, 34],
          [72.5, 65, 27, 34],
        ],
        [
          [17, 21],
          [31, 20],
          [20, 34],
          [35, 33],
        ].map(([x, y], index) => at(x, y, [-6, 8, 10, -8][index], 0.82, food.belly())),
        at(66, 28, -20, 0.62, food.leg()),
        at(
          31,
          65,
          0,
          1,
          box(0, 0, 40, 28, 12, '#FFFEFB'),
          shreds(30, 15, 2.6, 4, '#DDD5C4', 1.5, [0, 0]),
          dots(
            [
              { x: -2, y: -2 },
              { x: 2, y: 1 },
              { x: 0, y: 4 },
              { x: 4, y: -3 },
            ],
            0.8,
            '#2B1A10',
          ),
        ),
        [
          [65, 72, -60],
          [70, 75, -85],
          [76, 75, -100],
          [80, 70, -125],
        ].map(([x, y, angle]) => at(x, y, angle, 0.68, food.bokChoy())),
      ),
    ),
  'dish-rice': () => picture(bowl(BLUE, '#E6DDCB'), at(48, 48, 0, 1, food.rice(33, 4, 46, heap))),
}
