import type { Role } from '@wanli/contracts/people'
import type { Caller } from './caller.js'
declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller
  }
}
export declare const PUBLIC = 'auth.public'
export declare const SIGN_IN = 'auth.sign-in'
export declare const ROLES = 'auth.roles'
/** The route needs no token. Without this every route does. */
export declare const Public: () => import('@nestjs/common').CustomDecorator<string>
/** The route is a way to sign in: no token needed, and a stricter rate limit. */
export declare const SignIn: () => import('@nestjs/common').CustomDecorator<string>
/** The route is for people who hold one of these roles; its scope is checked by the service. */
export declare const ForRoles: (...roles: Role[]) => import('@nestjs/common').CustomDecorator<string>
/** Who calls. */
export declare const CurrentCaller: (...dataOrPipes: unknown[]) => ParameterDecorator
/** The idempotency key of the request with the fingerprint of its route and body. 428 when missing, 422 when malformed. */
export declare const Once: (...dataOrPipes: unknown[]) => ParameterDecorator
