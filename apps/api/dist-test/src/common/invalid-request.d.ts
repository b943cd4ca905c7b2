import { ValidationPipe } from '@nestjs/common'
import type { FieldProblem } from '@wanli/contracts/errors'
/** A request whose shape or values break the contract; each field that is wrong is named. */
export declare class InvalidRequestError extends Error {
  readonly fields: FieldProblem[]
  constructor(fields: FieldProblem[])
}
/** Checks every body and query against its class; unknown members are refused, nothing is converted by guess. */
export declare const validationPipe: ValidationPipe
