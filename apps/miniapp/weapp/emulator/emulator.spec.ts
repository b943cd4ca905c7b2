import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchBrowser, PHONE_SCREEN } from '../../e2e/support/browser'
import { API_ORIGIN, Phone } from './phone'

const sample = fileURLToPath(new URL('../fixture', import.meta.url))
const sandboxes: string[] = []
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  for (const directory of sandboxes) rmSync(directory, { recursive: true })
})

/** The sample app with `code` run when its home page has loaded; results arrive through `wx.setNavigationBarTitle`. */
async function phoneRunning(code = ''): Promise<Phone> {
  const directory = mkdtempSync(join(tmpdir(), 'weapp-'))
  sandboxes.push(directory)
  cpSync(sample, directory, { recursive: true })
  const report = 'function report(title) { wx.setNavigationBarTitle({ title: String(title) }) }'
  if (code !== '')
    writeFileSync(
      join(directory, 'pages/home/index.js'),
      `${report}\nPage({ data: { title: '', count: 1, rows: [] }, onLoad: function () { var page = this; ${code} } })`,
    )
  const context = await browser.newContext(PHONE_SCREEN)
  return Phone.start(context, { build: directory })
}

/** What `report(…)` said in `code`, once it said something. */
async function reported(code: string): Promise<unknown> {
  const phone = await phoneRunning(code)
  const { title } = await phone.nextCall('setNavigationBarTitle')
  return title
}

describe('the logic thread of a phone', () => {
  it('has nothing of a browser, not even behind globalThis', async () => {
    const names =
      'fetch window document XMLHttpRequest URL URLSearchParams Intl localStorage MutationObserver structuredClone queueMicrotask ' +
      'TextEncoder AbortController crypto performance navigator location self postMessage importScripts requestAnimationFrame'
    const typeofAll = names.split(' ').map((name) => `typeof ${name}, typeof globalThis['${name}']`)
    expect(
      await reported(
        `report([${typeofAll.join(', ')}].filter(function (type) { return type !== 'undefined' }).length)`,
      ),
    ).toBe('0')
  })

  it('has timers, promises and the clock of the test', async () => {
    expect(
      await reported(
        `setTimeout(function () { Promise.resolve(1).then(function (one) { report(one + new Date(0).getTime()) }) })`,
      ),
    ).toBe('1')
  })

  it.each([
    ['a function', '{ title: function () {} }', 'cannot carry a function'],
    ['a cycle', '(function () { var loop = {}; loop.self = loop; return { title: loop } })()', 'cannot carry a cycle'],
    ['a Map', '{ title: new Map() }', 'cannot carry a Map'],
    ['a BigInt', '{ title: BigInt(1) }', 'cannot carry a bigint'],
  ])('refuses %s in setData', async (_name, data, reason) => {
    expect(
      await reported(`try { page.setData(${data}); report('taken') } catch (error) { report(error.message) }`),
    ).toContain(reason)
  })

  it('copies what setData is given', async () => {
    expect(
      await reported(
        `var row = { name: '白菜' }; page.setData({ row: row }); row.name = '鲈鱼'; report(page.data.row.name)`,
      ),
    ).toBe('白菜')
  })

  it('reads a missing key of the store as an empty string', async () => {
    expect(
      await reported(
        `wx.setStorageSync('a', { b: 1 }); report(JSON.stringify([wx.getStorageSync('a'), wx.getStorageSync('none')]))`,
      ),
    ).toBe('[{"b":1},""]')
  })

  it('does not let the main package require a file of a sub-package', async () => {
    expect(
      await reported(
        `try { require('../../parcel/pages/detail/index'); report('taken') } catch (error) { report(error.message) }`,
      ),
    ).toContain('sub-package parcel')
  })
})

