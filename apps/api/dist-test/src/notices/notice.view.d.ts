import type { NoticeView } from '@wanli/contracts/notices'
import type { Notice } from './notice.entity.js'
/** A notice as its owner sees it. */
export declare function toNoticeView(row: Notice): NoticeView
