import type { RunBrief, StopView } from '@wanli/contracts/delivery'
import { currentStop, firstRun, minutesSince, otherStops, stepNow, waitClock, waitSeconds } from './run'

const run = (id: string, more: Partial<RunBrief> = {}): RunBrief => ({
  id,
  canteenId: 'c',
  canteenName: '香泉社区食堂',
  day: '2026-11-23',
  meal: 'lunch',
  serving: { from: '2026-11-23T03:00:00.000Z', to: '2026-11-23T05:00:00.000Z' },
  number: 1,
  courierId: 'zhou',
  courierName: '周师傅',
  mine: true,
  leftAt: null,
  total: 2,
  delivered: 0,
  waiting: 2,
  ...more,
})
const stop = (orderId: string, more: Partial<StopView> = {}): StopView => ({
  orderId,
  position: 1,
  status: 'out_for_delivery',
  pickupNumber: 'A001',
  eaterName: '陈*珍',
  eaterFace: 'old-woman',
  eaterAge: 82,
  estate: '香泉苑',
  door: '9 号 402 室',
  floor: 4,
  lift: false,
  addressNote: '',
  receivers: [],
  portions: 1,
  dishes: [],
  note: '',
  leaveOut: [],
  lowSalt: false,
  soft: false,
  expectedAt: '2026-11-23T03:03:00.000Z',
  ladder: { steps: [], begun: false, waitUntil: null, since: null },
  handedOverAt: null,
  handedOverTo: null,
  actions: ['hand_over', 'attempt'],
  ...more,
})
const done = { actions: [], handedOverAt: '2026-11-23T03:04:00.000Z' }

describe('the run that is opened', () => {
  it('is one’s own with something to bring, then one’s own, then another’s', () => {
    const over = run('a', { delivered: 2 })
    expect(firstRun([over, run('b')])?.id).toBe('b')
    expect(firstRun([run('c', { mine: false }), over])?.id).toBe('a')
    expect(firstRun([run('c', { mine: false })])?.id).toBe('c')
    expect(firstRun([])).toBeUndefined()
  })

  it('is one that nobody brings when one’s own is done, as long as meals wait', () => {
    const over = run('a', { delivered: 2 })
    const free = run('c', { mine: false, courierId: null, courierName: null })
    expect(firstRun([over, free])?.id).toBe('c')
    expect(firstRun([run('b'), free])?.id).toBe('b')
    expect(firstRun([over, { ...free, waiting: 0 }])?.id).toBe('a')
  })
})

describe('the stop that is looked at', () => {
  const stops = [stop('1', done), stop('2'), stop('3'), stop('4', { actions: [] })]
  it('is the first on the way, or the one that was tapped', () => {
    expect(currentStop({ stops }, null)?.orderId).toBe('2')
    expect(currentStop({ stops }, '3')?.orderId).toBe('3')
  })
  it('is never one that is done or has not left', () => {
    expect(currentStop({ stops }, '1')?.orderId).toBe('2')
    expect(currentStop({ stops }, '4')?.orderId).toBe('2')
  })
  it('leaves the others in the order of the way, those that are done last', () => {
    expect(otherStops({ stops }, stops[1]).map(({ orderId }) => orderId)).toEqual(['3', '4', '1'])
  })
})

describe('waiting at a shut door', () => {
  const knockedAt = Date.parse('2026-11-23T03:44:00.000Z')
  const shut = stop('1', {
    ladder: {
      steps: [{ step: 'wait', contact: null, who: null, state: 'now', at: null, outcome: null }],
      begun: true,
      waitUntil: new Date(knockedAt + 180_000).toISOString(),
      since: new Date(knockedAt).toISOString(),
    },
  })
  it('counts down by the server’s clock, to zero', () => {
    expect([0, 55_000, 180_000, 999_000].map((ms) => waitSeconds(shut, knockedAt + ms))).toEqual([180, 125, 0, 0])
    expect(waitClock(125)).toBe('2:05')
  })
  it('says how long ago the last step was, from a minute on', () => {
    expect([59_000, 60_000, 250_000].map((ms) => minutesSince(shut, knockedAt + ms))).toEqual([null, 1, 4])
  })
  it('has no step before somebody knocked', () => {
    expect(stepNow(shut)?.step).toBe('wait')
    expect(stepNow(stop('1'))).toBeUndefined()
    expect(waitSeconds(stop('1'), knockedAt)).toBe(0)
  })
})
