import type { ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { FootBar } from '@/shared/ui/foot-bar'

interface SaveBarProps {
  label: string
  busy: boolean
  refused: string
  /** What a tap on the refusal does, in words and in deed. */
  act?: string
  onRefused?: () => void
  onTap: () => void
}

/** The one button of a form. Why it was not taken stands right above it. */
export function SaveBar({ label, busy, refused, act, onRefused, onTap }: SaveBarProps): ReactNode {
  return (
    <FootBar refused={refused} act={act} onRefused={onRefused}>
      <Button block loading={busy} onTap={onTap}>
        {label}
      </Button>
    </FootBar>
  )
}
