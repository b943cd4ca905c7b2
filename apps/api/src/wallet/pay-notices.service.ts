/*
 * What must never happen: money credited because somebody said so who is not WeChat. `take` reads only what is signed by WeChat's
 * key over the very bytes that came, a short while ago, and books only what our own row of the payment says.
 */
import { Injectable, Logger } from '@nestjs/common'

import { DomainError } from '../common/domain-error.js'
import { PayClientService, type NoticeHeaders } from '../wechat/pay-client.service.js'

import { RefundsService } from './refunds.service.js'
import { SettlementService } from './settlement.service.js'

/** What WeChat Pay tells by itself: payments and refunds that are decided, as often and in whichever order it likes. */
@Injectable()
export class PayNoticesService {
  private readonly log = new Logger(PayNoticesService.name)

  constructor(
    private readonly pay: PayClientService,
    private readonly settlement: SettlementService,
    private readonly refunds: RefundsService,
  ) {}

  /** Takes a notice; it is booked when this returns. Throws `wechat.notice_refused` (401). */
  async take(headers: NoticeHeaders, body: string): Promise<void> {
    const notice = this.pay.notice(headers, body)
    if (notice === undefined) throw this.refusal('it is not signed by WeChat, or old')
    if (notice.kind === 'refund') return this.refunds.apply(notice.refund)
    if (!(await this.settlement.arrived(notice.transaction)))
      throw this.refusal('it names a payment or an amount that is not ours')
  }

  private refusal(why: string): DomainError {
    this.log.warn(`a notice of WeChat Pay was refused: ${why}`)
    return new DomainError('wechat.notice_refused')
  }
}
