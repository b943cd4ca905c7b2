import { expect, it } from '@jest/globals'
import { boxDifferences, boxOf, type NewBox } from './sample-box'

it('sends grams as a number and the place without the blanks around it', () => {
  expect(boxOf({ grams: ' 150', place: ' 1 号冰箱 ' })).toEqual({ grams: 150, place: '1 号冰箱' })
})

it.each(['124', '2001', '', '1e3', '15０', '150g'])('takes no box of %j grams', (grams) => {
  expect(boxOf({ grams, place: '1 号冰箱' }).grams).toBeNull()
})

it('takes no box that stands nowhere', () => {
  expect(boxOf({ grams: '150', place: ' ' }).place).toBeNull()
})

it('names what of two boxes is not the same; blanks at an end are nothing', () => {
  const box: NewBox = { grams: '150', place: '1 号冰箱', photoId: null }
  expect(boxDifferences(box, { ...box, grams: '150 ', place: ' 1 号冰箱' })).toEqual([])
  expect(boxDifferences(box, { grams: '160', place: null, photoId: 'p' })).toEqual(['重量（克）', '放在哪里', '照片'])
})
