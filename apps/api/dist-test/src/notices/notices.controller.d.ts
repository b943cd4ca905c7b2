import type { Reply } from '@wanli/contracts/routes'
import type { Caller } from '../common/auth/caller.js'
import { PageQueryDto } from '../common/page.dto.js'
import { NoticesQueries } from './notices.queries.js'
import { NoticesService } from './notices.service.js'
/** One's own inbox. */
export declare class NoticesController {
  private readonly queries
  private readonly notices
  constructor(queries: NoticesQueries, notices: NoticesService)
  page(caller: Caller, query: PageQueryDto): Promise<Reply<'GET /notices'>>
  unread(caller: Caller): Promise<Reply<'GET /notices/unread'>>
  read(caller: Caller, id: string): Promise<Reply<'POST /notices/:id/read'>>
}
