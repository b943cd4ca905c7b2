import type { NoticesErrors } from '@wanli/contracts/notices'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of the inbox. */
export const NOTICES_ERRORS = {
  'notices.not_found': { status: 404, message: '没有这条消息' },
  'notices.dead_letter_not_found': { status: 404, message: '没有这条没送到的消息，可能已经有人重发了' },
} as const satisfies Catalogue<NoticesErrors>
