import type { UploadsErrors } from '@wanli/contracts/uploads'

import type { Catalogue } from '../common/catalogue.js'

/** Refusals of pictures and of text that others will read. */
export const UPLOADS_ERRORS = {
  'uploads.not_found': { status: 404, message: '没有找到这张图片' },
  'uploads.not_a_picture': { status: 415, message: '这个文件不是能用的图片，请换一张照片' },
  'uploads.too_many': { status: 409, message: '今天传的图片太多了，明天再传' },
  'uploads.link_expired': { status: 404, message: '图片链接过期了，请刷新页面' },
  'uploads.content_refused': { status: 422, message: '里面有不能发布的内容，请改一改再提交' },
} as const satisfies Catalogue<UploadsErrors>
