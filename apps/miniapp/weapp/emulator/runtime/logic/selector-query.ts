import type { Fields } from '../protocol'
import { ask } from './channel'

interface Question {
  selector: string
  all: boolean
  callback?: (answer: unknown) => void
}

type Answered = (answers: unknown[]) => void

/** `wx.createSelectorQuery()`: collects questions about boxes on the page and asks the view thread once. */
export function makeSelectorQuery(page: () => number): Fields {
  const questions: Question[] = []
  const query: Fields = {
    in: () => query,
    select: (selector: string) => node(selector, false),
    selectAll: (selector: string) => node(selector, true),
    selectViewport: () => node('', false),
    exec: (answered?: Answered) => {
      const asked = questions.map(({ selector, all }) => ({ selector, all }))
      void ask('selectorQuery', { page: page(), questions: asked }).then(({ answers }) => {
        const list = answers as unknown[]
        questions.forEach(({ callback }, index) => callback?.(list[index]))
        answered?.(list)
      })
    },
  }
  const node = (selector: string, all: boolean): Fields => {
    const wanted = (first?: unknown, second?: unknown) => {
      const callback = typeof first === 'function' ? first : second
      questions.push({ selector, all, callback: callback as Question['callback'] })
      return query
    }
    return { boundingClientRect: wanted, scrollOffset: wanted, fields: wanted }
  }
  return query
}
