/** Single pieces of food, each drawn around the origin. */
import { area, at, box, disc, dots, line, oval, ring } from './shapes.mjs'

/** A cube of pork belly: glazed skin, fat, lean meat. About 17 wide. */
export const belly = () => [
  area('M-8-3L-6-8Q0-10 7-8L8.5-3L8 5Q8 8 5 8.2L-5 8Q-8 8-8 5Z', '#5C1E0C'),
  area('M-8-3L-6-8Q0-10 7-8L8.5-3Q0-1-8-3Z', '#A63A16'),
  area('M-8-2.8Q0-.8 8.4-2.8L8.3 0Q0 1.6-8.1 0Z', '#F0C48E'),
  area('M-8.1 0Q0 1.6 8.3 0L8.2 2.6Q0 4-8 2.6Z', '#B4562B'),
  area('M-8 2.6Q0 4 8.2 2.6L8.1 4.6Q0 6-8 4.6Z', '#E7AE76'),
  line('M-4.5-6.8q4-1.4 8-.4', '#E58F5C', 1.3),
]

/** A braised meatball, radius 11. */
export const meatball = () => [
  disc(0.6, 1, 11.5, '#5E2410'),
  disc(0, 0, 10.8, '#93431F'),
  disc(-1, -1.4, 8.6, '#B05B2E'),
  dots(
    [
      { x: -4, y: 3 },
      { x: 3, y: 5 },
      { x: 6, y: -1 },
      { x: 1, y: -1 },
    ],
    1.1,
    '#C97B49',
  ),
  line('M-6-4.5q4.5-5.5 10-2.5', '#F0B98B', 1.9),
]

/** A leaf of Shanghai greens, stem at the origin, tip to the right; 30 long. */
export const bokChoy = (leaf = '#3F9A45') => [
  area('M8-4C14-13 28-11 31-2C32 6 22 11 12 7Z', '#2C7A36'),
  area('M8-4C14-12 27-10 30-2C30 5 21 9 12 6Z', leaf),
  area('M-2 0C2-5 9-5 17-2.5C20-1.5 20 1.5 17 2.2C9 5 2 5-2 0Z', '#E4F1C4'),
  line('M2 .3q8-.8 22-.6', '#B9D98D', 1.2),
]

/** A small leaf from (0,0) to (12,0). */
export const leaf = (fill = '#4FA548') => [
  area('M0 0C3-5.5 9-5.5 12 0C9 5.5 3 5.5 0 0Z', fill),
  line('M2 0h7', '#A9D68C', 0.8),
]

/** A tomato wedge, 16 wide. */
export const tomato = () => [
  area('M-8 4A8.6 8.6 0 0 1 8 4Q0 7-8 4Z', '#B9281A'),
  area('M-8 3A8.6 8.6 0 0 1 8 3Q0 5-8 3Z', '#E8452D'),
  area('M-5 2A5.4 5.4 0 0 1 5 2Q0 3.5-5 2Z', '#F58468'),
  dots(
    [
      { x: -2, y: 0 },
      { x: 2, y: 0 },
      { x: 0, y: -1.4 },
    ],
    0.7,
    '#FCE0A6',
  ),
]

/** A soft lump of scrambled egg. */
export const scrambled = (light) => [
  area('M-9 1C-10-5-4-9 1-8C7-9 11-3 9 2C8 8 2 9-2 7.5C-6 8-9 5-9 1Z', '#E39A14'),
  area('M-8 0C-9-5-3-8 1-7C6-8 10-3 8 1C7 6 2 7-2 6C-5 6-8 4-8 0Z', light ? '#FFD65A' : '#FBC233'),
  line('M-4-2q3-4 7-2', '#FFEFB0', 1.8),
]

/** A steamed bun with pleats, radius 14; `middle` is the colour inside the knot. */
export const bun = (middle = '#E3C9A0') => [
  disc(0.6, 1.4, 14.3, '#C9A876', 'opacity=".55"'),
  disc(0, 0, 14, '#FBF3E4'),
  disc(-1.2, -1.6, 11.5, '#FFFBF3'),
  line(
    ring(9, 4, 0, [0, 0])
      .map(({ x, y, angle }) => {
        const out = ((angle + 38) * Math.PI) / 180
        return `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}Q${Math.round(Math.cos(out - 0.15) * 80) / 10} ${Math.round(Math.sin(out - 0.15) * 80) / 10} ${Math.round(Math.cos(out + 0.2) * 110) / 10} ${Math.round(Math.sin(out + 0.2) * 110) / 10}`
      })
      .join(''),
    '#E2CFAE',
    1.2,
  ),
  disc(0, 0, 3, middle),
]

