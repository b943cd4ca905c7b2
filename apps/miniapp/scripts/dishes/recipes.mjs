/** Every dish of the demo catalogue as a composition of pieces on tableware, keyed by its id. */
import * as food from './food.mjs'
import { area, at, blob, box, disc, dots, heap, line, oval, picture, ring, scallions, shreds } from './shapes.mjs'
import { bowl, lunchBox, plate, spoon, steamer, tray } from './tableware.mjs'

const BLUE = '#2F6F8F'
const BROWN = '#7A4A2B'
const SAUCE = '#B5682F'

const spread = (places, draw, scale = 1) =>
  places.map((place, index) => at(place.x, place.y, place.angle, scale, draw(index)))

const congee = (glow) => [
  bowl(BLUE, '#F1E9DA', glow),
  shreds(26, 31, 2.6, 5, '#FFFFFF', 1.9),
  line('M20 38q8-13 22-15', '#FFFFFF', 2.4, 'opacity=".9"'),
]

const fishBlock = () => [
  area('M-13-6Q0-11 13-6L13 6Q0 12-13 6Z', '#6E828C'),
  area('M-13-5Q0-9 13-5L13 3Q0 8-13 3Z', '#FFFDF7'),
  area('M-13-6Q0-11 13-6L13-.5Q0 4-13-.5Z', '#93A9B3'),
  area('M-13-6Q0-11 13-6L13-3.5Q0-7.5-13-3.5Z', '#5E747E'),
  line('M-6.5-7.5L-4 .6M1-8.2L3 1M7.5-7L9 .2', '#FFF9EC', 1.9),
  line('M-11 4.5Q0 9 11 4.5', '#E4D9C4', 1),
]

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

const fan = (count, from, to, radius, centre) =>
  Array.from({ length: count }, (_, index) => {
    const degrees = from + ((to - from) * index) / (count - 1)
    const angle = (degrees * Math.PI) / 180
    return { x: centre[0] + Math.cos(angle) * radius, y: centre[1] + Math.sin(angle) * radius, angle: degrees + 90 }
  })

const eggplant = () => [
  box(0, 0.8, 27, 8.6, 4, '#2F1534'),
  box(0, 0, 26, 7.4, 3.6, '#5B2A66'),
  box(0.6, 1, 22, 3.6, 1.8, '#B98A62'),
  line('M-9-2.2h13', '#9A63A6', 1.4),
]

const melon = () => [
  box(0, 0.8, 19, 14, 3, '#A9C79A'),
  box(0, 0, 18.4, 13, 2.8, '#E3F1D6'),
  area('M-9.2 3.5H9.2V4.5Q9.2 6.5 7 6.5H-7Q-9.2 6.5-9.2 4.5Z', '#7DB36B'),
  line('M-6-3.5h8', '#FBFFF6', 1.8),
]

const carrot = () => [
  disc(0.4, 0.6, 6.8, '#C4590F'),
  disc(0, 0, 6.4, '#F28A2B'),
  disc(0, 0, 3.6, '#F9A94B'),
  line('M-1.5-1.5l3 3M1.5-1.5l-3 3', '#F28A2B', 1),
]

const waterBamboo = () => [
  area('M-12 5L-7-6Q-4-8 0-7L10-4Q14-1 11 3L6 8Q0 10-8 8Q-12 7-12 5Z', '#A56A25'),
  area('M-11 4L-7-6Q-4-8 0-7L10-4Q13-1 10 2L5 6Q0 8-8 6.5Q-11 6-11 4Z', '#EFC77E'),
  area('M-9 2L-6-4.5Q-3-6 1-5L7-3Q3 2-9 2Z', '#FBE7B6'),
  line('M-6 4.5q7 1 11-2', '#CB9243', 1.2),
]

const gluten = (index) => [
  box(0.6, 1, 17, 15, 3.4, '#5A2C10'),
  box(0, 0, 16.4, 14, 3, '#A8662E'),
  box(-0.6, -0.8, 14, 11, 2.6, '#C07E40'),
  dots(
    index % 2
      ? [
          { x: -4, y: -3 },
          { x: 2, y: -1 },
          { x: -2, y: 3 },
          { x: 5, y: 3 },
        ]
      : [
          { x: -3, y: 0 },
          { x: 3, y: -3.5 },
          { x: 4, y: 2 },
          { x: -5, y: 4 },
        ],
    1.3,
    '#7C4519',
  ),
]

