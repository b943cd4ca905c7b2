import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { IconName } from '@/shared/icons/icon-name'
import css from './cell.module.scss'
import { classList } from './class-list'
import { Facts } from './facts'
import { Icon } from './icon'
import { Pressable } from './pressable'
import { Switch } from './switch'

interface CellProps {
  icon?: IconName
  /** A Tile or a FacePicture in front. */
  tile?: ReactNode
  title: ReactNode
  text?: ReactNode
  /** Quiet words at the right. */
  value?: ReactNode
  /** Opens something: an arrow is drawn, unless the row is `bare`. */
  onTap?: () => void
  bare?: boolean
  /** On or off, at once: a tap anywhere on the row changes it. */
  checked?: boolean
  /** Something at the right in place of the arrow: a tag, a button. */
  end?: ReactNode
  /** Spoken instead of the words of the row. */
  label?: string
  /** Title in plain weight, for rows of a settings list. */
  plain?: boolean
}

/** A row of a list. Hairlines between rows start where the text starts. */
export function Cell(props: CellProps): ReactNode {
  const { icon, tile, title, text, value, onTap, checked } = props
  const end = checked === undefined ? props.end : <Switch on={checked} />
  const arrow = Boolean(onTap) && !end && !props.bare
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {tile}
      <View className={classList(css.main, arrow && !value && css.besideLone)}>
        <View className={classList(css.title, props.plain && css.plain)}>{title}</View>
        {text ? <View className={css.text}>{typeof text === 'string' ? <Facts text={text} /> : text}</View> : null}
      </View>
      {value || arrow ? (
        <View className={classList(css.tail, !value && css.lone)}>
          {value ? <View className={css.value}>{value}</View> : null}
          {arrow ? <Icon name="right-line" size="s" className={css.arrow} /> : null}
        </View>
      ) : null}
      {end ? <View className={css.end}>{end}</View> : null}
    </>
  )
  const className = classList(css.cell, 'cell')
  if (!onTap) return <View className={className}>{inside}</View>
  const control = checked === undefined ? {} : ({ role: 'switch', facts: { checked } } as const)
  return (
    <Pressable className={className} label={props.label} onTap={onTap} {...control}>
      {inside}
    </Pressable>
  )
}
