import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { MENUS } from '@wanli/kernel/limits'
import { restTaps } from '@/shared/tap-rest'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { Field } from '@/shared/ui/field'
import form from '@/shared/ui/form.module.scss'
import { Icon } from '@/shared/ui/icon'
import { Pressable } from '@/shared/ui/pressable'
import { PLAN_TEXT as TEXT } from '../menus-text'
import type { PlanProblems, ReleaseLine } from '../model/plan-form'
import css from './release-rows.module.scss'

interface ReleaseRowsProps {
  lines: readonly ReleaseLine[]
  problems: PlanProblems
  onChange: (lines: ReleaseLine[]) => void
}

/** The steps in which a meal's portions for elders become everybody's: one row a step, from a time on. */
export function ReleaseRows({ lines, problems, onChange }: ReleaseRowsProps): ReactNode {
  const change = (index: number, next: Partial<ReleaseLine>): void =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...next } : line)))
  return (
    <View className={form.group} {...aria({ role: 'group', label: TEXT.releases })}>
      <View className={form.label}>{TEXT.releases}</View>
      {lines.length === 0 ? (
        <View className={form.help}>{TEXT.releasesNone}</View>
      ) : (
        <View className={css.heads}>
          <View>{TEXT.at}</View>
          <View>{TEXT.kept}</View>
        </View>
      )}
      {lines.map(({ at, kept }, index) => (
        <View key={index} className={css.row}>
          <Field
            quiet
            label={TEXT.releaseAt(index + 1)}
            placeholder={TEXT.atHint}
            maxLength={5}
            value={at}
            error={problems[`releases.${index}.at`]}
            onInput={(text) => change(index, { at: text })}
          />
          <Field
            quiet
            label={TEXT.releaseKept(index + 1)}
            placeholder={TEXT.keptHint}
            type="number"
            maxLength={2}
            value={kept}
            error={problems[`releases.${index}.keptPercent`]}
            onInput={(text) => change(index, { kept: text })}
          />
          <Pressable
            className={css.remove}
            label={TEXT.releaseRemove(index + 1)}
            onTap={() => {
              // The next step moves up under the finger: it stays.
              restTaps()
              onChange(lines.filter((_, other) => other !== index))
            }}
          >
            <Icon name="close-line" />
          </Pressable>
        </View>
      ))}
      {lines.length < MENUS.releases ? (
        <View>
          <Button kind="soft" size="s" icon="add-line" onTap={() => onChange([...lines, { at: '', kept: '' }])}>
            {TEXT.releaseAdd}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