const friedTofu = () => [
  area('M-12 8L0-11L12 8Q12 10 9 10H-9Q-12 10-12 8Z', '#A8661C'),
  area('M-11 6.5L0-10.5L11 6.5Q11 8 8.5 8H-8.5Q-11 8-11 6.5Z', '#EDB24C'),
  area('M-7 4.5L0-6.5L7 4.5Z', '#FBE3AC'),
]

const pepper = () => [
  area('M-8-3Q0-8 8-3Q5 0 7 4Q0 1-7 4Q-5 0-8-3Z', '#2F7F34'),
  line('M-5-2.6q5-3 10 0', '#7CC46B', 1.6),
]

const pumpkin = () => [
  area('M-13-7Q0-13 13-7Q16 8 11 11Q0 14-11 11Q-16 8-13-7Z', '#4F7A33'),
  area('M-11.5-5.5Q0-11 11.5-5.5Q14 7 9.5 10.4Q0 13-9.5 10.4Q-14 7-11.5-5.5Z', '#E9861A'),
  area('M-9.5-4Q0-8.5 9.5-4Q11 5 7.5 8Q0 10-7.5 8Q-11 5-9.5-4Z', '#F9AE3D'),
  line('M-5.5-3.6Q0-5.6 5.5-3.6', '#FFDF9C', 2),
]

const potato = () => [
  box(0.4, 0.8, 14, 12, 3.6, '#C99A3E'),
  box(0, 0, 13.4, 11, 3.2, '#F4D478'),
  line('M-3.5-2.6h5', '#FFF0BE', 1.8),
]

const saltPork = () => [
  area('M-11-5Q0-9 11-5L11 5Q0 9-11 5Z', '#B4494B'),
  area('M-10.5-4.5Q0-8 10.5-4.5L10.5 0Q0-3-10.5 0Z', '#FBE6DC'),
  area('M-10.5 0Q0-3 10.5 0L10.5 4.5Q0 8-10.5 4.5Z', '#DC7A75'),
  line('M-7 3q7 1.5 13 0', '#F3AFA6', 1.3),
]

const shoot = () => [
  area('M-11 6Q-10-4 10-8Q13-7 12-4Q8 6-6 9Q-10 9-11 6Z', '#C7A650'),
  area('M-10 5Q-8-4 10-7.5Q11.5-7 11-4.5Q7 4-6 7Q-9 7-10 5Z', '#FBF0C4'),
  line('M-6 3.5q6-1 11-6M-3-.5q4-.8 8-3.5', '#DDC277', 1.1),
]

const tomatoEgg = (count, radius, centre, scale) =>
  heap(count, radius, 23, centre).map((place, index) =>
    at(place.x, place.y, place.angle, scale, index % 3 === 1 ? food.tomato() : food.scrambled(index % 2 === 0)),
  )

const steamedFish = () =>
  [
    [47, 34, -10],
    [36, 50, -14],
    [61, 50, -8],
    [49, 66, -12],
  ].map(([x, y, angle]) => at(x, y, angle, 1.12, fishBlock()))

/** Small plate for a tray: scale 1 is 40 wide. */
const saucer = (x, y, scale, fill, ...inside) =>
  at(x, y, 0, scale, disc(0, 1, 20, '#7A5A33', 'opacity=".2"'), disc(0, 0, 19.6, '#fff'), disc(0, 0, 16, fill), inside)

