import { type ArgumentsHost, type ExceptionFilter } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
/** Turns anything thrown into an RFC 9457 problem reply: the only place that knows the HTTP status of a refusal. */
export declare class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void
}
/** Writes the problem reply of an error; also used by Fastify's own error and not-found handlers. */
export declare function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void
