import { Injectable } from '@nestjs/common'

import { Env } from '../config/env.js'

import type { TemplateKey } from './outbox.rules.js'

/** A subscribe message template of the mini-program. */
export interface Template {
  key: TemplateKey
  templateId: string
  title: string
}

const TITLES: Record<TemplateKey, string> = {
  order: '订餐和取餐提醒',
  mandate: '家人代办提醒',
  money: '钱包变动提醒',
}

/** Ids that the stand-in takes; WeChat gives real ones in its console. */
const DEMO_TEMPLATES = 'order:demo-order,mandate:demo-mandate,money:demo-money'

/** The templates of this configuration; none when no ids are given. Fields of each: `thing1` title, `thing2` text. */
@Injectable()
export class Templates {
  readonly all: readonly Template[]

  constructor(env: Env) {
    const given = env.WECHAT_TEMPLATES ?? (env.DEMO && env.WECHAT_APP_ID === undefined ? DEMO_TEMPLATES : '')
    this.all = given
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [key, templateId = ''] = pair.split(':') as [TemplateKey, string?]
        return { key, templateId, title: TITLES[key] }
      })
  }

  /** The id for a key; undefined when there is no such template. */
  idOf(key: TemplateKey): string | undefined {
    return this.all.find((template) => template.key === key)?.templateId
  }
}
