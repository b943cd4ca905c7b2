import { pageAfterSignIn } from './after-sign-in'

const MENU = '/features/canteen/pages/menu/index'

describe('the page after signing in', () => {
  it('is the one that was tapped, however a platform hands its name over', () => {
    expect(pageAfterSignIn(MENU)).toBe(MENU)
    expect(pageAfterSignIn(encodeURIComponent(MENU))).toBe(MENU)
  })

  it.each([
    undefined,
    '',
    'https://example.com/',
    '//example.com/features/canteen/pages/menu/index',
    '/features/canteen/pages/menu/index?for=1',
    '/features/../pages/home/index',
    '/pages/home/index',
    '%',
    '/features/people/pages/sign-in/index',
  ])('is none for what is no page of the app, or asks to sign in again: %s', (text) => {
    expect(pageAfterSignIn(text)).toBeNull()
  })
})
