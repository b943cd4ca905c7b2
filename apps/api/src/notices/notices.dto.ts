import type { CreditsRequest, NoticesQuery } from '@wanli/contracts/notices'
import { IsIn, IsObject, Validate, ValidatorConstraint, type ValidatorConstraintInterface } from 'class-validator'

import type { Exact, Expect } from '../common/contract.js'
import { PageQueryDto } from '../common/page.dto.js'
import { Optional } from '../common/optional.js'

export class NoticesQueryDto extends PageQueryDto implements NoticesQuery {
  @Optional() @IsIn(['todo', 'info']) only?: 'todo' | 'info'
}

const ANSWERS: readonly unknown[] = ['accept', 'reject', 'ban', 'filter']
const MAX_TEMPLATES = 10

/** The answers WeChat's dialog knows, for a few templates. */
@ValidatorConstraint({ name: 'isAnswers' })
class Answers implements ValidatorConstraintInterface {
  validate(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false
    const answers: unknown[] = Object.values(value)
    return answers.length <= MAX_TEMPLATES && answers.every((answer) => ANSWERS.includes(answer))
  }
}

export class CreditsBody implements CreditsRequest {
  @IsObject() @Validate(Answers) answers: CreditsRequest['answers']
}

export type CreditsBodyIsExact = Expect<Exact<CreditsBody, CreditsRequest>>
export type NoticesQueryIsExact = Expect<Exact<NoticesQueryDto, NoticesQuery>>
