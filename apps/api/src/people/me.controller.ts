import { Body, Controller, Get, Patch } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { UpdateMeBody } from './auth.dto.js'
import { PeopleService } from './people.service.js'

/** One's own profile. */
@Controller('me')
export class MeController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  me(@CurrentCaller() caller: Caller): Promise<Reply<'GET /me'>> {
    return this.people.me(caller.personId)
  }

  @Patch()
  update(@CurrentCaller() caller: Caller, @Body() body: UpdateMeBody): Promise<Reply<'PATCH /me'>> {
    return this.people.update(caller.personId, body)
  }
}
