import { describe, expect, it } from '@jest/globals'
import { ASK_FIRST, problemsOf, withCode, withPhone } from './ask'

describe('asking for a mandate', () => {
  it('needs a name for the person, a mobile number and something to do', () => {
    expect(Object.keys(problemsOf(ASK_FIRST))).toEqual(['relation', 'phone'])
    const form = withPhone({ ...ASK_FIRST, relation: '妈妈' }, '138 0000 1234')
    expect(problemsOf(form)).toEqual({})
    expect(problemsOf({ ...form, terms: { ...form.terms, scopes: [] } }).scopes).toBeDefined()
  })

  it('needs six digits when a code was told', () => {
    const form = { ...ASK_FIRST, way: 'code' as const, relation: '妈妈' }
    expect(problemsOf(withCode(form, '12345')).code).toBeDefined()
    expect(problemsOf(withCode(form, '123 456'))).toEqual({})
  })
})
