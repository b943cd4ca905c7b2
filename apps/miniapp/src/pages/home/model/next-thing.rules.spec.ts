import type { OrderListItem } from '@wanli/contracts/canteen'
import type { MandateView } from '@wanli/contracts/mandates'
import { alsoWords } from './also-words'
import { called, fetchSpan, nextThings } from './next-thing.rules'
import { nextWords, searchWords } from './next-words'

const zhou = { id: 'zhou', name: '周敏', face: 'woman' } as const
const wang = { id: 'wang', name: '王秀珍', face: 'old-woman' } as const
const at = (clock: string): string => `2026-11-23T${clock}:00.000Z`
const now = (clock: string): Date => new Date(at(clock))

/** An order of Monday's lunch, served 11:30–12:30 in Shanghai (03:30–04:30 UTC). */
function lunch(change: Partial<OrderListItem> = {}): OrderListItem {
  return {
    id: 'lunch',
    status: 'paid',
    day: '2026-11-23',
    meal: 'lunch',
    canteenName: '香泉食堂',
    window: '3 号窗口',
    eater: zhou,
    mode: 'pick_up',
    slot: null,
    serving: { from: at('03:30'), to: at('04:30') },
    pickupNumber: 'A017',
    payFen: 1485,
    dishes: [],
    createdAt: at('02:00'),
    ...change,
  }
}

const dinner = lunch({ id: 'dinner', meal: 'dinner', serving: { from: at('09:00'), to: at('10:30') } })

describe('the next thing', () => {
  it('is the meal that can be collected soonest, however the list comes', () => {
    expect(nextThings([dinner, lunch()], now('02:00')).map((thing) => thing.order.id)).toEqual(['lunch', 'dinner'])
  })

  it('waits until the slot that was chosen, not until serving begins', () => {
    const slot = { from: at('03:40'), to: at('03:50') }
    expect(nextThings([lunch({ slot })], now('03:35'))[0]).toMatchObject({ phase: 'waiting', minutes: 5 })
  })

  it('is ready from the first minute of its time', () => {
    expect(nextThings([lunch()], now('03:30'))[0]).toMatchObject({ phase: 'ready', minutes: 60 })
  })

  it('is not said to be ready while it is on the stove, and is as soon as the kitchen says so', () => {
    const slot = { from: at('03:40'), to: at('03:50') }
    expect(nextThings([lunch({ slot, status: 'cooking' })], now('03:35'))[0]?.phase).toBe('waiting')
    expect(nextThings([lunch({ slot, status: 'cooking' })], now('03:40'))[0]?.phase).toBe('cooking')
    expect(nextThings([lunch({ slot, status: 'ready' })], now('03:35'))[0]?.phase).toBe('ready')
  })

  it('is urgent in the last twenty minutes of serving', () => {
    expect(nextThings([lunch()], now('04:09'))[0]?.phase).toBe('ready')
    expect(nextThings([lunch()], now('04:10'))[0]).toMatchObject({ phase: 'ending', minutes: 20 })
  })

  it('is gone when serving is over', () => {
    expect(nextThings([lunch()], now('04:30'))).toEqual([])
  })

  it('is the order that waits for money before any other, because it is lost in minutes', () => {
    const placed = lunch({ id: 'placed', status: 'placed', serving: { from: at('09:00'), to: at('10:30') } })
    expect(nextThings([lunch(), placed], now('02:00')).map(({ order, phase }) => [order.id, phase])).toEqual([
      ['placed', 'unpaid'],
      ['lunch', 'waiting'],
    ])
  })

  it.each(['handed_over', 'expired', 'cancelled_by_eater', 'cancelled_by_canteen'] as const)(
    'is never an order that is %s',
    (status) => {
      expect(nextThings([lunch({ status })], now('02:00'))).toEqual([])
    },
  )
})

describe('the words of the next thing', () => {
  const words = (clock: string, change: Partial<OrderListItem> = {}): { what: string; when: string } => {
    const thing = nextThings([lunch(change)], now(clock))[0]
    if (!thing) throw new Error('nothing is next')
    return nextWords(thing, '妈妈', now(clock))
  }

  it('count the minutes when they are few', () => {
    expect(words('02:58')).toEqual({ what: '接下来\u00a0· 妈妈的午餐', when: '还有 32 分钟' })
  })

  it('say the clock when it is long', () => {
    expect(words('00:00').when).toBe('今天 11:30')
  })

  it('say until when it waits, once ready', () => {
    expect(words('03:45')).toEqual({ what: '妈妈的午餐好了', when: '等到 12:30' })
  })

  it('say that it is being made, when its time has come and it is not there', () => {
    expect(words('03:45', { status: 'cooking' })).toEqual({ what: '妈妈的午餐正在做', when: '马上就好' })
  })

  it('say how long it still waits, when nearly over', () => {
    expect(words('04:15')).toEqual({ what: '妈妈的午餐还没取', when: '再等 15 分钟' })
  })
})

