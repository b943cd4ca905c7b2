import type { OrderListItem } from '@wanli/contracts/canteen'
import { elderNextWords, elderSpeech } from './elder-words'
import { nextThings, type NextThing } from './next-thing.rules'
import type { ToPay } from './unpaid-words'

const at = (clock: string): string => `2026-11-23T${clock}:00.000Z`
const now = (clock: string): Date => new Date(at(clock))

/** A lunch in a slot at 11:00, served until 13:00 in Shanghai. */
function lunch(change: Partial<OrderListItem> = {}): NextThing {
  const order = {
    status: 'paid',
    day: '2026-11-23',
    meal: 'lunch',
    canteenName: '香泉食堂',
    window: '3 号窗口',
    eater: { id: 'wang' },
    mode: 'pick_up',
    slot: { from: at('03:00'), to: at('03:10') },
    serving: { from: at('03:00'), to: at('05:00') },
    pickupNumber: 'A017',
    ...change,
  } as OrderListItem
  const [thing] = nextThings([order], now('02:00'))
  if (!thing) throw new Error('nothing is next')
  return thing
}

const begun = (): NextThing => ({ ...lunch(), phase: 'ready' })

describe('the next thing in the care mode', () => {
  it('says from when before its slot, and until when from then on', () => {
    expect(elderNextWords({ thing: lunch(), who: '' }, now('02:00'))).toBe('今天 11:00 拿午餐')
    expect(elderNextWords({ thing: begun(), who: '' }, now('03:22'))).toBe('午餐好了，13:00\u00a0前去拿')
  })

  it('says whose it is when it is not one’s own', () => {
    expect(elderNextWords({ thing: begun(), who: '老伴' }, now('03:22'))).toBe('老伴的午餐好了，13:00\u00a0前去拿')
  })

  it('tells whoever is looked for to open the door, aloud', () => {
    const shut = lunch({ status: 'undelivered', mode: 'delivery' })
    expect(elderSpeech('中午好', [{ thing: shut, who: '' }], now('03:22'))).toBe(
      '中午好。食堂敲门没人应，正在找你。听到请开门，或打食堂电话',
    )
  })

  it('says until when a meal is to be paid, once that is known', () => {
    const thing = lunch({ status: 'placed' })
    const pay = { payBy: 'counter', payUntil: at('02:15'), actions: [] } satisfies ToPay
    expect(elderNextWords({ thing, who: '' }, now('02:05'))).toBe('午餐还没付钱')
    expect(elderNextWords({ thing, who: '', pay }, now('02:05'))).toBe('午餐到窗口付，10:15 前付')
  })

  it('reads both meals aloud when there are two', () => {
    const two = [lunch(), lunch({ pickupNumber: 'B002', meal: 'dinner' })].map((thing) => ({ thing, who: '' }))
    expect(elderSpeech('早上好', two, now('02:00'))).toBe(
      '早上好。今天 11:00 拿午餐。取餐号 A 0 1 7。香泉食堂3 号窗口。今天 11:00 拿晚餐。取餐号 B 0 0 2。香泉食堂3 号窗口',
    )
  })
})
