/** Breakfast, noodles and wontons, each as a composition of pieces on tableware. */
import * as food from './food.mjs'
import { BLUE, BROWN, spread } from './shared-pieces.mjs'
import { area, at, blob, disc, dots, heap, line, oval, picture, ring, scallions, shreds } from './shapes.mjs'
import { bowl, plate, spoon, steamer } from './tableware.mjs'

const congee = (glow) => [
  bowl(BLUE, '#F1E9DA', glow),
  shreds(26, 31, 2.6, 5, '#FFFFFF', 1.9),
  line('M20 38q8-13 22-15', '#FFFFFF', 2.4, 'opacity=".9"'),
]

/** Picture name to its drawing. */
export const BREAKFAST = {
  'dish-01': () => picture(congee('#FBF7EE'), spoon(62, 60, 38)),
  'dish-02': () =>
    picture(
      congee('#F8F0E2'),
      shreds(9, 22, 11, 8, '#B9795C', 3.4),
      shreds(9, 22, 10, 8, '#D79B7C', 1.8),
      heap(5, 21, 41).map(({ x, y, angle }) =>
        at(
          x,
          y,
          angle,
          1,
          area('M-9 4Q-8-7 0-8Q8-7 9 4Q0 8-9 4Z', '#3A4A33'),
          area('M-7 3Q-6-5 0-6Q6-5 7 3Q0 6-7 3Z', '#7B8B45'),
          area('M-4.5 2.5Q-3-2.5 0-3Q3-2.5 4.5 2.5Q0 4.5-4.5 2.5Z', '#2A2F2C'),
        ),
      ),
      shreds(10, 24, 7, 12, '#F2CB5C', 1.5),
      scallions(12, 27, 4),
    ),
  'dish-03': () =>
    picture(
      steamer(),
      [
        [48, 32, 10],
        [33, 57, 60],
        [63, 57, 110],
      ].map(([x, y, angle]) => at(x, y, angle, 1.06, food.bun('#B5713F'))),
    ),
  'dish-04': () =>
    picture(
      steamer(),
      [
        [34, 36, 0],
        [61, 34, 70],
      ].map(([x, y, angle]) => at(x, y, angle, 1.02, food.bun('#4E8F3C'))),
      at(49, 61, -8, 1.12, [
        disc(0.6, 1.6, 15.2, '#C9A876', 'opacity=".55"'),
        disc(0, 0, 15, '#FBF3E4'),
        blob(0, 0.5, 10.8, 9, '#2F7434'),
        dots(heap(16, 9, 3, [0, 0]), 1.7, '#6DB657'),
        dots(heap(7, 8, 14, [0, 0]), 1.7, '#6B3E22'),
        dots(heap(7, 8, 18, [0, 0]), 1.3, '#F0DDAE'),
      ]),
    ),
  'dish-05': () =>
    picture(
      bowl(BROWN, '#6B3416', '#814221'),
      [
        [37, 37, -30],
        [60, 45, 35],
      ].map(([x, y, angle]) =>
        at(x, y, angle, 1.12, [
          food.egg(['#3E1D0B', '#A86B3C', '#CB9260']),
          line('M-11-2L-5 1L-3-7M-5 1L-1 6L-3 9.5M-1 6L5 3L4-4L10-5M5 3L11 5M4-4L1-9', '#5B2C10', 1.2),
        ]),
      ),
      at(40, 64, 12, 1.1, food.halfEgg('#F3DDBD', '#A0693C')),
      at(64, 67, 10, 1.1, food.anise()),
      at(24, 53, 30, 0.9, food.anise()),
    ),
  'dish-06': () =>
    picture(
      plate('#7FB0CC', '#CFE4EA'),
      at(35, 35, -24, 1.36, food.egg(['#9FB9BF', '#FBF1E2', '#fff'])),
      at(63, 45, 38, 1.28, food.halfEgg('#fff', '#C9D6D6')),
      at(40, 66, -12, 1.28, food.halfEgg('#fff', '#C9D6D6')),
    ),
  'dish-07': () =>
    picture(
      disc(46, 51, 41, '#7A5A33', 'opacity=".13"'),
      disc(46, 49, 41, '#fff'),
      disc(46, 49, 38.6, 'none', 'stroke="#8CC3AE" stroke-width="1.3"'),
      disc(46, 49, 30, '#F3EDE3'),
      line('M66 40Q88 30 87 44Q86 58 66 55', '#D9D0C0', 8.4),
      line('M66 40Q88 30 87 44Q86 58 66 55', '#fff', 6),
      disc(46, 50, 28, '#D9D0C0'),
      disc(46, 48, 27.6, '#fff'),
      disc(46, 48, 24, '#E6D3A8'),
      disc(46, 49, 23.2, '#F9EDCF'),
      line('M30 45q3-12 15-14', '#FFFBF0', 2.6),
      dots(
        [
          { x: 52, y: 40 },
          { x: 56, y: 43 },
          { x: 50, y: 60 },
        ],
        1.4,
        '#FFFBF0',
      ),
      [
        [16, 74, 20],
        [25, 80, 70],
        [13, 64, -30],
      ].map(([x, y, angle]) =>
        at(x, y, angle, 1, oval(0, 0.5, 4.6, 3.7, '#C9973E'), oval(-0.3, 0, 4.2, 3.3, '#F0CC78')),
      ),
    ),
  'dish-08': () =>
    picture(
      bowl(BLUE, '#F2E2B8', '#F8ECCB'),
      shreds(9, 28, 10, 31, '#3E4A3A', 2.6),
      spread(
        heap(8, 25, 6).map((place) => ({ ...place, angle: (place.angle % 70) - 35 })),
        food.wonton,
        0.94,
      ),
      shreds(8, 24, 8, 15, '#F6BC35', 2),
      scallions(11, 27, 9),
    ),
  'dish-09': () =>
    picture(
      plate('#C98F4A'),
      blob(48, 49, 31, 3, '#9A5A1E', 0.05),
      ring(9, 15, 10).map(({ x, y, angle }, index) =>
        at(x, y, angle, 1, line('M-12-9C2-14 14-4 10 8C6 15-8 13-11 4', index % 2 ? '#E9BC6C' : '#D79F4C', 2.6)),
      ),
      line(
        'M30 48C30 36 42 30 52 32C66 35 68 54 56 62C46 68 32 62 33 51C34 42 46 38 54 42C62 47 58 57 50 57C44 57 41 51 45 48',
        '#B87A2D',
        4.4,
      ),
      line(
        'M30 48C30 36 42 30 52 32C66 35 68 54 56 62C46 68 32 62 33 51C34 42 46 38 54 42C62 47 58 57 50 57C44 57 41 51 45 48',
        '#F2CC80',
        2.6,
      ),
      shreds(9, 14, 13, 20, '#3E5F22', 2.4),
      shreds(6, 14, 12, 44, '#8DAE4C', 1.6),
    ),
  'dish-10': () =>
    picture(
      bowl(BLUE, '#A9672B', '#BC7A38'),
      [0, 1, 2, 3, 4, 5, 6].map((row) =>
        line(
          `M${19 + Math.abs(row - 3) * 2.4} ${33 + row * 5.4}C36 ${22 + row * 5.4} 58 ${44 + row * 5.4} ${77 - Math.abs(row - 3) * 2.4} ${32 + row * 5.4}`,
          row % 2 ? '#F7DFA6' : '#EFCF8C',
          3.6,
        ),
      ),
      line('M25 40C40 30 56 50 72 38M24 56C40 46 57 66 73 54', '#D3A55C', 1.1),
      scallions(24, 24, 17),
      dots(heap(9, 32, 50), 1.3, '#E6B05E'),
    ),
}