/** Picture name to its drawing: dish ids, and `rice` for plain rice that comes with a meal. */
export const RECIPES = {
  rice: () => picture(bowl(BLUE, '#E6DDCB'), at(48, 48, 0, 1, food.rice(33, 4, 46, heap))),
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
  'dish-23': () =>
    picture(plate(), blob(48, 49, 29, 38, '#F0A92A', 0.06), tomatoEgg(15, 24, [48, 48], 1.04), scallions(12, 22, 23)),
  'dish-24': () =>
    picture(
      plate('#8CC36E'),
      blob(48, 49, 29, 41, '#B98A4E', 0.06),
      shreds(18, 25, 20, 14, '#1F6A2E', 5.4),
      shreds(18, 25, 19, 14, '#57B04B', 3.4),
      shreds(14, 22, 18, 25, '#7D3F22', 5),
      shreds(14, 22, 17, 25, '#BF7A50', 3.2),
      shreds(9, 20, 19, 37, '#2F8A3A', 5),
      shreds(9, 20, 18, 37, '#74C55F', 2.8),
    ),
  'dish-25': () =>
    picture(
      plate('#A68AB8'),
      blob(48, 49, 30, 44, '#7A3F1F', 0.06),
      spread(heap(11, 22, 21), eggplant, 1),
      dots(heap(26, 18, 9), 1.9, '#A5673B'),
      dots(heap(12, 16, 29), 1.3, '#F5E7C4'),
      scallions(8, 18, 12),
    ),
  'dish-26': () =>
    picture(
      plate('#8CC3AE'),
      blob(48, 49, 30, 47, '#EEF3DC', 0.05),
      spread(
        heap(11, 24, 45).map((place) => ({ ...place, angle: place.angle % 180 })),
        melon,
        0.98,
      ),
      shreds(22, 23, 4.5, 18, '#E88F6E', 2.2),
      scallions(10, 23, 28),
    ),
  'dish-27': () =>
    picture(
      plate('#8CC36E'),
      blob(48, 49, 29, 50, '#DCEBBB', 0.05),
      ring(9, 3, 5).map(({ x, y, angle }, index) =>
        at(x, y, angle, 1.02, food.bokChoy(index % 2 ? '#4BA84B' : '#378E40')),
      ),
      ring(5, 3, 30).map(({ x, y, angle }) => at(x, y, angle, 0.68, food.bokChoy('#5BB457'))),
      dots(heap(9, 18, 7), 1.3, '#FFF8DF'),
    ),
  'dish-28': () =>
    picture(
      plate('#E59A4C'),
      heap(15, 24, 52).map(({ x, y, angle }, index) =>
        at(
          x,
          y,
          index % 5 < 3 ? (angle % 80) - 40 : angle,
          index % 5 < 3 ? 0.98 : 1.04,
          index % 5 < 3 ? food.broccoli() : carrot(),
        ),
      ),
    ),
  'dish-29': () =>
    picture(
      plate('#C98F4A'),
      blob(48, 49, 30, 55, '#A86A28', 0.06),
      spread(heap(11, 23, 61), waterBamboo, 0.98),
      scallions(7, 20, 16),
    ),
  'dish-30': () =>
    picture(
      plate('#B58A5C'),
      blob(48, 49, 30, 58, '#6A3713', 0.06),
      heap(13, 24, 58).map(({ x, y, angle }, index) =>
        at(x, y, angle, 0.96, index % 4 === 1 ? food.woodEar() : index % 4 === 3 ? food.mushroom() : gluten(index)),
      ),
      heap(7, 21, 66).map(({ x, y, angle }) =>
        at(x, y, angle, 1, oval(0, 0.5, 4, 2.9, '#C58A4C'), oval(0, 0, 3.6, 2.4, '#F6DDB0')),
      ),
      shreds(5, 18, 15, 12, '#E2A72E', 2.4),
    ),
  'dish-31': () =>
    picture(
      plate('#D9A441'),
      blob(48, 49, 30, 61, '#B5752F', 0.06),
      heap(12, 24, 73).map(({ x, y, angle }, index) =>
        at(x, y, angle, 0.98, index % 4 === 1 ? food.woodEar() : index % 4 === 2 ? pepper() : friedTofu()),
      ),
    ),
  'dish-32': () =>
    picture(
      plate('#E59A4C'),
      [
        [35, 32, -8],
        [61, 33, 10],
        [27, 49, -14],
        [48, 47, 0],
        [69, 50, 14],
        [37, 65, -6],
        [60, 66, 8],
      ].map(([x, y, angle]) => at(x, y, angle, 1, pumpkin())),
    ),
  'dish-33': () =>
    picture(
      bowl(BLUE, '#E2713A', '#EE8A4C'),
      heap(11, 26, 67).map(({ x, y, angle }, index) => at(x, y, angle, 1.02, index % 2 ? food.tomato() : potato())),
      scallions(13, 28, 27),
      dots(heap(8, 33, 70), 1.6, '#F9B06E'),
    ),
  'dish-34': () =>
    picture(
      bowl(BROWN, '#F1E3C0', '#FAF1DA'),
      heap(11, 25, 70).map(({ x, y, angle }, index) =>
        at(x, y, angle, 0.96, index % 3 === 0 ? shoot() : index % 3 === 1 ? saltPork() : food.beanKnot()),
      ),
      scallions(9, 27, 36),
    ),
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
}
