import { cameraTroubleOf } from './camera'

describe('a camera that does not open', () => {
  it.each([
    ['NotAllowedError', 'refused'],
    ['NotFoundError', 'absent'],
    ['NotReadableError', 'unable'],
  ])('%s means %s', (name, trouble) => {
    expect(cameraTroubleOf(name)).toBe(trouble)
  })
})