/** A whole boiled egg lying, 26 long, with `shell` tones [edge, body, light]. */
export const egg = ([edge, body, light]) => [
  oval(0.6, 1, 13.4, 10.4, edge),
  oval(0, 0, 13, 10, body),
  oval(-2.5, -3, 7, 4, light),
]

/** Half an egg with its yolk. */
export const halfEgg = (white = '#fff', edge = '#E3D6C0', yolk = '#F5A623') => [
  oval(0, 0, 11.5, 9.4, white, `stroke="${edge}" stroke-width="1.3"`),
  disc(1, 0, 5.4, yolk),
  disc(0, -1, 3.4, '#FFC75A'),
]

/** A peeled prawn curled up, 18 wide. */
export const prawn = (deep, pale, stripe) => [
  line('M7-2.5C6-8-2-9-5.5-5C-9-1-7 6-1.5 6.5', deep, 7.4),
  line('M7-2.5C6-8-2-9-5.5-5C-9-1-7 6-1.5 6.5', pale, 5.2),
  line('M2.5-9.2l-.8 3.7M-3.5-8.2l1.2 3.4M-8.2-4l3.4 1.3M-8.3 2.5l3.2-1M-5 7l1.6-2.8', stripe, 1.4),
  area('M-1 4.5L5 3.5L3.5 7L5 10L-1 8.5Z', stripe),
]

/** A river prawn fried in its shell, 20 wide. */
export const shellPrawn = () => [
  line('M8-3C7-9-2-10-6-5.5C-10-1-8 6-2 7', '#8E2108', 8.2),
  line('M8-3C7-9-2-10-6-5.5C-10-1-8 6-2 7', '#E2541C', 6),
  line('M6-4C4-8-2-8.5-5-5', '#FF9A5C', 1.6),
  line('M3-10l-.6 5M-3.5-9.5l1.3 4M-8.6-5l4 1.8M-9 1.5l4-1M-6 7l2.2-3.5', '#A32C0C', 1.2),
  area('M-1 5L7 3L4.5 7L7.5 11L-1 9.5Z', '#C23A10'),
  disc(8.2, -4, 1.1, '#2B120A'),
  line('M9.5-5.5q6-3 7 2M9.5-4q5 1 5.5 5', '#C9441A', 0.8),
]

/** A short rib with its bone, 20 long. */
export const rib = () => [
  box(9.5, 0, 6, 5, 2.2, '#FFF3DD', 'stroke="#DBBE92" stroke-width=".8"'),
  box(-1, 0.8, 18, 13, 5, '#5E1508'),
  box(-1.4, -0.2, 17, 11.4, 4.6, '#A8321A'),
  box(-1.4, -0.8, 13, 7, 3.4, '#C64A26'),
  line('M-6-3.3q5-1.7 9-.5', '#FFB48C', 1.6),
]

/** A drumstick with thigh, 52 long, bone to the right. */
export const leg = (edge = '#7E3A12', body = '#B9622A', light = '#D88747') => [
  box(23, 0, 15, 5.4, 2.6, '#FFF3DD', 'stroke="#D9BD92" stroke-width=".9"'),
  disc(30, -2.6, 3.3, '#FFF3DD', 'stroke="#D9BD92" stroke-width=".9"'),
  disc(30, 2.6, 3.3, '#FFF3DD', 'stroke="#D9BD92" stroke-width=".9"'),
  area('M-24 2C-26-11-12-19 0-15C9-12 13-5 21-4.5C23-4 23 4 21 4.5C12 5 10 14-1 16C-13 18-23 14-24 2Z', edge),
  area('M-23 1C-24-10-12-17 0-14C8-11 12-4.5 20-4C21-3 21 2.5 20 3C11 4 8 12-1 13.5C-12 15-22 12-23 1Z', body),
  area('M-18-1C-18-9-9-13 0-10.5C6-8 8-4 14-2.5C7 1 3 6-4 7C-12 8-18 6-18-1Z', light),
  line('M-13-5q5-5 11-3', '#F3BC86', 2.2),
]

