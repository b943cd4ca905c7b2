import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { Tag } from '@/shared/ui/tag'
import { eaterOf } from '../model/eater'
import { CANTEEN_TEXT } from '../text'

const TEXT = CANTEEN_TEXT.menu

interface ClashTagProps {
  /** What of it the eater does not eat; nothing shows nothing. */
  clash: readonly string[]
  /** Who is to eat; null for the person themself. */
  forPersonId: string | null
}

/** Marks what holds something that its eater does not eat: seen before it is chosen, not asked about at the end only. */
export function ClashTag({ clash, forPersonId }: ClashTagProps): ReactNode {
  const { person } = useSession()
  if (clash.length === 0 || !person) return null
  const eater = eaterOf(person, forPersonId)
  return (
    <Tag tone="warm" icon="alert-line">
      {eater.id === null ? TEXT.clash : TEXT.clashOther(eater.relation ?? eater.name)}
    </Tag>
  )
}
