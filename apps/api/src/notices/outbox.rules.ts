import type { NoticeKind, TemplateView } from '@wanli/contracts/notices'
import { addDays, businessDayOf, instantOf, shanghaiHour } from '@wanli/kernel/shanghai-time'

import { retold } from './retold.rules.js'

/** A kind of subscribe message. */
export type TemplateKey = TemplateView['key']

/** Messages that are not urgent rest from 21:00 to 7:00 in Shanghai. */
const QUIET = { fromHour: 21, toHour: 7, toTime: '07:00' } as const

/** What is told within these milliseconds goes out together. */
export const STORM_MS = 2_000

/** After so many attempts a message is dead, until somebody sends it again by hand. */
export const MAX_ATTEMPTS = 8

/** Somebody waits for an answer to these: they start before everything else that is due. */
export const URGENT_KINDS: readonly NoticeKind[] = ['no_answer', 'run_free', 'meal_offered', 'mandate_offered']

const FIRST_RETRY_MS = 15_000
const LONGEST_RETRY_MS = 3_600_000

/** Characters of a `thing` field of a subscribe message (WeChat refuses longer ones with 47003). */
export const THING_LENGTH = 20

/** From when on a message told at `now` may go out: at once, or when the quiet hours end. */
export function readyAt(now: Date, urgent: boolean): Date {
  const hour = shanghaiHour(now)
  if (urgent || (hour >= QUIET.toHour && hour < QUIET.fromHour)) return now
  const today = businessDayOf(now)
  return instantOf(hour < QUIET.toHour ? today : addDays(today, 1), QUIET.toTime)
}

/** When it starts a message: urgent ones at once, others a moment later, so that what comes with them goes along. */
export function dueAt(now: Date, urgent: boolean): Date {
  return urgent ? now : new Date(readyAt(now, false).getTime() + STORM_MS)
}

/** Milliseconds until the next attempt: doubling, at most an hour, shortened by up to half by chance (`random` in 0..1). */
export function retryAfterMs(attempts: number, random: number): number {
  const full = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1))
  return Math.round(full * (1 - random / 2))
}

/**
 * What is about meals, though not a state of an order: nobody opens the door, nobody brings them, somebody else may have one, it is
 * another dish.
 */
const ABOUT_MEALS: ReadonlySet<NoticeKind> = new Set(['no_answer', 'run_free', 'meal_offered', 'menu_changed'])

/** The template for a kind; null for those that go to the inbox only. */
export function templateOf(kind: NoticeKind): TemplateKey | null {
  if (kind.startsWith('order_') || ABOUT_MEALS.has(kind)) return 'order'
  if (kind.startsWith('mandate_')) return 'mandate'
  return kind.startsWith('money_') ? 'money' : null
}

/** The two lines out of the house: WeChat is tried first, or people are reached without it, by SMS or a call. */
export type Way = 'wechat' | 'elders'

/** Both of them. */
export const LINES: readonly Way[] = ['wechat', 'elders']

/** Who may be written to at WeChat: of which templates people still allow a message, and for whom one is taken already. */
export interface WechatConsents {
  allowed: ReadonlyMap<string, ReadonlySet<TemplateKey>>
  taken: ReadonlySet<string>
}

/** In which line what a person is told now stands, all of it together. */
export function wayOf(consents: WechatConsents, personId: string, kinds: readonly NoticeKind[]): Way {
  if (consents.taken.has(personId)) return 'wechat'
  const allowed = consents.allowed.get(personId)
  const isAllowed = (key: TemplateKey | null): boolean => key !== null && allowed?.has(key) === true
  return kinds.some((kind) => isAllowed(templateOf(kind))) ? 'wechat' : 'elders'
}

/** A text within the limit of a `thing` field. */
export function thing(text: string): string {
  const characters = Array.from(text)
  return characters.length <= THING_LENGTH ? text : `${characters.slice(0, THING_LENGTH - 1).join('')}…`
}

/**
 * What is said outside about notices on a Shanghai day: the one, or how many there are and the latest. What was written before a quiet
 * night says `明天` of the day on which it goes out.
 */
export function messageOf(
  notices: readonly { title: string; body: string; createdAt: Date }[],
  today: string,
): { title: string; body: string } {
  const said = notices.map(({ title, body, createdAt }) => {
    const writtenOn = businessDayOf(createdAt)
    return { title: retold(title, writtenOn, today), body: retold(body, writtenOn, today) }
  })
  const [only] = said
  if (only !== undefined && said.length === 1) return only
  return { title: `有 ${said.length} 条新消息`, body: said.at(-1)?.title ?? '' }
}
