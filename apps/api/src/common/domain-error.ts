import type { ErrorCode, ErrorParams } from '@wanli/contracts/errors'

/**
 * A refusal a person can cause, by code; the catalogue gives it status and text. Anything thrown that is not one is a fault (500).
 * Services throw nothing else.
 */
export class DomainError<Code extends ErrorCode = ErrorCode> extends Error {
  constructor(
    readonly code: Code,
    ...params: Record<never, never> extends ErrorParams[Code] ? [params?: ErrorParams[Code]] : [params: ErrorParams[Code]]
  ) {
    super(code)
    this.params = { ...params[0] }
  }

  readonly params: Record<string, string | number | boolean>
}
