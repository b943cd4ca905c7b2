import Taro from '@tarojs/taro'
import { queryText } from '@/shared/http/url'
import { SAME_TAP_MS } from '@/shared/same-tap'

/** Pages of the tab bar. */
export type TabUrl = '/pages/home/index' | '/pages/services/index' | '/pages/inbox/index' | '/pages/me/index'

/** Every page that may be opened on top of another. */
export type PageUrl =
  | '/features/people/pages/sign-in/index'
  | '/features/people/pages/sessions/index'
  | '/features/people/pages/profile/index'
  | '/features/people/pages/mandates/index'
  | '/features/people/pages/mandate-ask/index'
  | '/features/people/pages/mandate-code/index'
  | '/features/people/pages/mandate-terms/index'
  | '/features/people/pages/acts/index'
  | '/features/people/pages/privacy/index'
  | '/features/people/pages/document/index'
  | '/features/people/pages/access-log/index'
  | '/features/wallet/pages/statement/index'
  | '/features/wallet/pages/top-up/index'
  | '/features/wallet/pages/pay-out/index'
  | '/features/services/pages/by-phone/index'
  | '/features/showcase/pages/components/index'
  | '/features/canteen/pages/menu/index'
  | '/features/canteen/pages/checkout/index'
  | '/features/canteen/pages/order/index'
  | '/features/canteen/pages/way/index'
  | '/features/canteen/pages/orders/index'
  | '/features/canteen/pages/offered/index'
  | '/features/canteen/pages/elder-menu/index'
  | '/features/canteen/pages/elder-confirm/index'
  | '/features/workbench/pages/desk/index'
  | '/features/workbench/pages/pickup/index'
  | '/features/workbench/pages/counter/index'
  | '/features/workbench/pages/day-close/index'
  | '/features/workbench/pages/clerk/index'
  | '/features/workbench/pages/run/index'
  | '/features/delivery/pages/addresses/index'
  | '/features/delivery/pages/address/index'
  | '/features/delivery/pages/standing/index'
  | '/features/delivery/pages/standing-edit/index'
  | '/features/delivery/pages/diet/index'
  | '/features/workbench/pages/kitchen/index'
  | '/features/workbench/pages/samples/index'
  | '/features/workbench/pages/menu-week/index'
  | '/features/workbench/pages/dishes/index'
  | '/features/workbench/pages/calendar/index'
  | '/features/workbench/pages/manage/index'

/** What a page is opened with; undefined members are left out. */
export type PageParams = Readonly<Record<string, string | undefined>>

/** Most pages WeChat keeps on top of each other; one more is refused. */
const STACK_LIMIT = 10

/** The page that was opened just now: a second tap opens it no second time. */
let opening: string | null = null

/** Opens a page on top of this one. When the stack is full the page takes this one's place, so that a tap never does nothing. */
export function go(page: PageUrl, params?: PageParams): void {
  const url = page + queryText(params)
  if (url === opening) return
  opening = url
  setTimeout(() => {
    opening = null
  }, SAME_TAP_MS)
  if (Taro.getCurrentPages().length >= STACK_LIMIT) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Opens a page in the place of this one: back will not return here. */
export function replace(page: PageUrl, params?: PageParams): void {
  void Taro.redirectTo({ url: page + queryText(params) })
}

/** One page back; to the home page when there is none below (a link opened from outside). */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else openTab('/pages/home/index')
}

/** One page back; where none is below, since this one was loaded anew or opened by its address, `page` takes its place. */
export function backTo(page: PageUrl, params?: PageParams): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else replace(page, params)
}

/** Opens a page of the tab bar and closes everything on top of it. */
export function openTab(tab: TabUrl): void {
  void Taro.switchTab({ url: tab })
}
