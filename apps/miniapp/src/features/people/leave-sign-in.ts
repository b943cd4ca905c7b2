import Taro from '@tarojs/taro'
import { openTab } from '@/shared/navigation'

/** After signing in: back to the page that asked for it, or home when there is none below. */
export function leaveSignIn(): void {
  const pages = Taro.getCurrentPages()
  const below = pages[pages.length - 2]
  // Somebody who changes who they are starts at home: the page below showed another person's things.
  if (below && !below.route?.includes('pages/me/')) void Taro.navigateBack()
  else openTab('/pages/home/index')
}
