import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common'
import type { Role } from '@wanli/contracts/people'
import { REQUEST } from '@wanli/kernel/limits'
import type { FastifyRequest } from 'fastify'

import { DomainError } from '../domain-error.js'
import { fingerprintOf, type OnceRequest } from '../idempotency.js'

import type { Caller } from './caller.js'

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller
  }
}

export const PUBLIC = 'auth.public'
export const ANYBODY = 'auth.anybody'
export const SIGN_IN = 'auth.sign-in'
export const ROLES = 'auth.roles'
export const FRESH_ROLES = 'auth.fresh-roles'
export const UNLIMITED = 'rate.unlimited'

/** The route needs no token. Without this every route does. */
export const Public = () => SetMetadata(PUBLIC, true)

/** The route is for whoever is signed in, and for whoever is not yet: a token is looked at where there is one. See {@link MaybeCaller}. */
export const Anybody = () => SetMetadata(ANYBODY, true)

/** The route is a way to sign in: no token needed, and a stricter rate limit. */
export const SignIn = () => SetMetadata(SIGN_IN, true)

/** The route has no rate limit: whoever calls it proves by a signature who they are. */
export const Unlimited = () => SetMetadata(UNLIMITED, true)

/** The route is for people who hold one of these roles; its scope is checked by the service. */
export const ForRoles = (...roles: Role[]) => SetMetadata(ROLES, roles)

/** The route is for everybody, and says more to who holds a role: their roles are those of now, and not those of the token. */
export const FreshRoles = () => SetMetadata(FRESH_ROLES, true)

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>()

/** Who calls. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(requestOf(context)),
)

/** Who calls a route that is for {@link Anybody}; undefined when they have not signed in. */
export const MaybeCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller | undefined => requestOf(context).caller,
)

/** The idempotency key of the request with the fingerprint of its route and body. 428 when missing, 422 when malformed. */
export const Once = createParamDecorator((_: unknown, context: ExecutionContext): OnceRequest => {
  const request = requestOf(context)
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') throw new DomainError('request.idempotency_key_required')
  const { keyMin, keyMax } = REQUEST
  if (!/^[\x21-\x7e]+$/.test(key) || key.length < keyMin || key.length > keyMax) {
    throw new DomainError('request.idempotency_key_invalid')
  }
  return {
    personId: callerOf(request).personId,
    key,
    fingerprint: fingerprintOf(`${request.method} ${request.url}`, request.body ?? null),
  }
})

function callerOf(request: FastifyRequest): Caller {
  if (request.caller === undefined) throw new Error('a public route asked for its caller')
  return request.caller
}
