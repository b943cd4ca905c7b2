import { ApiError, asApiError, errorOfAnswer } from './api-error'

const problem = {
  type: 'about:blank',
  title: 'sold out',
  status: 409,
  code: 'canteen.sold_out',
  detail: '红烧狮子头卖完了',
  params: { dishName: '红烧狮子头', left: 0 },
  requestId: 'r-1',
}

describe('an answer that is a refusal', () => {
  it('keeps the code, the sentence, the facts and the number to quote', () => {
    expect(errorOfAnswer(409, problem)).toMatchObject({
      code: 'canteen.sold_out',
      detail: '红烧狮子头卖完了',
      params: { left: 0 },
      requestId: 'r-1',
      status: 409,
      fields: [],
    })
  })

  it('keeps which fields were refused', () => {
    const fields = [{ path: 'name', rule: 'length', message: '名字太长了' }]
    expect(errorOfAnswer(400, { ...problem, code: 'request.invalid', fields }).fields).toEqual(fields)
  })

  it.each([['<html>502</html>'], [''], [null], [undefined], [{ message: 'x' }]])(
    'never shows what is not ours: %p',
    (body) => {
      expect(errorOfAnswer(413, body)).toMatchObject({ code: 'internal', detail: '服务器忙，等一下再试', status: 413 })
    },
  )

  it('is no word of the server when a proxy speaks in its place: what was asked for may have been done', () => {
    const proxys = errorOfAnswer(504, '<html>504</html>')
    expect(proxys).toMatchObject({ code: 'network', detail: '服务器忙，等一下再试', status: 504 })
  })
})

describe('anything thrown', () => {
  it('stays itself when it is ours', () => {
    const error = errorOfAnswer(409, problem)
    expect(asApiError(error)).toBe(error)
  })

  it('reads as a plain sentence when it is a bug', () => {
    expect(asApiError(new TypeError('x is undefined'))).toBeInstanceOf(ApiError)
    expect(asApiError(new TypeError('x is undefined')).detail).toBe('这一页出了点问题，再试一次')
  })
})
