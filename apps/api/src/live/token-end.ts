import { createDecoder } from 'fast-jwt'

const decode: (token: string) => { exp: number } = createDecoder()

/** When the token of an Authorization header ends; the guard has checked it before. */
export function tokenEnd(authorization: string): Date {
  return new Date(decode(authorization.split(' ')[1] ?? '').exp * 1000)
}
