import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { SERVICE_STATION, type ContactPhone } from '@/shared/contact'
import { queryClient } from '@/shared/http/query-client'
import { addressIsShown } from '@/shared/missing-parts'
import type { TabUrl } from '@/shared/navigation'
import { useElderMode } from '@/shared/theme/elder-mode'
import { useUnreadDot } from '@/shared/unread'
import { aria } from './aria'
import { classList } from './class-list'
import { NavBar } from './nav-bar'
import { PhoneBar } from './phone-bar'
import css from './screen.module.scss'
import { useKeptFocus } from './focus'
import { endSplash } from './splash'
import { TabBar } from './tab-bar'
import { TapShield } from './tap-shield'

interface ScreenProps {
  /** Name of the page: in the bar, in the browser's tab, and the page's first heading. */
  title: string
  /** `clear`: no title and no ground, for pages that begin with a picture; they bring their own level-1 Heading. */
  nav?: 'bar' | 'clear'
  /** A way back in the bar; pages opened on top of another have one. */
  back?: boolean
  /** At the start of the bar, in place of the way back. */
  navStart?: ReactNode
  /** Sticks to the foot: the page's one primary button. */
  bottom?: ReactNode
  /** What pulling down does; stale data is fetched again anyway. Needs `enablePullDownRefresh` in the page's config. */
  onRefresh?: () => Promise<unknown>
  /** Whom the care mode's telephone calls; the service station when not given. */
  phone?: ContactPhone
  /** Workbench: up to 1280 wide. */
  wide?: boolean
  /** Workbench: a head in place of the bar on a wide screen; the page is then as wide as `wide` and as high as the screen. */
  deskHeader?: ReactNode
  /** Set on the four tab pages. */
  tab?: TabUrl
  children: ReactNode
}

const refreshStale = (): Promise<void> =>
  queryClient.refetchQueries({ type: 'active', stale: true }, { cancelRefetch: false })

function usePageLife(title: string, onRefresh: (() => Promise<unknown>) | undefined): boolean {
  const [shown, setShown] = useState(true)
  useDidShow(() => {
    setShown(true)
    addressIsShown()
    void Taro.setNavigationBarTitle({ title })
    // Taro keeps a page mounted under the ones on top of it, so coming back fetches nothing by itself.
    void refreshStale()
  })
  useDidHide(() => setShown(false))
  useEffect(endSplash, [])
  usePullDownRefresh(() => {
    const work = onRefresh ? onRefresh() : queryClient.refetchQueries({ type: 'active' })
    void work.finally(() => Taro.stopPullDownRefresh())
  })
  return shown
}

/** Root of every page: bar, theme and scale, safe areas, refresh on show, and in the care mode the telephone at the foot. */
export function Screen(props: ScreenProps): ReactNode {
  const { title, nav = 'bar', back = props.tab === undefined } = props
  const elder = useElderMode()
  const desk = props.deskHeader !== undefined
  const shown = usePageLife(title, props.onRefresh)
  useKeptFocus()
  useUnreadDot(shown && props.tab !== undefined)
  const phone = elder.on && !props.wide && !desk ? (props.phone ?? SERVICE_STATION) : null
  const tabs = process.env.TARO_ENV === 'h5' ? props.tab : undefined
  return (
    <View
      className={classList(
        'theme',
        elder.on && 'elder',
        css.screen,
        (props.wide || desk) && css.wide,
        desk && css.panels,
      )}
    >
      <NavBar title={title} kind={nav} back={back && !props.navStart} start={props.navStart} narrowOnly={desk} />
      {desk ? <View className={css.deskHeader}>{props.deskHeader}</View> : null}
      <View className={css.body} {...aria({ role: 'main' })}>
        {props.children}
      </View>
      {props.bottom || phone || tabs ? (
        <View className={css.foot}>
          {props.bottom ? <View className={css.bottom}>{props.bottom}</View> : null}
          {phone ? (
            <View className={css.phone}>
              <PhoneBar phone={phone} />
            </View>
          ) : null}
          {tabs ? (
            <View className={css.tabs}>
              <TabBar current={tabs} />
            </View>
          ) : null}
        </View>
      ) : null}
      <TapShield />
    </View>
  )
}
