import type { MandateView } from '@wanli/contracts/mandates'
import { purseOf } from './purse'

const me = { id: 'me', name: '周兰', face: 'woman' } as const
const mother = { id: 'mother', name: '陈阿婆', face: 'old-woman' } as const

const mandate = (facts: Partial<MandateView>): MandateView => ({
  id: 'm',
  person: mother,
  relation: '妈妈',
  age: 85,
  status: 'live',
  source: 'app',
  paperNumber: null,
  scopes: ['meals'],
  dailyCapFen: null,
  payer: 'agent',
  validUntil: null,
  spentTodayFen: 0,
  createdAt: '2026-11-01T00:00:00.000Z',
  actions: [],
  ...facts,
})

describe('whose wallet a standing order is paid from', () => {
  it('is one’s own where one eats and set it up', () => {
    expect(purseOf({ id: 'me', actsFor: [], agents: [] }, { eater: me, setUpBy: me })).toBe('你的钱包')
  })

  it('follows the mandate for whoever set it up', () => {
    const person = { id: 'me', actsFor: [mandate({})], agents: [] }
    const standing = { eater: mother, setUpBy: me }
    expect(purseOf(person, standing)).toBe('你的钱包')
    expect(purseOf({ ...person, actsFor: [mandate({ payer: 'principal' })] }, standing)).toBe('陈阿婆的钱包')
  })

  it('follows the mandate for whoever eats', () => {
    const standing = { eater: mother, setUpBy: me }
    const agents = [mandate({ person: me })]
    expect(purseOf({ id: 'mother', actsFor: [], agents }, standing)).toBe('周兰的钱包')
    const own = [mandate({ person: me, payer: 'principal' })]
    expect(purseOf({ id: 'mother', actsFor: [], agents: own }, standing)).toBe('你的钱包')
  })

  it('is not known where no mandate for meals stands', () => {
    const standing = { eater: mother, setUpBy: me }
    expect(purseOf({ id: 'me', actsFor: [mandate({ status: 'revoked' })], agents: [] }, standing)).toBeNull()
    expect(purseOf({ id: 'me', actsFor: [mandate({ scopes: ['repairs'] })], agents: [] }, standing)).toBeNull()
  })
})
