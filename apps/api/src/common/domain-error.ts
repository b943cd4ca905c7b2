import type { ErrorCode, ErrorParams } from '@wanli/contracts/errors'

/** Values that fill a refusal's sentence. */
export type RefusalParams = Record<string, string | number | boolean>

/**
 * A refusal a person can cause, by code; the catalogue gives it status and text. Anything thrown that is not one is a fault (500).
 * Services throw nothing else.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly params: RefusalParams

  constructor(
    readonly code: Code,
    ...params: Record<never, never> extends ErrorParams[Code]
      ? [params?: ErrorParams[Code]]
      : [params: ErrorParams[Code]]
  ) {
    super(code)
    this.params = { ...params[0] }
  }
}

/** Whether something thrown is a refusal. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError
}
