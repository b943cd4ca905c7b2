import { EMPTY_FORM, problemsOf, requestOf, withRoom, type AddressForm } from './address-form'
import { daysText, toggled } from './weekdays'
import { countsOf, PLAIN_TRAY, wishesOf, wishesText, wishFor } from './wishes'

const form: AddressForm = { ...EMPTY_FORM, estateId: 'e', building: '9', room: '402', floor: '4' }
const person = { name: '', relation: '', phone: '' }

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
    expect(daysText([5, 4, 3, 2, 1])).toBe('工作日')
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
  it('read as dishes or kinds', () => {
    expect(wishesText([wishFor('番茄炒蛋'), ...wishesOf({ 素: 2 })])).toBe('番茄炒蛋、素菜 ×2')
  })
})
