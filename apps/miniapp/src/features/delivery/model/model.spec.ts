import type { DishKind } from '@wanli/contracts/canteen'
import type { StandingView, StandingWish } from '@wanli/contracts/standing'
import { EMPTY_FORM, problemsOf, requestOf, withRoom, type AddressForm } from './address-form'
import { formOfStanding, termsOfForm, withSmall, type StandingForm } from './standing-form'
import { daysText, toggled } from './weekdays'
import { countsOf, PLAIN_TRAY, wishesOf, swapWishes, wishesText, wishFen, type SwapChoice } from './wishes'

const form: AddressForm = { ...EMPTY_FORM, estateId: 'e', building: '9', room: '402', floor: '4' }
const person = { name: '', relation: '', phone: '' }
const brief = { id: 'eater', name: '陈桂珍', face: 'old-woman' as const }
const STANDING: StandingView = {
  id: 's',
  canteenId: 'c',
  eater: brief,
  setUpBy: brief,
  mine: true,
  lapsed: false,
  weekdays: [1],
  meal: 'lunch',
  wishes: [],
  addressId: 'door',
  addressText: '',
  note: '',
  pausedFrom: null,
  pausedTo: null,
  days: [],
}

describe('the form of an address', () => {
  it('takes the floor from the room until somebody says otherwise', () => {
    const typed = withRoom(EMPTY_FORM, '402')
    expect(typed.floor).toBe('4')
    expect(withRoom(typed, '1203').floor).toBe('12')
    expect(withRoom({ ...typed, floor: '5' }, '1203').floor).toBe('5')
    expect(withRoom(EMPTY_FORM, '底层').floor).toBe('')
  })

  it('says what is missing', () => {
    expect(Object.keys(problemsOf(EMPTY_FORM))).toEqual(['estate', 'building', 'room', 'floor'])
    expect(problemsOf(form)).toEqual({})
    expect(problemsOf({ ...form, floor: '61' }).floor).toBeDefined()
  })

  it('sends people with a name, leaves empty lines out, and asks for a real phone', () => {
    const contacts = [person, { name: ' 周女士 ', relation: '女儿', phone: '13800000145' }]
    expect(requestOf({ ...form, contacts }).contacts).toEqual([
      { name: '周女士', relation: '女儿', phone: '13800000145' },
    ])
    expect(problemsOf({ ...form, contacts }).contacts).toBeUndefined()
    expect(problemsOf({ ...form, contacts: [{ ...person, name: '周', phone: '138' }] }).contacts).toBeDefined()
    expect(problemsOf({ ...form, receivers: [{ name: '', relation: '保姆' }] }).receivers).toBeDefined()
  })
})

describe('days of the week', () => {
  it('are said as people say them', () => {
    expect(daysText([1, 2, 3, 4, 5, 6, 7])).toBe('天天')
    expect(daysText([5, 4, 3, 2, 1])).toBe('周一到周五')
    expect(daysText([7, 1])).toBe('周一、周日')
  })
  it('are switched on and off in order', () => {
    expect(toggled([1, 5], 3)).toEqual([1, 3, 5])
    expect(toggled([1, 3, 5], 3)).toEqual([1, 5])
  })
})

describe('wishes', () => {
  it('are one a piece, in the order of a tray', () => {
    expect(wishesOf({ 主食: 1, 荤: 2 }).map(({ kind }) => kind)).toEqual(['荤', '荤', '主食'])
    expect(countsOf(wishesOf(PLAIN_TRAY))).toEqual(PLAIN_TRAY)
  })
  it('keep the dishes that were named', () => {
    const named = { dishNames: ['白米饭'], kind: '主食', portion: 'whole', quantity: 1 } as const
    expect(wishesOf({ 主食: 2 }, [{ ...named, dishNames: [...named.dishNames] }])[0]?.dishNames).toEqual(['白米饭'])
  })
  it('are as many as before when nothing was changed', () => {
    const twice: StandingWish[] = [{ dishNames: [], kind: '荤', portion: 'half', quantity: 2 }]
    expect(wishesOf(countsOf(twice), twice)).toEqual(twice)
    expect(countsOf(wishesOf({ 荤: 1 }, twice))).toEqual({ 荤: 1 })
    expect(countsOf(wishesOf({ 荤: 3 }, twice))).toEqual({ 荤: 3 })
  })
  it('read as dishes or kinds', () => {
    const egg = { dishNames: ['番茄炒蛋'], kind: null, portion: 'half', quantity: 1 } as const
    expect(wishesText([{ ...egg, dishNames: [...egg.dishNames] }, ...wishesOf({ 素: 2 })])).toBe(
      '番茄炒蛋\u00a0小份、素菜\u00a0×2',
    )
  })
})

