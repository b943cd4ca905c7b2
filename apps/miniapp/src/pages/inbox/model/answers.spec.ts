import { expect, it } from '@jest/globals'
import { answersOf } from './answers'

it('keeps what was said to our templates and nothing else of the reply', () => {
  const reply = {
    errMsg: 'requestSubscribeMessage:ok',
    a: 'accept',
    b: 'reject',
    c: 'acceptWithAudio',
    other: 'accept',
  }
  expect(answersOf(reply, ['a', 'b', 'c'])).toEqual({ a: 'accept', b: 'reject' })
})
