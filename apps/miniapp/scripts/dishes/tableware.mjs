/** What the food lies on, seen from above in a 96 × 96 box. */
import { area, at, box, disc, line } from './shapes.mjs'

const SHADOW = disc(48, 50, 45.5, '#7A5A33', 'opacity=".13"')

/** A flat plate with a thin coloured band; `well` is the colour of its middle. */
export const plate = (band = '#8CC3AE', well = '#FAF7F1') => [
  SHADOW,
  disc(48, 48, 45.5, '#fff'),
  disc(48, 48, 42.6, 'none', `stroke="${band}" stroke-width="1.3"`),
  disc(48, 48, 35, '#F3EDE3'),
  disc(48, 48.8, 34, well),
]

/** A deep bowl of `glaze`, filled with `broth`; `glow` is the lighter middle of the liquid. */
export const bowl = (glaze, broth, glow) => [
  SHADOW,
  disc(48, 48, 45.5, glaze),
  disc(48, 48, 42.5, '#fff'),
  disc(48, 48, 38, '#E9DFCF'),
  disc(48, 48.8, 37, broth),
  glow ? disc(48, 49.5, 29, glow) : '',
]

/** A bamboo steamer lined with paper. */
export const steamer = () => [
  SHADOW,
  disc(48, 48, 45.5, '#A8743A'),
  disc(48, 48, 43.4, '#D9AC6B'),
  disc(48, 48, 39.5, '#B98344'),
  disc(48, 48, 37.6, '#EACB95'),
  line('M20 27h56M13.5 37h69M11 48h74M13.5 59h69M20 69h56', '#D5AC6C', 2.2),
  disc(48, 48, 43.4, 'none', 'stroke="#C49252" stroke-width="1" stroke-dasharray="9 5"'),
]

/** A wooden tray that fills the box; `inside` is drawn on it. */
export const tray = (...inside) => [
  box(48, 50, 93, 84, 11, '#7A5A33', 'opacity=".14"'),
  box(48, 48, 93, 84, 11, '#B97F3F'),
  box(48, 48, 88.5, 79.5, 8.5, '#DDAE70'),
  line('M9 24h78M9 40h78M9 57h78M9 73h78', '#D2A061', 1.2),
  inside,
]

/** A lunch box with compartments of the given places. */
export const lunchBox = (compartments, ...inside) => [
  box(48, 50, 93, 86, 14, '#7A5A33', 'opacity=".14"'),
  box(48, 48, 93, 86, 14, '#0B7A5C'),
  box(48, 48, 87, 80, 11, '#F6F1E7'),
  compartments.map(([x, y, w, h]) => [
    box(x, y, w, h, 8, '#E3D9C7'),
    box(x, y + 0.8, w - 1.6, h - 1.6, 7.2, '#FBF8F2'),
  ]),
  inside,
]

/** A china spoon, bowl of the spoon at the origin, handle to the right. */
export const spoon = (x, y, angle) =>
  at(x, y, angle, 1, [
    area('M6-4C12-4 14-3.2 26-2.8a2.8 2.8 0 0 1 0 5.6C14 3.2 12 4 6 4Z', '#3C7FA6'),
    area('M-9 0C-9-6 2-8 9-4C12-2 12 2 9 4C2 8-9 6-9 0Z', '#fff', 'stroke="#D8CDBC" stroke-width=".8"'),
    area('M-6 0C-6-4 2-5 7-2.5C8.5-1 8.5 1 7 2.5C2 5-6 4-6 0Z', '#F1EBDD'),
  ])
