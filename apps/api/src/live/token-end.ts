import { decodeJwt } from 'jose'

/** When the token of an Authorization header ends; the guard has checked it before. */
export function tokenEnd(authorization: string): Date {
  const { exp = 0 } = decodeJwt(authorization.split(' ')[1] ?? '')
  return new Date(exp * 1000)
}
