import Taro from '@tarojs/taro'
import { pageAfterSignIn } from '@/shared/http/after-sign-in'
import { openTab, replace } from '@/shared/navigation'

/** After signing in: on to the page that was wanted, else back to the one that asked for it, or home when there is none below. */
export function leaveSignIn(): void {
  const wanted = pageAfterSignIn(Taro.getCurrentInstance().router?.params.then)
  if (wanted) {
    replace(wanted)
    return
  }
  const pages = Taro.getCurrentPages()
  const below = pages[pages.length - 2]
  // Somebody who changes who they are starts at home: the page below showed another person's things.
  if (below && !below.route?.includes('pages/me/')) void Taro.navigateBack()
  else openTab('/pages/home/index')
}
