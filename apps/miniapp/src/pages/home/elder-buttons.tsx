import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SERVICE_STATION } from '@/shared/contact'
import { requireSession } from '@/shared/http/session'
import { go } from '@/shared/navigation'
import { openService } from '@/shared/services/open-service'
import type { ServiceKey } from '@/shared/services/service-list'
import { phoneCall } from '@/shared/phone-call'
import type { ModuleTint } from '@/shared/ui/module-tint'
import { classList } from '@/shared/ui/class-list'
import { Picture } from '@/shared/ui/picture'
import { Pressable } from '@/shared/ui/pressable'
import css from './elder-home.module.scss'
import { HOME_TEXT } from './text'

const byPhone = (service: ServiceKey) => () => openService(service)

const MENU = '/features/canteen/pages/elder-menu/index'

function orderMeal(): void {
  if (requireSession(MENU)) go(MENU)
}

const BUTTONS: readonly { tint: ModuleTint; picture: string; name: string; onTap: () => void }[] = [
  { tint: 'canteen', picture: 'steaming-bowl', name: HOME_TEXT.orderMeal, onTap: orderMeal },
  { tint: 'repair', picture: 'toolbox', name: HOME_TEXT.repairBig, onTap: byPhone('repair') },
  { tint: 'care', picture: 'woman-raising-hand-light', name: HOME_TEXT.help, onTap: byPhone('help') },
  { tint: 'gigs', picture: 'telephone', name: HOME_TEXT.phoneBig, onTap: () => phoneCall(SERVICE_STATION.number) },
]

/** Four giant buttons, a picture and a verb each; `low` where two meals stand above them, so that all four are seen at once. */
export function ElderButtons({ low }: { low: boolean }): ReactNode {
  return (
    <View className={css.grid}>
      {BUTTONS.map((button) => (
        <Pressable
          key={button.name}
          className={classList(css.button, low && css.low)}
          style={{ background: `var(--t-${button.tint})` }}
          onTap={button.onTap}
        >
          <Picture name={button.picture} size={low ? 52 : 68} />
          {button.name}
        </Pressable>
      ))}
    </View>
  )
}
