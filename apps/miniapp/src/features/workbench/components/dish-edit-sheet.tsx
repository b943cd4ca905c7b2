import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Meal } from '@wanli/contracts/canteen'
import type { CatalogueDishView, DishStation } from '@wanli/contracts/menus'
import { MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { classList } from '@/shared/ui/class-list'
import { Field } from '@/shared/ui/field'
import css from '@/shared/ui/form.module.scss'
import { Option } from '@/shared/ui/option'
import { Picture } from '@/shared/ui/picture'
import { Sheet } from '@/shared/ui/sheet'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { KINDS, MENUS_TEXT, STATION_TEXT } from '../menus-text'
import { DISH_PICTURES, NUTRIENTS, type DishForm, type DishProblems } from '../model/dish-form'
import { useDishForm } from '../use-dish-form'
import { BegunBar } from './begun-bar'
import own from './dish-edit-sheet.module.scss'
import { FormFoot } from './form-foot'

const TEXT = MENUS_TEXT.dishes
const MEALS = Object.keys(MEAL_TEXT) as Meal[]
const STATIONS = Object.keys(STATION_TEXT) as DishStation[]
const PICTURE_SIDE = 44

/** A dish: what it is, what it costs, what is in it. A new one without `dish`. */
export function DishEditSheet({ dish, onClose }: { dish: CatalogueDishView | null; onClose: () => void }): ReactNode {
  const { form, kept, problems, change, send, retire, foot } = useDishForm(dish, onClose)
  return (
    <Sheet
      open
      title={dish === null ? TEXT.newTitle : dish.name}
      onClose={onClose}
      footer={
        <FormFoot
          {...foot}
          label={TEXT.save}
          onTap={send}
          beside={
            dish === null ? null : (
              <Button kind="line" loading={retire.busy} onTap={retire.run}>
                {dish.retiredAt === null ? TEXT.retire : TEXT.restore}
              </Button>
            )
          }
        />
      }
    >
      <View className={css.form}>
        <BegunBar form={kept} />
        <What form={form} problems={problems} change={change} />
        <Costs form={form} problems={problems} change={change} />
        <Inside form={form} problems={problems} change={change} />
        {dish === null ? null : <View className={css.help}>{TEXT.retireHelp}</View>}
      </View>
    </Sheet>
  )
}

interface PartProps {
  form: DishForm
  problems: DishProblems
  change: (next: Partial<DishForm>) => void
}

function What({ form, problems, change }: PartProps): ReactNode {
  const toggleMeal = (meal: Meal): void =>
    change({
      meals: MEALS.filter((one) => (one === meal ? !form.meals.includes(meal) : form.meals.includes(one))),
    })
  return (
    <>
      <Field
        label={TEXT.name}
        value={form.name}
        maxLength={20}
        error={problems.name}
        onInput={(name) => change({ name })}
      />
      <View className={css.group}>
        <View className={css.label}>{TEXT.kind}</View>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.kind })}>
          {KINDS.map((kind) => (
            <Chip key={kind} on={form.kind === kind} onTap={() => change({ kind })}>
              {kind}
            </Chip>
          ))}
        </View>
      </View>
      <View className={css.group}>
        <View className={css.label}>{TEXT.meals}</View>
        <View className={css.chips}>
          {MEALS.map((meal) => (
            <ToggleChip key={meal} on={form.meals.includes(meal)} onTap={() => toggleMeal(meal)}>
              {MEAL_TEXT[meal]}
            </ToggleChip>
          ))}
        </View>
        {problems.meals ? <View className={css.wrong}>{problems.meals}</View> : null}
      </View>
      <View className={css.group}>
        <View className={css.label}>{TEXT.picture}</View>
        <View className={own.pictures} {...aria({ role: 'radiogroup', label: TEXT.picture })}>
          {DISH_PICTURES.map((picture, index) => (
            <Option
              key={picture}
              on={form.picture === picture}
              label={`${TEXT.picture} ${index + 1}`}
              onTap={() => change({ picture })}
            >
              <Picture name={picture} size={PICTURE_SIDE} />
            </Option>
          ))}
        </View>
      </View>
    </>
  )
}

function Costs({ form, problems, change }: PartProps): ReactNode {
  return (
    <>
      <View className={classList(css.pair, own.level)}>
        <Field
          label={TEXT.listFen}
          type="digit"
          maxLength={7}
          value={form.list}
          error={problems.list}
          onInput={(list) => change({ list })}
        />
        <Field
          label={TEXT.halfFen}
          type="digit"
          maxLength={7}
          value={form.half}
          error={problems.half}
          onInput={(half) => change({ half })}
        />
        <Field
          label={TEXT.costFen}
          type="digit"
          maxLength={7}
          value={form.cost}
          error={problems.cost}
          onInput={(cost) => change({ cost })}
        />
      </View>
      <View className={css.group}>
        <View className={css.label}>{TEXT.station}</View>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TEXT.station })}>
          {STATIONS.map((station) => (
            <Chip key={station} on={form.station === station} onTap={() => change({ station })}>
              {STATION_TEXT[station]}
            </Chip>
          ))}
        </View>
      </View>
    </>
  )
}

function Inside({ form, problems, change }: PartProps): ReactNode {
  return (
    <>
      <Field
        label={TEXT.ingredients}
        value={form.ingredients}
        maxLength={200}
        onInput={(ingredients) => change({ ingredients })}
      />
      <Field
        label={TEXT.allergens}
        value={form.allergens}
        maxLength={100}
        onInput={(allergens) => change({ allergens })}
      />
      <Field label={TEXT.tags} value={form.tags} maxLength={60} onInput={(tags) => change({ tags })} />
      <View className={css.group}>
        <View className={css.label}>{TEXT.how}</View>
        <View className={css.chips}>
          <ToggleChip on={form.soft} onTap={() => change({ soft: !form.soft })}>
            {TEXT.soft}
          </ToggleChip>
          <ToggleChip on={form.lowSalt} onTap={() => change({ lowSalt: !form.lowSalt })}>
            {TEXT.lowSalt}
          </ToggleChip>
        </View>
      </View>
      <View className={css.group}>
        <View className={css.label}>{TEXT.nutrition}</View>
        <View className={classList(css.pair, own.level)}>
          {NUTRIENTS.map((name) => (
            <Field
              key={name}
              label={TEXT[name]}
              type="digit"
              maxLength={7}
              value={form.nutrition[name]}
              onInput={(text) => change({ nutrition: { ...form.nutrition, [name]: text } })}
            />
          ))}
        </View>
        {problems.nutrition ? <View className={css.wrong}>{problems.nutrition}</View> : null}
      </View>
    </>
  )
}
