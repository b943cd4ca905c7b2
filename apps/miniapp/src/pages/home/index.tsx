import type { ReactNode } from 'react'
import { Screen } from '@/shared/ui/screen'

export default function Page(): ReactNode {
  return (
    <Screen title="home" tab="/pages/home/index">
      home
    </Screen>
  )
}
