import Taro from '@tarojs/taro'
import { errorOfAnswer, networkError } from './api-error'
import { headerOf } from './headers'
import { keepReply, keptReply } from './replies'
import { learnServerTime } from './server-clock'

/** One HTTP exchange, with everything already decided. */
export interface RequestFacts {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  url: string
  header: Record<string, string>
  body: object | undefined
  /** Whether what a GET answers stays in memory, so that the next one asks only whether it has changed. */
  keeps: boolean
}

interface Answer {
  statusCode: number
  data: unknown
  header?: Record<string, unknown>
}

function isAnswer(thrown: unknown): thrown is Answer {
  return (
    typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
  )
}

/**
 * Sends one request and gives the body of a 2xx answer; where it `keeps` what was answered before and that has not changed since,
 * what was given then. Throws ApiError for everything else: WeChat resolves on 4xx and 5xx,
 * Taro's H5 has resolved or rejected depending on its version, and both reject when no answer came.
 */
export async function send(facts: RequestFacts): Promise<unknown> {
  const before = facts.keeps ? keptReply(facts.url) : undefined
  const answer = await exchange(before === undefined ? facts : showing(facts, before.tag))
  if (answer.statusCode === 304 && before !== undefined) return before.data
  if (answer.statusCode < 200 || answer.statusCode > 299) throw errorOfAnswer(answer.statusCode, answer.data)
  const tag = facts.keeps ? headerOf(answer.header, 'etag') : undefined
  if (tag !== undefined) keepReply(facts.url, { tag, data: answer.data })
  return answer.data
}

const showing = (facts: RequestFacts, tag: string): RequestFacts => ({
  ...facts,
  header: { ...facts.header, 'if-none-match': tag },
})

async function exchange(facts: RequestFacts): Promise<Answer> {
  let answer: Answer
  try {
    answer = await Taro.request<unknown>({
      url: facts.url,
      method: facts.method,
      header: facts.header,
      data: facts.body,
      timeout: 15_000,
    })
  } catch (thrown) {
    if (!isAnswer(thrown)) throw networkError()
    answer = thrown
  }
  if (answer.statusCode === 0) throw networkError()
  learnServerTime(answer.header ?? {})
  return answer
}

/** Sends one file of the device as the field `file` of a form; answers and throws as `send` does. */
export async function sendFile(url: string, filePath: string, header: Record<string, string>): Promise<unknown> {
  const answer = await Taro.uploadFile({ url, filePath, name: 'file', header }).catch(() => {
    throw networkError()
  })
  const data: unknown = JSON.parse(answer.data)
  if (answer.statusCode < 200 || answer.statusCode > 299) throw errorOfAnswer(answer.statusCode, data)
  return data
}
