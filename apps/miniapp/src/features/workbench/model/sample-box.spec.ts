import { expect, it } from '@jest/globals'
import { boxOf } from './sample-box'

it('sends grams as a number and the place without the blanks around it', () => {
  expect(boxOf({ grams: ' 150', place: ' 1 号冰箱 ' })).toEqual({ grams: 150, place: '1 号冰箱' })
})

it.each(['124', '2001', '', '1e3', '15０', '150g'])('takes no box of %j grams', (grams) => {
  expect(boxOf({ grams, place: '1 号冰箱' }).grams).toBeNull()
})

it('takes no box that stands nowhere', () => {
  expect(boxOf({ grams: '150', place: ' ' }).place).toBeNull()
})
