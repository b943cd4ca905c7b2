import { dietOf, isSameDiet, NO_DIET, withFood } from './diet-form'

const form = { diet: { avoid: ['鱼'], lowSalt: true, soft: false }, other: '' }

describe('the form of a diet', () => {
  it('switches one thing and keeps the rest', () => {
    expect(withFood(form, '花生').diet).toEqual({ avoid: ['鱼', '花生'], lowSalt: true, soft: false })
    expect(withFood(form, '鱼').diet.avoid).toEqual([])
  })

  it('saves what stands in the field, once', () => {
    expect(dietOf({ ...form, other: ' 羊肉 ' }).avoid).toEqual(['鱼', '羊肉'])
    expect(dietOf({ ...form, other: '鱼' }).avoid).toEqual(['鱼'])
  })

  it('knows a diet that is the same as before', () => {
    const twice = withFood(withFood({ ...form, diet: { ...form.diet, avoid: ['鱼', '蛋'] } }, '鱼'), '鱼')
    expect(isSameDiet(twice.diet, { avoid: ['鱼', '蛋'], lowSalt: true, soft: false })).toBe(true)
    expect(isSameDiet(form.diet, NO_DIET)).toBe(false)
  })
})
