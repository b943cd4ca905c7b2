import type { IconName } from '@/shared/icons/icon-name'
import type { TabUrl } from '@/shared/navigation'

/** The four pages of the tab bar, as drawn on H5. `app.config.ts` tells WeChat the same. */
export const TABS: readonly { url: TabUrl; label: string; icon: IconName; openIcon: IconName }[] = [
  { url: '/pages/home/index', label: '首页', icon: 'home-4-line', openIcon: 'home-4-fill' },
  { url: '/pages/services/index', label: '服务', icon: 'grid-line', openIcon: 'grid-fill' },
  { url: '/pages/inbox/index', label: '消息', icon: 'message-4-line', openIcon: 'message-4-fill' },
  { url: '/pages/me/index', label: '我的', icon: 'user-2-line', openIcon: 'user-2-fill' },
]