describe('a meal that is brought', () => {
  const brought = lunch({ mode: 'delivery' })
  const words = (order: OrderListItem, clock: string) => {
    const thing = nextThings([order], now(clock))[0]
    return thing && nextWords(thing, '', now(clock))
  }

  it('comes home when serving begins, and is never to be fetched', () => {
    expect(words(brought, '03:00')).toEqual({ what: '午餐送到家', when: '还有 30 分钟' })
    expect(words(brought, '04:20')).toEqual({ what: '午餐送到家', when: '等到 12:30' })
  })

  it('is on its way until it is there, however late', () => {
    const out = { ...brought, status: 'out_for_delivery' as const }
    expect(words(out, '03:45')?.what).toBe('午餐在路上')
    expect(words(out, '05:30')?.what).toBe('午餐在路上')
    expect(words({ ...brought, status: 'delivered' }, '03:45')).toBeUndefined()
  })
})

describe('a door that stays shut', () => {
  const shut = (status: OrderListItem['status']) => lunch({ id: 'shut', status, mode: 'delivery' })

  it.each(['undelivered', 'welfare_check'] as const)('is never a meal on its way: %s', (status) => {
    expect(nextThings([shut(status)], now('05:30'))).toMatchObject([{ phase: 'search' }])
  })

  it('comes before everything else, money too', () => {
    const placed = lunch({ id: 'placed', status: 'placed' })
    const things = nextThings([lunch(), placed, shut('undelivered')], now('02:00'))
    expect(things.map(({ order }) => order.id)).toEqual(['shut', 'placed', 'lunch'])
  })

  it('tells the eater to open, and who looks after them that they are looked for', () => {
    expect(searchWords('')).toEqual({ what: '食堂敲门没人应，正在找你', line: '听到请开门，或打食堂电话' })
    expect(searchWords('妈妈')).toEqual({ what: '妈妈没有应门，食堂正在找人', line: '能联系上，就打食堂电话说一声' })
  })
})

describe('a meal that is given up', () => {
  const offered = lunch({ status: 'offered' })

  it('is still there until somebody takes it or it is over', () => {
    expect(nextThings([offered], now('02:00'))).toMatchObject([{ phase: 'offered' }])
    expect(nextThings([offered], now('04:30'))).toEqual([])
  })

  it('says so, and when it would be had', () => {
    const [thing] = nextThings([offered], now('02:58'))
    expect(thing && nextWords(thing, '', now('02:58'))).toEqual({ what: '午餐转让中', when: '还有 32 分钟' })
    const [begun] = nextThings([offered], now('03:45'))
    expect(begun && nextWords(begun, '', now('03:45')).when).toBe('等到 12:30')
  })
})

describe('when a meal is fetched', () => {
  const slot = { from: at('03:40'), to: at('03:50') }

  it('is its slot before that begins, and until the end of serving from then on', () => {
    expect(fetchSpan(lunch({ slot }), now('03:39'))).toEqual(slot)
    expect(fetchSpan(lunch({ slot }), now('03:40'))).toEqual({ from: at('03:40'), to: at('04:30') })
  })
})

describe('a second thing, in one line', () => {
  const line = (change: Partial<OrderListItem>, who = '', clock = '02:00'): string => {
    const [thing] = nextThings([lunch(change)], now(clock))
    if (!thing) throw new Error('nothing is next')
    return alsoWords(thing, who, now(clock))
  }

  it('is its number and its time', () => {
    expect(line({}, '妈妈')).toBe('妈妈的今天 午餐 A017，11:30–12:30')
    expect(line({ slot: { from: at('03:30'), to: at('03:40') } }, '', '03:45')).toBe('今天 午餐 A017，11:30–12:30')
  })

  it.each([
    [{ status: 'placed' }, '今天 午餐还没付钱'],
    [{ status: 'offered' }, '今天 午餐转让中，没人接走还是你的'],
    [{ status: 'out_for_delivery', mode: 'delivery' }, '今天 午餐在路上'],
    [{ status: 'undelivered', mode: 'delivery' }, '食堂敲门没人应，正在找你'],
  ] as const)('is no number of a meal that has none to say: %o', (change, words) => {
    expect(line(change)).toBe(words)
  })
})

describe('whose meal it is', () => {
  const mandate: MandateView = {
    id: 'm',
    person: wang,
    relation: '妈妈',
    age: 82,
    scopes: ['meals'],
    dailyCapFen: null,
    payer: 'agent',
    validUntil: null,
    status: 'live',
    source: 'app',
    paperNumber: null,
    spentTodayFen: 0,
    createdAt: at('00:00'),
    actions: [],
  }

  it('is not said of one’s own', () => {
    expect(called(lunch(), { id: 'zhou', actsFor: [mandate] })).toBe('')
  })

  it('is said by relation for somebody one acts for', () => {
    expect(called(lunch({ eater: wang }), { id: 'zhou', actsFor: [mandate] })).toBe('妈妈')
  })

  it('is said by name for anybody else', () => {
    expect(called(lunch({ eater: wang }), { id: 'zhou', actsFor: [] })).toBe('王秀珍')
  })
})
