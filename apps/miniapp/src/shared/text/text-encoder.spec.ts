import { TextEncoder as OwnEncoder } from './text-encoder'

it.each(['A001', '取餐号', '𠮷野家', 'a%20+/=', ''])('gives the bytes of %j that a browser gives', (text) => {
  expect([...new OwnEncoder().encode(text)]).toEqual([...new TextEncoder().encode(text)])
})
