import { readSearch } from './desk.rules.js'

it('reads a card, a phone, or a surname with four digits', () => {
  expect(readSearch('8062 0317')).toEqual({ by: 'card', number: '80620317' })
  expect(readSearch(' 138 0000 0326 ')).toEqual({ by: 'phone', phone: '13800000326' })
  expect(readSearch('陈 0326')).toEqual({ by: 'tail', surname: '陈', tail: '0326' })
  expect(readSearch('𠮷田0326')).toEqual({ by: 'tail', surname: '𠮷田', tail: '0326' })
})

it('reads what a Chinese keyboard makes wide', () => {
  expect(readSearch('８０６２　０３１７')).toEqual({ by: 'card', number: '80620317' })
  expect(readSearch('１３８０００００３２６')).toEqual({ by: 'phone', phone: '13800000326' })
  expect(readSearch('陈０３２６')).toEqual({ by: 'tail', surname: '陈', tail: '0326' })
})

it('refuses what would find too many', () => {
  expect(['陈', '0326', '', '陈 32', '1234567'].map(readSearch)).toEqual(Array(5).fill(null))
})
