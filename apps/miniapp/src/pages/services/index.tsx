import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { SERVICE_STATION } from '@/shared/contact'
import { phoneCall } from '@/shared/phone-call'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Screen } from '@/shared/ui/screen'
import { Tile } from '@/shared/ui/tile'
import { BigDoor } from './big-door'
import css from './services.module.scss'
import { SmallDoor } from './small-door'
import { SERVICES_TEXT } from './text'

/** 服务: everything the sub-district does, in four groups named the way people talk. */
export default function ServicesPage(): ReactNode {
  return (
    <Screen title={SERVICES_TEXT.title} tab="/pages/services/index">
      <Card title={SERVICES_TEXT.daily}>
        <View className={css.big}>
          <BigDoor service="canteen" />
          <BigDoor service="dorm" />
          <BigDoor service="repair" />
          <BigDoor service="gigs" />
        </View>
      </Card>
      <Card title={SERVICES_TEXT.care}>
        <View className={css.four}>
          <SmallDoor service="nursery" />
          <SmallDoor service="daycare" />
          <SmallDoor service="doctor" />
          <SmallDoor service="delivery" />
        </View>
      </Card>
      <Card title={SERVICES_TEXT.learn}>
        <View className={css.four}>
          <SmallDoor service="activities" />
          <SmallDoor service="reading" />
          <SmallDoor service="training" />
          <SmallDoor service="venues" />
        </View>
      </Card>
      <Card title={SERVICES_TEXT.talk}>
        <View className={css.four}>
          <SmallDoor service="voices" />
          <SmallDoor service="places" />
          <SmallDoor service="rights" />
          <SmallDoor service="phonebook" />
        </View>
      </Card>
      <Card flush>
        <Cell
          tile={<Tile tint="care" picture="woman-raising-hand-light" />}
          title={SERVICES_TEXT.ask}
          text={SERVICES_TEXT.answered(SERVICE_STATION.hours)}
          end={
            <Button kind="soft" size="s" icon="phone-line" onTap={() => phoneCall(SERVICE_STATION.number)}>
              {SERVICES_TEXT.call}
            </Button>
          }
        />
      </Card>
    </Screen>
  )
}
