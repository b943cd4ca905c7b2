import type { LoggerService } from '@nestjs/common'
import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify'
import type { Env } from '../config/env.js'
/**
 * JSON lines. A request is logged by method and path only: queries, headers and bodies may hold codes, tokens or names.
 */
export declare function loggerOptions(env: Env): NonNullable<FastifyServerOptions['logger']>
/** Nest's own messages as lines of the same log. */
export declare class NestLog implements LoggerService {
  private readonly lines
  constructor(lines: FastifyBaseLogger)
  private write
  /** Nest tells every route it maps; that is for debugging. */
  log(message: unknown, ...rest: unknown[]): void
  error(message: unknown, ...rest: unknown[]): void
  warn(message: unknown, ...rest: unknown[]): void
  debug(message: unknown, ...rest: unknown[]): void
  verbose(message: unknown, ...rest: unknown[]): void
}
