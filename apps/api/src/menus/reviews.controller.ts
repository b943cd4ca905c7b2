import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { Anybody, CurrentCaller, ForRoles, Once } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'
import type { OnceRequest } from '../common/idempotency.js'

import { ReviewOrderBody, SpanQueryDto } from './reviews.dto.js'
import { ReviewsQueries } from './reviews.queries.js'
import { ReviewsService } from './reviews.service.js'

/** What people say of dishes they had. */
@Controller('menus')
export class ReviewsController {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly queries: ReviewsQueries,
  ) {}

  @Post('reviews')
  @HttpCode(200)
  review(
    @CurrentCaller() caller: Caller,
    @Once() once: OnceRequest,
    @Body() body: ReviewOrderBody,
  ): Promise<Reply<'POST /menus/reviews'>> {
    return this.reviews.review(caller, once, body)
  }

  @Get('orders/:id/reviews')
  ofOrder(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Reply<'GET /menus/orders/:id/reviews'>> {
    return this.queries.ofOrder(caller.personId, id)
  }

  @Delete('reviews/:id/text')
  async deleteText(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
  ): Promise<Reply<'DELETE /menus/reviews/:id/text'>> {
    await this.reviews.deleteText(caller, id)
    return { deleted: true }
  }

  @Get('dishes/:id/rating')
  @Anybody()
  async rating(@Param('id') id: string): Promise<Reply<'GET /menus/dishes/:id/rating'>> {
    return { rating: await this.queries.rating(id) }
  }

  @Get('reviews')
  @ForRoles('canteen_staff')
  async ofCanteen(@CurrentCaller() caller: Caller, @Query() query: SpanQueryDto): Promise<Reply<'GET /menus/reviews'>> {
    return { items: await this.queries.ofCanteen(caller, query) }
  }
}
