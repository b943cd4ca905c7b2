import type { ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { FootBar } from '@/shared/ui/foot-bar'

interface SaveBarProps {
  label: string
  busy: boolean
  refused: string
  onTap: () => void
}

/** The one button of a form. Why it was not taken stands right above it. */
export function SaveBar({ label, busy, refused, onTap }: SaveBarProps): ReactNode {
  return (
    <FootBar refused={refused}>
      <Button block loading={busy} onTap={onTap}>
        {label}
      </Button>
    </FootBar>
  )
}
