import { Controller, Get, Param, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { Anybody, MaybeCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { Rendered } from '../common/rendered.js'

import { SittingQueryDto } from './meal.dto.js'
import { SittingsQueryDto } from './order.dto.js'
import { SittingLooksQueries } from './sitting-looks.queries.js'
import { SittingsQueries } from './sittings.queries.js'

/** Canteens and what they serve: for whoever looks, since nobody signs in to read a menu. */
@Controller('canteen')
@Anybody()
export class SittingsController {
  constructor(
    private readonly queries: SittingsQueries,
    private readonly looks: SittingLooksQueries,
  ) {}

  @Get('canteens')
  async canteens(): Promise<Reply<'GET /canteen/canteens'>> {
    return { items: await this.queries.canteens() }
  }

  @Get('sittings')
  sittings(@Query() query: SittingsQueryDto): Promise<Reply<'GET /canteen/sittings'>> {
    return this.queries.sittings(query)
  }

  @Get('sittings/:id')
  sitting(
    @MaybeCaller() caller: Caller | undefined,
    @Param('id') id: string,
    @Query() query: SittingQueryDto,
  ): Promise<Rendered<Reply<'GET /canteen/sittings/:id'>>> {
    return this.looks.sitting(caller, id, query.forPersonId)
  }
}
