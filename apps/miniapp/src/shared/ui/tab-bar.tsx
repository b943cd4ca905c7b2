import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { openTab, type TabUrl } from '@/shared/navigation'
import { useUnreadCount } from '@/shared/unread'
import { aria } from './aria'
import { classList } from './class-list'
import { Icon } from './icon'
import { Pressable } from './pressable'
import css from './tab-bar.module.scss'
import { TABS } from './tab-list'
import { UI_TEXT } from './text'

/** The tab bar of H5, drawn by us so that it grows, darkens and speaks as the rest does. WeChat draws its own. */
export function TabBar({ current }: { current: TabUrl }): ReactNode {
  const unread = useUnreadCount()
  return (
    <View className={css.bar} {...aria({ role: 'navigation', label: UI_TEXT.tabs })}>
      {TABS.map((tab) => {
        const open = tab.url === current
        const dot = tab.url === '/pages/inbox/index' && unread > 0
        return (
          <Pressable
            key={tab.url}
            className={classList(css.tab, open && css.open)}
            role="link"
            label={dot ? `${tab.label}，${UI_TEXT.unread}` : tab.label}
            facts={{ current: open }}
            onTap={() => openTab(tab.url)}
          >
            <View className={css.icon}>
              <Icon name={open ? tab.openIcon : tab.icon} />
              {dot ? <View className={css.dot} /> : null}
            </View>
            {tab.label}
          </Pressable>
        )
      })}
    </View>
  )
}
