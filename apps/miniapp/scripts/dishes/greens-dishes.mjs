/** Vegetables, eggs and soups, each as a composition of pieces on tableware. */
import * as food from './food.mjs'
import { BLUE, BROWN, potato, spread, tomatoEgg } from './shared-pieces.mjs'
import { area, at, blob, box, disc, dots, heap, line, oval, picture, ring, scallions, shreds } from './shapes.mjs'
import { bowl, plate } from './tableware.mjs'

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

/** Picture name to its drawing. */
export const GREENS = {
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
}
