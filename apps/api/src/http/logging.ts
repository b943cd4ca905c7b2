import type { LoggerService } from '@nestjs/common'
import type { FastifyBaseLogger, FastifyRequest, FastifyServerOptions } from 'fastify'

import { QueryFailedError } from 'typeorm'

import type { Env } from '../config/env.js'

/** Where log lines are written to. */
export interface LogStream {
  write(line: string): void
}

/**
 * JSON lines, to standard output unless another stream is given. A request is logged by method and path only: queries, headers and
 * bodies may hold codes, tokens or names.
 */
export function loggerOptions(env: Env, stream?: LogStream): NonNullable<FastifyServerOptions['logger']> {
  if (env.LOG_LEVEL === 'silent') return false
  return {
    level: env.LOG_LEVEL,
    ...(stream === undefined ? {} : { stream }),
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, path: request.url.split('?')[0] }),
      err: describeError,
      res: (reply: { statusCode?: number }) => ({ statusCode: reply.statusCode }),
    },
  }
}

interface LoggedError {
  [key: string]: unknown
  type: string
  message: string
  stack: string
}

/** An error for the log. What a database error says may hold what somebody typed, so only its code is kept. */
function describeError(error: Error): LoggedError {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { type: error.name, message: messageOf(error), stack: frames.join('\n') }
}

function messageOf(error: Error): string {
  return error instanceof QueryFailedError ? String((error as { code?: unknown }).code) : error.message
}

/** Nest's own messages as lines of the same log. */
export class NestLog implements LoggerService {
  constructor(private readonly lines: FastifyBaseLogger) {}

  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1)
    const details = {
      ...(typeof context === 'string' ? { context } : {}),
      ...(message instanceof Error ? { err: message } : {}),
    }
    this.lines[level](details, message instanceof Error ? messageOf(message) : String(message))
  }

  /** Nest tells every route it maps; that is for debugging. */
  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest)
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest)
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest)
  }
}
