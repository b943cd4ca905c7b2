import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import type { Reply } from '@wanli/contracts/routes'

import { CurrentCaller, ForRoles } from '../common/auth/auth.decorators.js'
import type { Caller } from '../common/auth/caller.js'

import { RoleBody } from './people.dto.js'
import { RolesService } from './roles.service.js'

/** Who may do what: for officers and admins. */
@Controller('people/:id/roles')
@ForRoles('officer', 'admin')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  async list(@Param('id') id: string): Promise<Reply<'GET /people/:id/roles'>> {
    return { items: await this.roles.of(id) }
  }

  @Post()
  @HttpCode(200)
  async grant(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RoleBody,
  ): Promise<Reply<'POST /people/:id/roles'>> {
    return { items: await this.roles.grant(caller, id, body) }
  }

  @Post('revoke')
  @HttpCode(200)
  async revoke(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: RoleBody,
  ): Promise<Reply<'POST /people/:id/roles/revoke'>> {
    return { items: await this.roles.revoke(caller, id, body) }
  }
}
