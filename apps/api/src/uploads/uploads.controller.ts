import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'
import type { FastifyReply, FastifyRequest } from 'fastify'

import { CurrentCaller, Public } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { PicturesService } from './pictures.service.js'
import { fileOf } from './uploaded-file.js'
import { LinkQuery, UploadParams } from './uploads.dto.js'
import { UploadsQueries } from './uploads.queries.js'

/** One's own pictures, and what is behind a link to one. */
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly pictures: PicturesService,
    private readonly queries: UploadsQueries,
  ) {}

  @Post()
  @HttpCode(200)
  async take(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<Reply<'POST /uploads'>> {
    return this.pictures.take(caller.personId, await fileOf(request))
  }

  @Get(':id')
  own(@CurrentCaller() caller: Caller, @Param() { id }: UploadParams): Promise<Reply<'GET /uploads/:id'>> {
    return this.queries.own(caller.personId, id)
  }

  /** The picture itself, for whoever holds a signed link: an image element sends no token. Not part of the contract. */
  @Get(':id/picture')
  @Public()
  async picture(
    @Param() { id }: UploadParams,
    @Query() { until, signature }: LinkQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { bytes, seconds } = await this.queries.seen(id, until, signature)
    void reply
      .header('Content-Type', 'image/jpeg')
      .header('Content-Disposition', 'inline')
      .header('X-Content-Type-Options', 'nosniff')
      .header('Cache-Control', `private, max-age=${seconds}, immutable`)
    return bytes
  }
}