/** A grain-covered mound of rice of the given radius. */
export function rice(radius, seed, grains, heap) {
  const d = heap(grains, radius * 0.86, seed, [0, 0])
    .map(({ x, y, angle }) => {
      const turn = (angle * Math.PI) / 180
      return `M${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}l${Math.round(Math.cos(turn) * 26) / 10} ${Math.round(Math.sin(turn) * 26) / 10}`
    })
    .join('')
  return [disc(0, 1, radius, '#DED5C4'), disc(0, 0, radius * 0.97, '#FFFEFB'), line(d, '#E2DBCB', 1.4)]
}

/** A knot of bean-curd sheet, 20 long. */
export const beanKnot = () => [
  area('M-11-5Q-4-2-3 0Q-4 3-11 6Q-9 0-11-5ZM11-5Q4-2 3 0Q4 3 11 6Q9 0 11-5Z', '#C99A55'),
  area(
    'M-10.5-4.5Q-4-2.4-3 0Q-4 2.5-10.5 5Q-8.5 0-10.5-4.5ZM10.5-4.5Q4-2.4 3 0Q4 2.5 10.5 5Q8.5 0 10.5-4.5Z',
    '#EBCB8E',
  ),
  box(0, 0.4, 7.6, 10, 3.4, '#C99A55'),
  box(0, 0, 6.6, 8.6, 3, '#F5DDA9'),
  line('M-1.5-2.5v5M1.3-2.5v5', '#D6AC66', 0.9),
]

/** A frill of wood-ear fungus, 16 wide. */
export const woodEar = () => [
  area('M-8 1C-9-4-5-7-2-5C0-8 5-7 5-4C9-4 9 2 6 3C5 7-1 7-2 5C-5 7-8 5-8 1Z', '#2A1D19'),
  line('M-5 0q2-3 5-1q2-3 4-1', '#6B514A', 1.2),
]

/** A slice of mushroom cap with its cross cut, radius 6. */
export const mushroom = () => [
  disc(0, 0, 6.6, '#4E2D18'),
  disc(-0.4, -0.6, 5.4, '#7B4B2B'),
  line('M-3.5-.6h6.5M-.4-3.8v6.5', '#EBD6BD', 1.3),
]

/** A cluster of broccoli, 20 wide. */
export const broccoli = () => [
  area('M-3 4L-2 12Q0 13.5 2 12L3 4Z', '#B7D98A'),
  dots(ring(6, 5.5, 20, [0, -1]), 5, '#27702F'),
  dots(ring(5, 4.6, 50, [-0.4, -2]), 3.9, '#3F9A45'),
  disc(-0.4, -2, 4.4, '#4FAE52'),
  dots(
    [
      { x: -3, y: -5 },
      { x: 2, y: -4.6 },
      { x: -0.5, y: -1 },
      { x: 4.5, y: -1 },
      { x: -5, y: -1 },
    ],
    0.9,
    '#86CF78',
  ),
]

/** A wonton with a thin skirt, 20 wide; `small` ones show the pink meat through the skin. */
export const wonton = () => [
  area('M-10 3C-12-2-7-5-5-3C-4-9 5-9 6-3C9-6 12 0 10 4C7 3 6 7 2 6C-1 9-5 7-6 4.5Z', '#E4CDA4'),
  area('M-9 2C-10-2-7-4-5-2.5C-4-8 4-8 5-2.5C8-4.5 10.5 0 9 3C6 2 5 6 2 5C-1 7.5-4 6-5 3.5Z', '#FFF6E4'),
  oval(0.2, -0.8, 4.3, 3.6, '#F2B9A0'),
  line('M-6 .5q1.5 1 2 2.5M6-.5q.5 1 1.5 1.5', '#E9D6B4', 0.9),
]

/** A star of anise, radius 5. */
export const anise = () =>
  at(
    0,
    0,
    0,
    1,
    ring(8, 3.4, 0, [0, 0]).map(
      ({ x, y, angle }) =>
        `<ellipse cx="${Math.round(x * 10) / 10}" cy="${Math.round(y * 10) / 10}" rx="2.6" ry="1.2" fill="#6B3413" transform="rotate(${angle} ${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})"/>`,
    ),
    disc(0, 0, 1.4, '#3E1C08'),
  )
