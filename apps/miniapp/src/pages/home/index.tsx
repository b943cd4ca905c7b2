import type { ReactNode } from 'react'
import { useSession } from '@/shared/http/session'
import { useElderMode } from '@/shared/theme/elder-mode'
import { ElderHome } from './elder-home'
import { GuestHome } from './guest-home'
import { ResidentHome } from './resident-home'

/** 首页: one page with three faces. */
export default function HomePage(): ReactNode {
  const { person } = useSession()
  const elder = useElderMode()
  if (elder.on) return <ElderHome person={person} />
  return person ? <ResidentHome person={person} /> : <GuestHome />
}
