import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { queryText } from '@/shared/http/url'
import { addressIsShown } from '@/shared/missing-parts'

type Params<Name extends string> = Readonly<Partial<Record<Name, string | undefined>>>

/**
 * Writes params into the page's address, in the place of those it had. The router is not told: the page stays, and with it its entry in
 * the history. Nothing happens where another page is on its way already, and on a phone, which shows no addresses.
 */
function rewrite(path: string, params: Params<string>): void {
  if (process.env.TARO_ENV !== 'h5') return
  const [route = '', query = ''] = window.location.hash.split('?')
  if (route !== `#${path}`) return
  const others = query.split('&').filter((pair) => !((pair.split('=')[0] ?? '') in params))
  const parts = [...others, ...queryText(params).slice(1).split('&')].filter((pair) => pair !== '')
  window.history.replaceState(window.history.state, '', parts.length === 0 ? route : `${route}?${parts.join('&')}`)
  addressIsShown()
}

/**
 * What this page was opened with under these names, and how to change it. What somebody chooses on a page (a day, a tab, for whom) stands
 * in its address, so that a reload, and a link that is passed on, show the same. A choice is no step of the way: back leads to the page
 * before.
 */
export function usePageParams<Name extends string>(...names: Name[]): [Params<Name>, (changed: Params<Name>) => void] {
  const { path, params: opened } = useRouter()
  const [chosen, setChosen] = useState<Params<string>>({})
  const all: Params<string> = { ...opened, ...chosen }
  const write = (params: Params<string>): void => rewrite(path.split('?')[0] ?? path, params)
  const change = (changed: Params<Name>): void => {
    setChosen((before) => ({ ...before, ...changed }))
    write(changed)
  }
  // A page of the tab bar is come back to by its bare address.
  useDidShow(() => write(Object.fromEntries(names.map((name) => [name, all[name]]))))
  return [all, change]
}
