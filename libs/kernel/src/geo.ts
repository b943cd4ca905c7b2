/** A point in WGS-84 degrees. */
export interface GeoPoint {
  readonly lat: number
  readonly lng: number
}

const EARTH_RADIUS_METRES = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres on the mean sphere (IUGG mean radius), by the haversine formula: exact to 0.5 % and stable at small distances. */
export function distanceMetres(from: GeoPoint, to: GeoPoint): number {
  const dLat = radians(to.lat - from.lat)
  const dLng = radians(to.lng - from.lng)
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * Math.sin(dLng / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Minutes on foot for a walked distance, rounded up: 75 m a minute, 50 m for elders (the figures the area drawing was checked with). */
export function walkingMinutes(metres: number, elder = false): number {
  return Math.ceil(metres / (elder ? 50 : 75))
}
