/** Drawing primitives in a 96 × 96 box: every function returns SVG text, and the same arguments always give the same text. */

const round = (value) => String(Math.round(value * 10) / 10)

/** A small repeatable source of numbers in [0, 1): pictures must not change when they are drawn again. */
export function dice(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws a piece that occurs more than once only once, and refers to it: a heap of prawns is one prawn and its places. */
function sharePieces(drawing) {
  const group = /<g transform="([^"]+)">((?:(?!<\/?g).)*)<\/g>/g
  const counts = new Map()
  for (const [, , piece] of drawing.matchAll(group)) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count > 1).map(([piece]) => piece)
  const defined = shared.map((piece, index) => `<g id="p${index}">${piece}</g>`).join('')
  const placed = drawing.replace(group, (whole, transform, piece) =>
    shared.includes(piece) ? `<use xlink:href="#p${shared.indexOf(piece)}" transform="${transform}"/>` : whole,
  )
  return shared.length > 0 ? `<defs>${defined}</defs>${placed}` : placed
}

/** The finished picture. `xlink` because iOS 12 does not know a bare `href`. */
export const picture = (...parts) => {
  const drawing = sharePieces(parts.flat(Infinity).join(''))
  const links = drawing.includes('xlink:') ? ' xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
  return `<svg xmlns="http://www.w3.org/2000/svg"${links} viewBox="0 0 96 96">${drawing}</svg>\n`
}

/** A disc. `more` are further attributes. */
export const disc = (x, y, r, fill, more = '') =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${fill}"${more && ' ' + more}/>`

/** An ellipse. */
export const oval = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}"${more && ' ' + more}/>`

/** A filled path. */
export const area = (d, fill, more = '') => `<path d="${d}" fill="${fill}"${more && ' ' + more}/>`

/** A stroked path with round ends. */
export const line = (d, stroke, width, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"${more && ' ' + more}/>`

/** A box with round corners around its centre. */
export const box = (x, y, w, h, r, fill, more = '') =>
  `<rect x="${round(x - w / 2)}" y="${round(y - h / 2)}" width="${round(w)}" height="${round(h)}" rx="${r}" fill="${fill}"${more && ' ' + more}/>`

/** Puts a drawing made around the origin somewhere else. Angle in degrees. */
export const at = (x, y, angle, scale, ...parts) =>
  `<g transform="translate(${round(x)} ${round(y)})${angle ? ` rotate(${Math.round(angle)})` : ''}${scale === 1 ? '' : ` scale(${Math.round(scale * 100) / 100})`}">${parts.flat(Infinity).join('')}</g>`

/**
 * Places for `count` pieces heaped around (48, 48) within `radius`, from the rim inwards, so that later pieces lie on top:
 * the golden angle spreads them evenly, `seed` turns and jolts them.
 */
export function heap(count, radius, seed, centre = [48, 48]) {
  const roll = dice(seed)
  const turn = roll() * 360
  return Array.from({ length: count }, (_, index) => {
    const step = count - 1 - index
    const angle = ((step * 137.5 + turn) * Math.PI) / 180
    const reach = radius * Math.sqrt((step + 0.35) / count)
    return {
      x: centre[0] + Math.cos(angle) * reach + (roll() - 0.5) * 2.4,
      y: centre[1] + Math.sin(angle) * reach + (roll() - 0.5) * 2.4,
      angle: roll() * 360,
      roll: roll(),
    }
  })
}

/** Places on a ring. */
export function ring(count, radius, start = 0, centre = [48, 48]) {
  return Array.from({ length: count }, (_, index) => {
    const degrees = start + (index * 360) / count
    const angle = (degrees * Math.PI) / 180
    return { x: centre[0] + Math.cos(angle) * radius, y: centre[1] + Math.sin(angle) * radius, angle: degrees }
  })
}

/** An uneven closed outline around (x, y): sauce, custard, a heap's shadow. */
export function blob(x, y, radius, seed, fill, wobble = 0.09) {
  const roll = dice(seed)
  const points = ring(9, 1).map(({ x: dx, y: dy }) => {
    const reach = radius * (1 - wobble + roll() * wobble * 2)
    return [x + (dx - 48) * reach, y + (dy - 48) * reach]
  })
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const first = middle(points[8], points[0])
  const curves = points.map((point, index) => {
    const end = middle(point, points[(index + 1) % 9])
    return `Q${round(point[0])} ${round(point[1])} ${round(end[0])} ${round(end[1])}`
  })
  return area(`M${round(first[0])} ${round(first[1])}${curves.join('')}Z`, fill)
}

/** Many small dots as one path: sesame, pepper, salt, bubbles. */
export function dots(places, r, fill) {
  const circle = ({ x, y }) => `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
  return area(places.map(circle).join(''), fill)
}

/** Rings of chopped spring onion. */
export function scallions(count, radius, seed, centre) {
  const places = heap(count, radius, seed, centre)
  return [
    dots(places, 1.8, '#4FA548'),
    dots(
      places.filter((_, index) => index % 2 === 0).map(({ x, y }) => ({ x, y })),
      0.8,
      '#CFE9A9',
    ),
  ]
}

/** Fine shreds as one stroke: ginger, spring onion, egg, seaweed. */
export function shreds(count, radius, length, seed, stroke, width, centre) {
  const d = heap(count, radius, seed, centre).map(({ x, y, angle, roll }) => {
    const turn = (angle * Math.PI) / 180
    const dx = Math.cos(turn) * length
    const dy = Math.sin(turn) * length
    const bend = (roll - 0.5) * length * 0.7
    return `M${round(x - dx / 2)} ${round(y - dy / 2)}q${round(dx / 2 - Math.sin(turn) * bend)} ${round(dy / 2 + Math.cos(turn) * bend)} ${round(dx)} ${round(dy)}`
  })
  return line(d.join(''), stroke, width)
}
