import { anOffer } from '../testing/offers'
import { linesOfTray, namesOfTray, spaced, splitName, trayOfLines, traysOf } from './trays'

const names = (offers = lunch): string[][] =>
  traysOf(offers).map(({ main, sides }) => [main, ...sides].map(({ dish }) => dish.name))

const lunch = [
  anOffer('油爆虾'),
  anOffer('狮子头', '荤', { soft: true }),
  anOffer('蒸蛋', '半荤', { soft: true, lowSalt: true }),
  anOffer('青菜', '素', { lowSalt: true }),
  anOffer('南瓜', '素', { soft: true, lowSalt: true }),
  anOffer('番茄汤', '汤', { soft: true }),
  anOffer('米饭', '主食', { soft: true }),
]

describe('trays', () => {
  it('are a main with a vegetable, a soup and a staple, the gentlest main first', () => {
    expect(names()).toEqual([
      ['蒸蛋', '南瓜', '番茄汤', '米饭'],
      ['狮子头', '青菜', '番茄汤', '米饭'],
      ['油爆虾', '南瓜', '番茄汤', '米饭'],
    ])
  })

  it('never hold a dish that is sold out', () => {
    const offers = lunch.map((offer) =>
      offer.dish.name === '蒸蛋' || offer.dish.kind === '汤' ? { ...offer, left: 0 } : offer,
    )
    expect(names(offers)).toEqual([
      ['狮子头', '南瓜', '米饭'],
      ['油爆虾', '青菜', '米饭'],
    ])
  })

  it('begin with a soft set meal as it is, and leave out one that is not soft', () => {
    const sets = [anOffer('长者套餐', '套餐', { soft: true }), anOffer('骑手套餐', '套餐')]
    expect(names([...lunch, ...sets])[0]).toEqual(['长者套餐'])
    expect(names([...lunch, ...sets]).flat()).not.toContain('骑手套餐')
  })

  it('hold nothing that the eater does not eat while there is something else of its kind', () => {
    const clash = ['鱼']
    const set = anOffer('长者套餐', '套餐', { soft: true, clash })
    const fish = anOffer('蒸鱼', '荤', { soft: true, lowSalt: true, clash })
    const soup = anOffer('鱼汤', '汤', { soft: true, lowSalt: true, clash })
    expect(names([set, fish, soup, ...lunch])).toEqual(names(lunch))
    expect(names([fish, anOffer('青菜', '素')])).toEqual([['蒸鱼', '青菜']])
    expect(names([set])).toEqual([['长者套餐']])
  })

  it('add up the list prices of their dishes', () => {
    expect(traysOf(lunch)[0]?.listFen).toBe(4000)
  })

  it('are carried by a staple at breakfast', () => {
    expect(names([anOffer('白粥', '主食'), anOffer('肉包', '点心'), anOffer('豆浆', '汤')])).toEqual([
      ['白粥', '肉包', '豆浆'],
    ])
  })

  it('come back from the lines of a cart, unless a dish has run out since', () => {
    const tray = traysOf(lunch)[0]!
    expect(trayOfLines(linesOfTray(tray), lunch)).toEqual(tray)
    const without = lunch.map((offer) => (offer.dish.name === '番茄汤' ? { ...offer, left: 0 } : offer))
    expect(trayOfLines(linesOfTray(tray), without)).toBeNull()
  })
})

describe('the name of a dish', () => {
  it('is short before its brackets', () => {
    expect(splitName('长者套餐（一荤一素）')).toEqual({ short: '长者套餐', inside: '一荤一素' })
    expect(splitName('白斩鸡')).toEqual({ short: '白斩鸡', inside: '' })
    expect(spaced('两荤一素一饭').split('\u200b')).toEqual(['两荤', '一素', '一饭'])
  })
})

it('are named with all that is on them', () => {
  const [porridge, dumplings] = [anOffer('皮蛋瘦肉粥', '主食'), anOffer('小馄饨', '点心')]
  expect(namesOfTray({ main: porridge, sides: [dumplings], listFen: 0 })).toEqual(['皮蛋瘦肉粥', '小馄饨'])
  expect(namesOfTray({ main: anOffer('长者套餐（一荤一素）', '套餐'), sides: [], listFen: 0 })).toEqual([
    '长者套餐',
    '一荤一素',
  ])
  expect(namesOfTray({ main: anOffer('清蒸鲈鱼（块）'), sides: [porridge], listFen: 0 })).toEqual([
    '清蒸鲈鱼（块）',
    '皮蛋瘦肉粥',
  ])
})
