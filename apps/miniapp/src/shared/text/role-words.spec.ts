import type { Role } from '@wanli/contracts/people'
import { deskWords } from './role-words'

const person = (...held: [Role, string | null][]) => ({
  roles: held.map(([role, scopeName]) => ({ role, scopeId: scopeName && 'a', scopeName })),
})

describe('the door of the workbench', () => {
  it.each([
    ['a cook', person(['resident', null], ['canteen_staff', '香泉社区食堂']), '香泉社区食堂 食堂师傅'],
    ['a courier', person(['courier', '香泉社区食堂']), '香泉社区食堂 送餐员'],
    ['a clerk', person(['clerk', null]), '服务站前台'],
    ['a neighbour', person(['resident', null], ['volunteer', null]), undefined],
  ])('is there for %s', (_, who, words) => {
    expect(deskWords(who)?.replace(/[^\u4e00-\u9fff]+/g, ' ')).toBe(words)
  })
})
