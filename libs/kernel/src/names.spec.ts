import { maskedName } from './names.js'

it.each([
  ['陈秀珍', '陈*珍'],
  ['王芳', '王*'],
  ['𠮷野𠮷', '𠮷*𠮷'],
  ['古丽·买买提', '古*提'],
  ['马', '马*'],
  ['散客', '散客'],
  ['', ''],
])('shows %s as %s', (name, masked) => {
  expect(maskedName(name)).toBe(masked)
})
