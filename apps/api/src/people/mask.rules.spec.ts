import { isIdNumber, maskIdNumber, maskPhone } from './mask.rules.js'

it('shows the ends of a phone and of an ID number', () => {
  expect([maskPhone('13800001234'), maskIdNumber('310107194403150027')]).toEqual(['138****1234', '3101**********0027'])
})

it('knows an ID number by its length, its day and its check character', () => {
  // The example of GB 11643-1999.
  expect(isIdNumber('11010519491231002X')).toBe(true)
  const wrong = ['110105194912310021', '11010519490231002X', '1101051949123100', '11010519491231002x', '']
  expect(wrong.map(isIdNumber)).toEqual([false, false, false, false, false])
})