describe('small portions of a standing order', () => {
  const usual: StandingWish[] = [
    { dishNames: [], kind: '荤', portion: 'half', quantity: 1 },
    { dishNames: [], kind: '主食', portion: 'whole', quantity: 1 },
  ]
  const ofUsual = formOfStanding({ ...STANDING, wishes: usual }, 'eater')
  const sent = (form: StandingForm): string => wishesText(termsOfForm(form, 'door').wishes)

  it('stay as they are until somebody says otherwise', () => {
    expect(ofUsual.small).toBe(false)
    expect(sent(ofUsual)).toBe('荤菜\u00a0小份、主食')
  })
  it('are all or none, also of what is added after that', () => {
    const small = withSmall(ofUsual, true)
    expect(sent({ ...small, counts: { ...small.counts, 素: 1 } })).toBe(
      '荤菜\u00a0小份、素菜\u00a0小份、主食\u00a0小份',
    )
    expect(sent(withSmall(small, false))).toBe('荤菜、主食')
  })
  it('are known again in what was set up so', () => {
    expect(
      formOfStanding({ ...STANDING, wishes: termsOfForm(withSmall(ofUsual, true), 'door').wishes }, 'eater').small,
    ).toBe(true)
  })
})

describe('something else on one day', () => {
  const usually = (kind: DishKind, more: Partial<StandingWish> = {}): StandingWish => ({
    dishNames: [],
    kind,
    portion: 'whole',
    quantity: 1,
    ...more,
  })
  const offer = (name: string, kind: DishKind, half: SwapChoice['half']) => ({
    dish: { name, kind },
    listFen: 1200,
    myFen: 1020,
    half,
  })
  const meat = offer('红烧肉', '荤', { listFen: 700, myFen: 595 })
  const fish = offer('清蒸鲈鱼', '荤', null)
  const greens = offer('炒青菜', '素', { listFen: 200, myFen: 170 })
  const sizes = (offers: SwapChoice[], usual: StandingWish[], said: StandingWish[] = usual): string =>
    wishesText(swapWishes(offers, { said, usual }))

  it('comes in the portion and as often as its kind usually does', () => {
    const usual = [usually('荤', { portion: 'half' }), usually('素', { quantity: 2 })]
    expect(sizes([meat, greens], usual)).toBe('红烧肉\u00a0小份、炒青菜\u00a0×2')
  })

  it('is a whole one where the dish has no small portion', () => {
    expect(sizes([fish], [usually('荤', { portion: 'half', quantity: 2 })])).toBe('清蒸鲈鱼\u00a0×2')
  })

  it('shares the pieces of its kind among more dishes than usual, and is one of each otherwise', () => {
    expect(sizes([meat, fish], [usually('荤', { quantity: 2 })])).toBe('红烧肉、清蒸鲈鱼')
    expect(sizes([meat, fish], [usually('荤', { quantity: 3 })])).toBe('红烧肉\u00a0×2、清蒸鲈鱼')
    expect(sizes([meat], [usually('荤'), usually('荤')])).toBe('红烧肉')
  })

  it('is small of a kind that never comes for who eats small only', () => {
    expect(sizes([greens], [usually('荤', { portion: 'half' })])).toBe('炒青菜\u00a0小份')
    expect(sizes([greens], [usually('荤')])).toBe('炒青菜')
  })

  it('stays as it was said for the day', () => {
    const said = [{ dishNames: ['红烧肉'], kind: null, portion: 'whole' as const, quantity: 3 }]
    expect(sizes([meat, greens], [usually('荤', { portion: 'half' })], said)).toBe('红烧肉\u00a0×3、炒青菜\u00a0小份')
  })

  it('costs what its size does', () => {
    const [wish] = swapWishes([meat], { said: [], usual: [usually('荤', { portion: 'half', quantity: 2 })] })
    expect(wish && wishFen(wish, meat)).toEqual({ listFen: 1400, myFen: 1190 })
  })
})
