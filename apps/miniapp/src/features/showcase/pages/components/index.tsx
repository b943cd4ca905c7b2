import type { ReactNode } from 'react'
import { Screen } from '@/shared/ui/screen'

export default function Page(): ReactNode {
  return <Screen title="x">x</Screen>
}
