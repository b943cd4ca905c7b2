import type { ReactNode } from 'react'
import { canReadAloud, readAloud } from '@/shared/read-aloud'
import { Button } from '@/shared/ui/button'
import { CANTEEN_TEXT } from '../text'

/** 读给我听: reads the page's few sentences aloud. Not drawn where the device cannot. */
export function SayButton({ sentences }: { sentences: readonly string[] }): ReactNode {
  if (!canReadAloud()) return null
  return (
    <Button kind="soft" size="s" icon="volume-fill" onTap={() => readAloud(sentences)}>
      {CANTEEN_TEXT.elder.read}
    </Button>
  )
}
