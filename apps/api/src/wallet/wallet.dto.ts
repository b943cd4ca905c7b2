import type { CashTopUpRequest, EntriesQuery, TopUpRequest } from '@wanli/contracts/wallet'
import { WALLET } from '@wanli/kernel/limits'
import { IsIn, IsInt, IsString, IsUUID, Matches, Max, Min } from 'class-validator'

import { IsBusinessDay } from '../common/business-day.dto.js'
import type { Exact, Expect } from '../common/contract.js'
import { PageQueryDto } from '../common/page.dto.js'
import { Optional } from '../common/optional.js'

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export class TopUpBody implements TopUpRequest {
  @IsInt() @Min(1) @Max(WALLET.maxTopUpFen) amountFen: number
}

export class CashTopUpBody extends TopUpBody implements CashTopUpRequest {
  @IsUUID() personId: string
}

export class EntriesQueryDto extends PageQueryDto implements EntriesQuery {
  @Optional() @IsString() @Matches(MONTH) month?: string
}

export class MonthParams {
  @Matches(MONTH) month: string
}

export class DayBody {
  @IsBusinessDay() day: string
}

export class DemoPayBody {
  @IsIn(['paid', 'cancelled']) outcome: 'paid' | 'cancelled'
}

export type TopUpBodyIsExact = Expect<Exact<TopUpBody, TopUpRequest>>
export type CashTopUpBodyIsExact = Expect<Exact<CashTopUpBody, CashTopUpRequest>>
export type EntriesQueryIsExact = Expect<Exact<EntriesQueryDto, EntriesQuery>>
