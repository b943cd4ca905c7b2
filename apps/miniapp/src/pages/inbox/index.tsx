import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { Button } from '@/shared/ui/button'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { Tabs, type TabItem } from '@/shared/ui/tabs'
import { toast } from '@/shared/ui/toast'
import { unreadQuery } from '@/shared/unread'
import { noticesQuery } from './api/get-notices'
import { useReadAll } from './api/read-notice'
import css from './index.module.scss'
import { InfoList, TodoList } from './notice-lists'
import { SubscribeCard } from './subscribe-card'
import { INBOX_TEXT as TEXT } from './text'

const TABS = ['all', 'todo', 'info'] as const

type Tab = (typeof TABS)[number]

/** 消息: first what waits for an answer, answered in place; then what happened, by day. */
export default function InboxPage(): ReactNode {
  const { state } = useSession()
  return (
    <Screen title={TEXT.title} tab="/pages/inbox/index">
      {state === 'signed_in' ? <Inbox /> : <SignInFirst text={TEXT.guest} />}
    </Screen>
  )
}

function Inbox(): ReactNode {
  const [asked, ask] = usePageParams('tab')
  const tab = TABS.find((one) => one === asked.tab) ?? 'all'
  const { data: unread } = useQuery(unreadQuery)
  const todo = useInfiniteQuery({ ...noticesQuery('todo'), select: (data) => data.pages.flatMap((page) => page.items) })
  const info = useInfiniteQuery({ ...noticesQuery('info'), select: (data) => data.pages.flatMap((page) => page.items) })
  const tabs: TabItem<Tab>[] = [
    { key: 'all', label: TEXT.all },
    { key: 'todo', label: TEXT.todo, count: unread?.todo ?? 0 },
    { key: 'info', label: TEXT.info },
  ]
  // Both come from one server: what keeps the first list away is said once.
  const missing = todo.isError && todo.data === undefined
  return (
    <>
      <View className={css.head}>
        <Tabs items={tabs} current={tab} onChange={(next) => ask({ tab: next })} />
        <ReadAll unread={unread?.count ?? 0} />
      </View>
      <SubscribeCard />
      {tab === 'info' ? null : <TodoList query={todo} alone={tab === 'todo'} />}
      {tab === 'todo' || (tab === 'all' && missing) ? null : (
        <InfoList query={info} alone={tab === 'info' || todo.data?.length === 0} />
      )}
    </>
  )
}

function ReadAll({ unread }: { unread: number }): ReactNode {
  const all = useReadAll()
  if (unread === 0) return null
  const read = (): void => all.mutate(undefined, { onError: (error) => toast(asApiError(error).detail) })
  return (
    <View className={css.all}>
      <Button kind="text" size="s" loading={all.isPending} onTap={read}>
        {TEXT.readAll}
      </Button>
    </View>
  )
}
