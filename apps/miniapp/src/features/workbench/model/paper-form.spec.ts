import { expect, it } from '@jest/globals'
import { TERMS_TEXT } from '@/shared/mandate/text'
import { CLERK_TEXT } from '../clerk-text'
import { NO_PAPER, paperOf, type PaperForm } from './paper-form'

const whole: PaperForm = {
  ...NO_PAPER,
  agent: { id: 'zhou', name: '周*', face: 'woman', age: 45, estate: '香泉苑' },
  relation: ' 妈妈 ',
  paperNumber: '118',
}
const sent = (change: Partial<PaperForm>): unknown => paperOf({ ...whole, ...change }, 'wang', '2026-11-25')

it('asks for the agent, the relation, the paper and a scope, in the order of the form', () => {
  expect(sent({ agent: null })).toBe(CLERK_TEXT.agentWrong)
  expect(sent({ relation: ' ' })).toBe(CLERK_TEXT.relationWrong)
  expect(sent({ paperNumber: '' })).toBe(CLERK_TEXT.paperWrong)
  expect(sent({ terms: { ...NO_PAPER.terms, scopes: [] } })).toBe(TERMS_TEXT.needScope)
})

it('sends the paper with its terms, and a picture only when there is one', () => {
  const terms = { scopes: ['meals'], dailyCapFen: 6000, payer: 'agent', validUntil: '2027-05-24' }
  const paper = { principalId: 'wang', agentId: 'zhou', relation: '妈妈', paperNumber: '118', ...terms }
  expect(sent({})).toEqual(paper)
  expect(sent({ photoId: 'photo' })).toEqual({ ...paper, photoId: 'photo' })
})
