import { expect, it } from '@jest/globals'
import { newPersonOf, NOBODY, problemsOf } from './new-person'

it('needs a name, and a signed paper before an ID number is kept', () => {
  expect(Object.keys(problemsOf(NOBODY))).toEqual(['name'])
  const form = { ...NOBODY, name: '刘阿生', phone: '1380000', idNumber: '310107194403260011' }
  expect(Object.keys(problemsOf(form))).toEqual(['phone', 'consentPaper'])
  expect(problemsOf({ ...form, phone: '', consentPaper: '118' })).toEqual({})
})

it('sends only what was filled in', () => {
  expect(newPersonOf({ ...NOBODY, name: ' 刘阿生 ', phone: '13800000777' })).toEqual({
    name: '刘阿生',
    face: 'old-woman',
    phone: '13800000777',
  })
})
