import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BuildFiles } from '../build-files'
import type { Finding } from './finding'
import { checkOfficial } from './check-official'
import { passGate, quickChecks } from './gate'

const sound = fileURLToPath(new URL('../fixture', import.meta.url))
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'weapp-'))
  cpSync(sound, directory, { recursive: true })
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

const write = (path: string, text: string) => {
  writeFileSync(join(directory, path), text)
}
const append = (path: string, text: string) => {
  write(path, readFileSync(join(directory, path), 'utf8') + text)
}
const changeManifest = (change: Record<string, unknown>) => {
  write(
    'app.json',
    JSON.stringify({ ...(JSON.parse(readFileSync(join(directory, 'app.json'), 'utf8')) as object), ...change }),
  )
}
const checksThatComplain = (checks: (build: BuildFiles) => Finding[]) => [
  ...new Set(checks(new BuildFiles(directory)).map(({ check }) => check)),
]

it('opens for a sound build', () => {
  expect(passGate(new BuildFiles(directory))).toEqual([])
})

const faults: [string, () => void, Finding['check']][] = [
  ['a tag that is not closed', () => append('pages/list/index.wxml', '<view>'), 'markup'],
  ['an expression that does not parse', () => append('pages/list/index.wxml', '<view>{{a +}}</view>'), 'markup'],
  ['a template script that does not parse', () => write('words.wxs', 'module.exports = {'), 'markup'],
  ['a style rule that is not closed', () => append('pages/list/index.wxss', '.a { color: red'), 'style'],
  ['a script that does not parse', () => append('pages/list/index.js', 'const = 1'), 'script'],
  ['an unknown key in app.json', () => changeManifest({ preloadRules: {} }), 'manifest'],
  [
    'a page that is not there',
    () => changeManifest({ pages: ['pages/home/index', 'pages/list/index', 'pages/none/index'] }),
    'manifest',
  ],
  [
    'a tab in a sub-package',
    () =>
      changeManifest({
        tabBar: {
          color: '#5c6a64',
          selectedColor: '#0b7a5c',
          list: [
            { pagePath: 'pages/home/index', text: '一' },
            { pagePath: 'parcel/pages/detail/index', text: '二' },
          ],
        },
      }),
    'manifest',
  ],
  ['a main package of 1 MB', () => write('big.js', `/*${'x'.repeat(1 << 20)}*/`), 'size'],
  ['a sub-package of 500 KB', () => write('parcel/big.js', `/*${'x'.repeat(500 * 1024)}*/`), 'size'],
  ['an address of the developer’s machine', () => append('app.js', 'var a = "http://127.0.0.1:3000/api"'), 'address'],
  ['an address without encryption', () => append('app.js', 'var a = "http://wanli.example.com"'), 'address'],
  ['a secret of the server', () => append('app.js', 'var AppSecret = "0"'), 'secret'],
  [
    'an undeclared location call',
    () => append('pages/list/index.js', ';function f() { wx.chooseLocation({}) }'),
    'privacy',
  ],
  [
    'a declared location call nobody makes',
    () => changeManifest({ requiredPrivateInfos: ['chooseLocation'] }),
    'privacy',
  ],
  [
    'one tab alone',
    () =>
      changeManifest({
        tabBar: { color: '#5c6a64', selectedColor: '#0b7a5c', list: [{ pagePath: 'pages/home/index', text: '一' }] },
      }),
    'official',
  ],
  ['an unknown location interface', () => changeManifest({ requiredPrivateInfos: ['getEverything'] }), 'official'],
  [
    'a component that is not there',
    () => write('pages/list/index.json', '{ "usingComponents": { "none": "/parts/none" } }'),
    'official',
  ],
]

it.each(faults)('closes for %s', (_name, spoil, check) => {
  spoil()
  // Exactly this check: a fault that trips another one as well would hide that its own is blind.
  expect(checksThatComplain(check === 'official' ? checkOfficial : quickChecks)).toEqual([check])
})
