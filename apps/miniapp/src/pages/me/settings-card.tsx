import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { SERVICE_STATION } from '@/shared/contact'
import { go } from '@/shared/navigation'
import { phoneCall } from '@/shared/phone-call'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { ME_TEXT } from './text'

/** How the app should be, where one is signed in, and whom to call. A guest has the first and the last. */
export function SettingsCard({ person }: { person: PersonView | null }): ReactNode {
  const elder = useElderMode()
  return (
    <Card flush>
      <Cell
        icon="hand-heart-line"
        title={ME_TEXT.elder}
        text={ME_TEXT.elderText}
        plain
        checked={elder.on}
        onTap={() => elder.set(!elder.on)}
      />
      {person ? (
        <>
          <Cell
            icon="eye-2-line"
            title={ME_TEXT.accessLog}
            plain
            onTap={() => go('/features/people/pages/access-log/index')}
          />
          <Cell
            icon="lock-line"
            title={ME_TEXT.privacy}
            plain
            onTap={() => go('/features/people/pages/privacy/index')}
          />
        </>
      ) : null}
      {person ? (
        <Cell
          icon="cellphone-line"
          title={ME_TEXT.sessions}
          plain
          onTap={() => go('/features/people/pages/sessions/index')}
        />
      ) : null}
      <Cell
        icon="headphone-line"
        title={ME_TEXT.phone}
        value={SERVICE_STATION.number}
        plain
        onTap={() => phoneCall(SERVICE_STATION.number)}
      />
    </Card>
  )
}
