import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { phoneCall } from '@/shared/phone-call'
import { isServiceKey, SERVICES } from '@/shared/services/service-list'
import { useElderMode } from '@/shared/theme/elder-mode'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Heading } from '@/shared/ui/heading'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Screen } from '@/shared/ui/screen'
import { Tile } from '@/shared/ui/tile'
import { BY_PHONE_TEXT } from '../../text'
import css from './by-phone.module.scss'

/** The honest door of a service without pages: what it is, who answers, when, and the number. */
export default function ByPhonePage(): ReactNode {
  const asked = useRouter().params.service
  const service = SERVICES[isServiceKey(asked) ? asked : 'phonebook']
  const { phone } = service
  const elder = useElderMode()
  const callButton = (
    <Button block icon="phone-fill" onTap={() => phoneCall(phone.number)}>
      {BY_PHONE_TEXT.call(phone.number)}
    </Button>
  )
  return (
    // The care mode's telephone bar already is this button.
    <Screen title={service.name} phone={phone} bottom={elder.on ? undefined : callButton}>
      <Card>
        <View className={css.head}>
          <Tile tint={service.tint} picture={service.picture} size="l" />
          <View className={css.words}>
            <Heading level={2} className={css.title}>
              {service.text}
            </Heading>
            <View className={css.what}>{service.what}</View>
          </View>
        </View>
      </Card>
      <Card flush>
        <Cell icon="user-2-line" title={BY_PHONE_TEXT.who} value={phone.name} plain />
        <Cell icon="time-line" title={BY_PHONE_TEXT.hours} value={phone.hours} plain />
        <Cell
          icon="phone-line"
          title={BY_PHONE_TEXT.number}
          value={phone.number}
          plain
          onTap={() => phoneCall(phone.number)}
        />
      </Card>
      <NoticeBar tone="info" icon="information-line">
        {BY_PHONE_TEXT.why}
      </NoticeBar>
    </Screen>
  )
}
