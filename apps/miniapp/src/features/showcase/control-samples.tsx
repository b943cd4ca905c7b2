import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { Button } from '@/shared/ui/button'
import { Cell } from '@/shared/ui/cell'
import { Chip } from '@/shared/ui/chip'
import { Field } from '@/shared/ui/field'
import { Option } from '@/shared/ui/option'
import { Price } from '@/shared/ui/price'
import { Radio } from '@/shared/ui/radio'
import { Stepper } from '@/shared/ui/stepper'
import { Turner } from '@/shared/ui/turner'
import { Tag } from '@/shared/ui/tag'
import { Sample } from './sample'
import css from './showcase.module.scss'
import { SHOWCASE_TEXT as T } from './text'

const nothing = (): void => undefined

function Buttons(): ReactNode {
  return (
    <Sample caption={T.buttons}>
      <View className={css.stack}>
        <Button block onTap={nothing}>
          {T.pay}
        </Button>
        <View className={css.pair}>
          <Button kind="soft" block onTap={nothing}>
            {T.again}
          </Button>
          <Button kind="line" block onTap={nothing}>
            {T.change}
          </Button>
        </View>
        <View className={css.pair}>
          <Button block loading onTap={nothing}>
            {T.paying}
          </Button>
          <Button block disabled onTap={nothing}>
            {T.closed}
          </Button>
        </View>
        <View className={css.line}>
          <Button kind="soft" size="s" onTap={nothing}>
            {T.act}
          </Button>
          <Button kind="danger" size="s" onTap={nothing}>
            {T.leave}
          </Button>
          <Button kind="text" size="s" onTap={nothing}>
            {T.later}
          </Button>
        </View>
      </View>
    </Sample>
  )
}

function Fields(): ReactNode {
  const [name, setName] = useState<string>(T.nameValue)
  const [phone, setPhone] = useState('')
  const [idCard, setIdCard] = useState<string>(T.idCardValue)
  return (
    <Sample caption={T.fields}>
      <View className={css.stack}>
        <Field label={T.name} value={name} onInput={setName} />
        <Field
          label={T.phone}
          value={phone}
          onInput={setPhone}
          placeholder={T.phoneHint}
          type="number"
          maxLength={11}
        />
        <Field label={T.idCard} value={idCard} onInput={setIdCard} error={T.idCardError} />
      </View>
    </Sample>
  )
}

function Choices(): ReactNode {
  const [meal, setMeal] = useState<string>('lunch')
  const [mode, setMode] = useState('dine')
  return (
    <Sample caption={T.choices}>
      <View className={css.stack}>
        <View className={css.line}>
          {T.meals.map((one) => (
            <Chip key={one.key} on={meal === one.key} disabled={one.key === 'breakfast'} onTap={() => setMeal(one.key)}>
              {one.label}
            </Chip>
          ))}
        </View>
        <View className={css.line}>
          <Tag tone="ok">{T.tags.ok}</Tag>
          <Tag tone="warm">{T.tags.warm}</Tag>
          <Tag tone="bad">{T.tags.bad}</Tag>
          <Tag tone="info">{T.tags.info}</Tag>
          <Tag>{T.tags.plain}</Tag>
        </View>
        <View className={css.pair}>
          <Option on={mode === 'dine'} label={T.dineIn} onTap={() => setMode('dine')}>
            {T.dineIn}
            <View className={css.fs1}>{T.dineInText}</View>
          </Option>
          <Option on={mode === 'pick'} label={T.pickUp} onTap={() => setMode('pick')}>
            {T.pickUp}
            <View className={css.fs1}>{T.pickUpText}</View>
          </Option>
        </View>
      </View>
    </Sample>
  )
}

/** Months of a year. */
const YEAR = 12

/** Buttons, fields, counters, switches, choices, prices. */
export function ControlSamples(): ReactNode {
  const [count, setCount] = useState(2)
  const [month, setMonth] = useState(YEAR)
  const [on, setOn] = useState(true)
  return (
    <>
      <Buttons />
      <Fields />
      <Sample caption={T.controls}>
        <View className={css.line}>
          <Stepper value={count} min={0} max={5} label={T.dish} onChange={setCount} />
          <Radio on />
          <Radio on={false} />
        </View>
        <Turner
          earlier={T.monthBefore}
          later={T.monthAfter}
          isFirst={month === 1}
          isLast={month === YEAR}
          onEarlier={() => setMonth(month - 1)}
          onLater={() => setMonth(month + 1)}
        >
          {T.monthOf(month)}
        </Turner>
        <Cell title={T.controls} plain checked={on} onTap={() => setOn(!on)} />
      </Sample>
      <Choices />
      <Sample caption={T.price}>
        <View className={css.line}>
          <Price fen={1360} wasFen={1600} />
          <Tag tone="ok">{T.percent}</Tag>
        </View>
      </Sample>
    </>
  )
}
