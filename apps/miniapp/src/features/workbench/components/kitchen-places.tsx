import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { KitchenSitting } from '@wanli/contracts/kitchen'
import { go } from '@/shared/navigation'
import { dayAndMeal, MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { classList } from '@/shared/ui/class-list'
import { Pressable } from '@/shared/ui/pressable'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { PLACES, type KitchenPlace } from '../model/kitchen'
import css from './kitchen-places.module.scss'

interface KitchenPlacesProps {
  current: KitchenPlace
  onChange: (place: KitchenPlace) => void
  /** A place where something is wrong. */
  alarm: KitchenPlace | null
}

/** The four places of the kitchen. The window where meals are handed over is a page of its own. */
export function KitchenPlaces({ current, onChange, alarm }: KitchenPlacesProps): ReactNode {
  return (
    <View className={css.places} {...aria({ role: 'navigation', label: TEXT.placesLabel })}>
      {PLACES.map((place) => (
        <Pressable
          key={place}
          className={classList(css.place, place === current && css.on, place === alarm && css.alarm)}
          facts={{ current: place === current }}
          onTap={() => (place === 'pickup' ? go('/features/workbench/pages/pickup/index') : onChange(place))}
        >
          {TEXT.places[place]}
          {place === alarm ? <View className={css.dot} /> : null}
        </Pressable>
      ))}
    </View>
  )
}

interface MealSwitchProps {
  sittings: readonly KitchenSitting[]
  currentId: string
  /** Shanghai day, `YYYY-MM-DD`. */
  today: string
  /** A meal at which something is wrong. */
  alarmId: string | null
  onChange: (id: string) => void
}

/** Today's meals, and tomorrow's that is counted already. */
export function MealSwitch({ sittings, currentId, today, alarmId, onChange }: MealSwitchProps): ReactNode {
  return (
    <View className={css.places} {...aria({ role: 'radiogroup', label: TEXT.mealsLabel })}>
      {sittings.map(({ id, day, meal }) => {
        const name = day === today ? MEAL_TEXT[meal] : dayAndMeal(day, meal, today)
        return (
          <Pressable
            key={id}
            className={classList(css.meal, id === currentId && css.mealOn)}
            role="radio"
            facts={{ checked: id === currentId }}
            skipped={id !== currentId}
            label={id === alarmId ? TEXT.alarmed(name) : undefined}
            onTap={() => onChange(id)}
          >
            {name}
            {id === alarmId ? <View className={css.dot} /> : null}
          </Pressable>
        )
      })}
    </View>
  )
}