describe('navigation on a phone', () => {
  const failing = (call: string) =>
    call.replace('})', ', fail: function (error) { report(error.errMsg) }, success: function () { report("went") } })')

  it.each([
    [
      'navigateTo a tab',
      `wx.navigateTo({ url: '/pages/list/index' })`,
      'navigateTo:fail can not navigateTo a tabbar page',
    ],
    [
      'redirectTo a tab',
      `wx.redirectTo({ url: '/pages/list/index' })`,
      'redirectTo:fail can not redirectTo a tabbar page',
    ],
    [
      'switchTab to a page that is no tab',
      `wx.switchTab({ url: '/parcel/pages/detail/index' })`,
      'switchTab:fail can not switch to no-tabBar page',
    ],
    [
      'a page that is not in app.json',
      `wx.navigateTo({ url: '/pages/none/index' })`,
      'navigateTo:fail page "pages/none/index" is not found',
    ],
    [
      'going back from the first page',
      `wx.navigateBack({ delta: 1 })`,
      'navigateBack:fail cannot navigate back at first page.',
    ],
  ])('refuses %s', async (_name, call, reason) => {
    expect(await reported(failing(call))).toBe(reason)
  })

  it('refuses the eleventh page', async () => {
    const code = `(function deeper(n) { wx.navigateTo({ url: '/parcel/pages/detail/index?id=' + n, success: function () { deeper(n + 1) }, fail: function (error) { report(n + ' ' + error.errMsg) } }) })(2)`
    expect(await reported(code)).toBe('11 navigateTo:fail webview count limit exceed')
  })

  it('gives the page its parameters, and goes back', async () => {
    const phone = await phoneRunning(`wx.navigateTo({ url: '/parcel/pages/detail/index?id=7' })`)
    await phone.page.getByText('详情 7').waitFor()
    await phone.back()
    await phone.page.getByText('详情 7').waitFor({ state: 'detached' })
    expect(phone.faults).toEqual([])
  })

  it('changes tabs with the native bar', async () => {
    const phone = await phoneRunning()
    await phone.page.getByRole('button', { name: '列表' }).click()
    await phone.page.locator('#list').waitFor()
    expect(await phone.page.locator('#title').isVisible()).toBe(false)
    await phone.page.getByRole('button', { name: '首页' }).click()
    await phone.page.locator('#title').waitFor()
  })
})

describe('requests of a phone', () => {
  it.each([
    ['an address without a host', '/api/v1/me', 'request:fail invalid url'],
    ['an address without encryption', 'http://wanli.example.com/api', 'request:fail invalid url'],
    ['a host that is not on the list', 'https://other.example.com/api', 'request:fail url not in domain list'],
    ['a server that cannot be reached', `${API_ORIGIN}/api`, 'request:fail '],
  ])('refuses %s', async (_name, url, reason) => {
    expect(
      await reported(
        `wx.request({ url: '${url}', fail: function (error) { report(error.errMsg) }, success: function () { report('went') } })`,
      ),
    ).toBe(reason)
  })

  it('let the test answer for the phone', async () => {
    const phone = await phoneRunning(
      `page.outer = function () { wx.scanCode({ success: function (scan) { page.setData({ title: scan.result }) } }) }`,
    )
    phone.answer('scanCode', () => ({ result: 'A001' }))
    await phone.page.locator('#outer').click({ position: { x: 5, y: 5 } })
    await phone.page.getByText('A001').waitFor()
    expect(phone.called('scanCode')).toHaveLength(1)
  })
})

describe('a page on a phone', () => {
  it('draws data, template scripts, loops and components', async () => {
    const { page, faults } = await phoneRunning()
    await page.getByText('今天的菜').waitFor()
    expect(await page.locator('#count').textContent()).toBe('1 份')
    expect(await page.locator('.row').allTextContents()).toEqual(['1-白菜', '2-鲈鱼'])
    expect(await page.locator('#counter').textContent()).toBe('计数 1')
    // 36 rpx on a screen of 390 px.
    expect(await page.locator('#title').evaluate((element) => getComputedStyle(element).fontSize)).toBe('18.72px')
    expect(faults).toEqual([])
  })

  it('takes taps with their data, keeps rows and changes one', async () => {
    const { page } = await phoneRunning()
    await page.locator('#more').click()
    await page.getByText('3 份').waitFor()
    expect(await page.locator('.row').allTextContents()).toEqual(['1-青菜', '2-鲈鱼'])
    expect(await page.locator('#counter').textContent()).toBe('计数 3')
  })

  it('stops a caught tap', async () => {
    const { page } = await phoneRunning()
    await page.locator('#inner').click()
    await page.locator('#outer').click({ position: { x: 5, y: 5 } })
    await page.locator('#taps', { hasText: /^里外$/ }).waitFor()
  })

  it('types into a field', async () => {
    const { page } = await phoneRunning()
    await page.getByPlaceholder('名字').fill('张阿姨')
    await page.getByText('你好 张阿姨').waitFor()
  })

  it('hears its components', async () => {
    const { page } = await phoneRunning()
    await page.locator('#counter').click()
    await page.getByText('数到 1').waitFor()
  })

  it('refreshes when it is pulled down', async () => {
    const phone = await phoneRunning()
    await phone.pullDown()
    await phone.page.getByText('刷新过了').waitFor()
  })

  it('reports what a handler throws', async () => {
    const phone = await phoneRunning()
    await phone.page.locator('#fault').click()
    await phone.page.locator('#more').click()
    await phone.page.getByText('3 份').waitFor()
    expect(phone.faults.join()).toContain('a fault of the page')
  })
})
