import type { NoticeView } from '@wanli/contracts/notices'
import type { PageParams, PageUrl } from '@/shared/navigation'

/** The page a notice leads to. */
export interface NoticeDoor {
  page: PageUrl
  params?: PageParams
}

/** Where a notice leads; null when there is nothing to open. */
export function doorOf({ kind, subject }: Pick<NoticeView, 'kind' | 'subject'>): NoticeDoor | null {
  switch (subject?.kind) {
    case 'order':
      // Whoever looks after somebody may see the way of a meal that was not theirs to order.
      if (kind === 'no_answer') return { page: '/features/canteen/pages/way/index', params: { id: subject.id } }
      return { page: '/features/canteen/pages/order/index', params: { id: subject.id } }
    case 'mandate':
      return { page: '/features/people/pages/mandates/index', params: { id: subject.id } }
    case 'wallet':
      return { page: '/features/wallet/pages/statement/index' }
    case 'run':
      return { page: '/features/workbench/pages/run/index', params: { id: subject.id } }
    case 'privacy':
      return kind === 'data_viewed'
        ? { page: '/features/people/pages/access-log/index' }
        : { page: '/features/people/pages/privacy/index' }
    case undefined:
      return null
  }
}
