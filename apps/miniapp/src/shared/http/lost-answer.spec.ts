import { ApiError } from './api-error'
import { isLostAnswer, refusedBy } from './lost-answer'

const refusal = (code: ApiError['code']): ApiError =>
  new ApiError({ code, detail: '还没有开通', params: {}, requestId: '', status: 422 })
const look = { text: '上一次可能已经存上了，先看看地址', act: '看地址', onTap: () => undefined }

describe('a form that was not taken', () => {
  it('says what the server said', () => {
    expect(refusedBy(refusal('people.no_mandate'), look)).toEqual({ refused: '还没有开通' })
    expect(refusedBy(null, look)).toEqual({ refused: '' })
  })

  it('says where to look when it was sent again, changed, after its answer was lost', () => {
    const lost = refusal('request.idempotency_mismatch')
    expect(isLostAnswer(lost)).toBe(true)
    expect(refusedBy(lost, look)).toEqual({ refused: look.text, act: look.act, onRefused: look.onTap })
  })
})
