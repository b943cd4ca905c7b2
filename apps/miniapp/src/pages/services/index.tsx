import type { ReactNode } from 'react'
import { Screen } from '@/shared/ui/screen'

export default function Page(): ReactNode {
  return (
    <Screen title="services" tab="/pages/services/index">
      services
    </Screen>
  )
}
