import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { MandatePayer, MandateScope } from '@wanli/contracts/mandates'
import { businessDayOf, fullDayText } from '@wanli/kernel/shanghai-time'
import { SCOPE_TEXT, shortYuan, type MandateReader } from '@/shared/text/mandate-words'
import { aria } from '@/shared/ui/aria'
import { Card } from '@/shared/ui/card'
import { Chip } from '@/shared/ui/chip'
import { Option } from '@/shared/ui/option'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { capsWith, LENGTHS, toggleScope, type TermLength, type TermsForm } from './terms'
import { TERMS_TEXT } from './text'
import css from './terms-fields.module.scss'

const SCOPES: readonly MandateScope[] = ['meals', 'repairs', 'bookings']

const PAYERS: readonly MandatePayer[] = ['agent', 'principal']

/** Who would pay, as whoever reads it calls them: oneself is never told of in the third person. */
function payerWords(payer: MandatePayer, reader: MandateReader): { title: string; text: string } {
  if (reader === 'desk') return TERMS_TEXT.payers[payer]
  return payer === reader ? TERMS_TEXT.payers.me : TERMS_TEXT.payers.other
}

const lengthText = (length: TermLength): string => (length === null ? TERMS_TEXT.always : TERMS_TEXT.lengths[length])

interface TermsFieldsProps {
  /** Who fills it in. */
  reader: MandateReader
  form: TermsForm
  now: Date
  onChange: (form: TermsForm) => void
}

/** What a mandate allows, in four questions: what, how much a day, who pays, until when. */
export function TermsFields({ reader, form, now, onChange }: TermsFieldsProps): ReactNode {
  return (
    <>
      <Card title={TERMS_TEXT.scopes}>
        <View className={css.chips} {...aria({ role: 'group', label: TERMS_TEXT.scopes })}>
          {SCOPES.map((scope) => (
            <ToggleChip
              key={scope}
              on={form.scopes.includes(scope)}
              onTap={() => onChange({ ...form, scopes: toggleScope(form.scopes, scope) })}
            >
              {SCOPE_TEXT[scope]}
            </ToggleChip>
          ))}
        </View>
      </Card>
      <Card title={TERMS_TEXT.cap}>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TERMS_TEXT.cap })}>
          {capsWith(form.dailyCapFen).map((cap) => (
            <Chip key={cap} on={form.dailyCapFen === cap} onTap={() => onChange({ ...form, dailyCapFen: cap })}>
              {cap === null ? TERMS_TEXT.noCap : TERMS_TEXT.capOf(shortYuan(cap))}
            </Chip>
          ))}
        </View>
      </Card>
      <Card title={TERMS_TEXT.payer}>
        <View className={css.payers} {...aria({ role: 'radiogroup', label: TERMS_TEXT.payer })}>
          {PAYERS.map((payer) => {
            const { title, text } = payerWords(payer, reader)
            return (
              <Option
                key={payer}
                on={form.payer === payer}
                label={`${title}，${text}`}
                onTap={() => onChange({ ...form, payer })}
              >
                <View className={css.payer}>{title}</View>
                <View className={css.payerText}>{text}</View>
              </Option>
            )
          })}
        </View>
      </Card>
      <Card title={TERMS_TEXT.until}>
        <View className={css.chips} {...aria({ role: 'radiogroup', label: TERMS_TEXT.until })}>
          {form.keptUntil === null ? null : (
            <Chip on={form.length === 'kept'} onTap={() => onChange({ ...form, length: 'kept' })}>
              {TERMS_TEXT.kept(fullDayText(form.keptUntil, businessDayOf(now)))}
            </Chip>
          )}
          {LENGTHS.map((length) => (
            <Chip key={length} on={form.length === length} onTap={() => onChange({ ...form, length })}>
              {lengthText(length)}
            </Chip>
          ))}
        </View>
      </Card>
    </>
  )
}
