import { Check, Entity } from 'typeorm'

import { InstantColumn, KeyColumn, LongTextColumn, RefColumn } from '../database/entity-columns.js'

/** The access token of one WeChat app, shared by all processes, and who is fetching the next one until when. */
@Entity('wechat_token')
@Check('ck_wechat_token_ends', '(sealed_token IS NULL) = (ends_at IS NULL)')
@Check('ck_wechat_token_lease', '(lease_owner IS NULL) = (lease_until IS NULL)')
export class WechatToken {
  @KeyColumn(64) appId: string
  @LongTextColumn({ nullable: true }) sealedToken: string | null
  @InstantColumn({ nullable: true }) endsAt: Date | null
  @RefColumn({ nullable: true }) leaseOwner: string | null
  @InstantColumn({ nullable: true }) leaseUntil: Date | null
}
