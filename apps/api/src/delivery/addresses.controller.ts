import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { AddressesQueries } from './addresses.queries.js'
import { AddressesService } from './addresses.service.js'
import { DeliveriesQueries } from './deliveries.queries.js'
import { AddressBody, AddressesQueryDto, NewAddressBody } from './delivery.dto.js'
import { ShutDoorsService } from './shut-doors.service.js'

/** Where meals are brought, and what becomes of one on its way. */
@Controller('delivery')
export class AddressesController {
  constructor(
    private readonly addresses: AddressesService,
    private readonly book: AddressesQueries,
    private readonly deliveries: DeliveriesQueries,
    private readonly shutDoors: ShutDoorsService,
  ) {}

  @Get('estates')
  async estates(): Promise<Reply<'GET /delivery/estates'>> {
    return { items: await this.book.estates() }
  }

  @Get('addresses')
  async list(
    @CurrentCaller() caller: Caller,
    @Query() { forPersonId }: AddressesQueryDto,
  ): Promise<Reply<'GET /delivery/addresses'>> {
    return { items: await this.addresses.list(caller, forPersonId) }
  }

  @Post('addresses')
  add(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: NewAddressBody,
  ): Promise<Reply<'POST /delivery/addresses'>> {
    return this.addresses.add(caller, once, body)
  }

  @Put('addresses/:id')
  change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: AddressBody,
  ): Promise<Reply<'PUT /delivery/addresses/:id'>> {
    return this.addresses.change(caller, id, body)
  }

  @Delete('addresses/:id')
  async remove(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'DELETE /delivery/addresses/:id'>> {
    await this.addresses.remove(caller, id)
    return { removed: true }
  }

  @Get('orders/:id')
  ofOrder(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /delivery/orders/:id'>> {
    return this.deliveries.ofOrder(caller.personId, id)
  }

  @Post('orders/:id/reveal')
  @HttpCode(200)
  async reveal(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'POST /delivery/orders/:id/reveal'>> {
    return { phone: await this.shutDoors.reveal(caller, id) }
  }
}
