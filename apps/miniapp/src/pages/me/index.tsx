import type { ReactNode } from 'react'
import { Screen } from '@/shared/ui/screen'

export default function Page(): ReactNode {
  return (
    <Screen title="me" tab="/pages/me/index">
      me
    </Screen>
  )
}
