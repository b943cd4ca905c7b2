import { gunzipSync } from 'node:zlib'

import { Rendered, SharedPart } from './rendered.js'

const dishes = [...Array(300).keys()].map((n) => ({ name: `红烧狮子头 ${n}`, listFen: 1200 + n }))
const shared = new SharedPart({ dishes, closed: null })

describe('a reply whose parts are made apart', () => {
  it('is the same JSON as if it were made at once', () => {
    const rendered = Rendered.of(shared, { eater: '王秀珍', ahead: 2 })
    expect(rendered.bytes().toString()).toBe(JSON.stringify({ dishes, closed: null, eater: '王秀珍', ahead: 2 }))
  })

  it('is the same compressed, and smaller, whatever one’s own part is', () => {
    for (const own of ['', '王秀珍', 'x'.repeat(1_000), '㐂'.repeat(20_000)]) {
      const rendered = Rendered.of(shared, { own })
      expect(gunzipSync(rendered.gzip())).toEqual(rendered.bytes())
    }
    const small = Rendered.of(shared, { own: '' })
    expect(small.gzip().length).toBeLessThan(small.bytes().length / 3)
  })

  it('has the tag of another only when it is the same', () => {
    const tag = (name: string, own: object): string => Rendered.of(new SharedPart({ name }), own).tag
    expect(tag('a', { b: 1 })).toBe(tag('a', { b: 1 }))
    expect(new Set([tag('a', { b: 1 }), tag('a', { b: 2 }), tag('b', { b: 1 })]).size).toBe(3)
  })
})
