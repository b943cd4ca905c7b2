import { Injectable, Logger } from '@nestjs/common'

import { DomainError, isDomainError } from '../common/domain-error.js'
import { WechatService, type CheckScene } from '../wechat/wechat.service.js'

import { PeopleService } from './people.service.js'

/** Where a text will be read, in words: a name on a profile, a note that staff read, a comment that everybody reads. */
export type TextPlace = 'profile' | 'note' | 'comment'

const SCENES: Record<TextPlace, CheckScene> = { profile: 1, note: 2, comment: 2 }

/** Whether what somebody writes may be read by others. */
@Injectable()
export class ContentService {
  private readonly log = new Logger(ContentService.name)

  constructor(
    private readonly people: PeopleService,
    private readonly wechat: WechatService,
  ) {}

  /**
   * Has WeChat look at a text before it is kept; call it before the transaction. Throws `uploads.content_refused` (422) for one it
   * calls risky. A text passes when WeChat is not sure, does not answer, or does not know who writes: a meal is worth more than a
   * note that nobody looked at (docs/decisions/0014).
   */
  async assertDecent(personId: string, text: string, place: TextPlace): Promise<void> {
    if (text.trim() === '') return
    const openid = await this.people.openidOf(personId)
    if (openid === null) return
    if ((await this.verdict(openid, text, place)) === 'risky') throw new DomainError('uploads.content_refused')
  }

  private async verdict(openid: string, text: string, place: TextPlace): Promise<string> {
    try {
      return await this.wechat.checkText({ openid, text, scene: SCENES[place] })
    } catch (error) {
      if (!isDomainError(error)) throw error
      this.log.warn(`a text of a ${place} was let through unchecked: ${error.code}`)
      return 'unknown'
    }
  }
}
