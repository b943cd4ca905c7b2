import type { NoticeKind } from '@wanli/contracts/notices'
/** One notice in somebody's inbox. */
export declare class Notice {
  id: string
  personId: string
  kind: NoticeKind
  title: string
  body: string
  orderId: string | null
  readAt: Date | null
  createdAt: Date
}
