import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import { UpdateMeBody } from './auth.dto.js'
import { PeopleService } from './people.service.js'
/** One's own profile. */
export declare class MeController {
  private readonly people
  constructor(people: PeopleService)
  me(caller: Caller): Promise<Reply<'GET /me'>>
  update(caller: Caller, body: UpdateMeBody): Promise<Reply<'PATCH /me'>>
}
