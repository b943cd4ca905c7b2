/** Somebody who answers the telephone. */
export interface ContactPhone {
  name: string
  number: string
  hours: string
}

/** The one number that always helps: the service station (an invented number of the demo). */
export const SERVICE_STATION: ContactPhone = { name: '服务站', number: '021-5550 0110', hours: '8:00–20:00' }
