import { Input, Textarea, View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import { aria } from './aria'
import { classList } from './class-list'
import css from './field.module.scss'
import { Icon } from './icon'

interface FieldProps {
  label: string
  value: string
  onInput: (value: string) => void
  placeholder?: string
  /** What is wrong and what to do, in one sentence. */
  error?: string
  type?: 'text' | 'number' | 'idcard' | 'digit' | 'multiline'
  maxLength?: number
  /** Hides the label from the eye where the placeholder says the same; it is still spoken. */
  quiet?: boolean
  onConfirm?: () => void
}

/** A labelled line to write in. The whole box is the target. */
export function Field(props: FieldProps): ReactNode {
  const { label, value, error, type = 'text' } = props
  const [focused, setFocused] = useState(false)
  const common = {
    className: css.input ?? '',
    value,
    maxlength: props.maxLength ?? 140,
    placeholder: props.placeholder ?? '',
    placeholderClass: css.placeholder ?? '',
    onInput: (event: { detail: { value: string } }) => props.onInput(event.detail.value),
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onConfirm: () => props.onConfirm?.(),
    // H5 draws the real field inside Taro's element: the name must stand on that one.
    ...(process.env.TARO_ENV === 'h5' ? { nativeProps: { 'aria-label': label } } : aria({ label })),
  }
  return (
    <View className={css.field}>
      {props.quiet ? null : <View className={css.label}>{label}</View>}
      {props.placeholder ? (
        <View className={css.example} {...aria({ hidden: true })}>
          {props.placeholder}
        </View>
      ) : null}
      <View className={classList(css.box, focused && css.focus, error !== undefined && error !== '' && css.wrong)}>
        {type === 'multiline' ? <Textarea {...common} autoHeight /> : <Input {...common} type={type} />}
      </View>
      {error ? (
        <View className={css.error} {...aria({ role: 'alert' })}>
          <Icon name="alert-line" size="xs" />
          {error}
        </View>
      ) : null}
    </View>
  )
}
