import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { clockText } from '@wanli/kernel/shanghai-time'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { recentActsQuery } from '../api/get-recent-acts'
import { CLERK_TEXT as TEXT } from '../clerk-text'
import css from './find-card.module.scss'
import { PersonSearch } from './person-search'

interface FindCardProps {
  personId: string | null
  onChoose: (id: string) => void
  onNew: () => void
}

/** 找人, and what this clerk did today. */
export function FindCard({ personId, onChoose, onNew }: FindCardProps): ReactNode {
  return (
    <>
      <Card>
        <PersonSearch label={TEXT.findLabel} chosenId={personId} onChoose={({ id }) => onChoose(id)} />
      </Card>
      <View className={css.recent}>
        <Card title={TEXT.recent}>
          <Recent />
        </Card>
      </View>
      <Button kind="line" block icon="user-add-line" onTap={onNew}>
        {TEXT.newPerson}
      </Button>
    </>
  )
}

function Recent(): ReactNode {
  const { data = [] } = useQuery(recentActsQuery)
  if (data.length === 0) return <View className={css.none}>{TEXT.noRecent}</View>
  return (
    <>
      {data.map((act) => (
        <View key={act.id} className={css.act}>
          <View className={css.who}>{act.personName}</View>
          <View className={css.what}>{act.what}</View>
          <View className={css.when}>{clockText(new Date(act.at))}</View>
        </View>
      ))}
    </>
  )
}
