import { distanceMetres, walkingMinutes } from './geo.js'

it('measures one minute of latitude as one nautical mile, and nothing as nothing', () => {
  const here = { lat: 31.26, lng: 121.4 }
  expect(distanceMetres(here, { lat: 31.26 + 1 / 60, lng: 121.4 })).toBeCloseTo(1853.2, 0)
  expect(distanceMetres(here, here)).toBe(0)
})

it('walks 75 metres a minute, an elder 50', () => {
  expect([walkingMinutes(899), walkingMinutes(899, true), walkingMinutes(0)]).toEqual([12, 18, 0])
})
