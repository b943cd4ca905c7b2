import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonaView } from '@wanli/contracts/people'
import { asApiError } from '@/shared/http/api-error'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { FacePicture } from '@/shared/ui/face'
import { Section } from '@/shared/ui/section'
import { toast } from '@/shared/ui/toast'
import { useDemoSignIn } from './api/demo-sign-in'
import { leaveSignIn } from './leave-sign-in'
import css from './persona-list.module.scss'
import { PEOPLE_TEXT } from './text'

/** The invented people of the demo; a tap signs in as one of them and goes back to where one came from. */
export function PersonaList({ personas }: { personas: readonly PersonaView[] }): ReactNode {
  const signIn = useDemoSignIn()
  const choose = (persona: string): void => {
    if (signIn.isPending) return
    signIn.mutate(persona, { onSuccess: leaveSignIn, onError: (error) => toast(asApiError(error).detail) })
  }
  return (
    <Section title={PEOPLE_TEXT.demoTitle}>
      <View className={css.said}>{PEOPLE_TEXT.demoText}</View>
      <Card flush>
        {personas.map((one) => (
          <Cell
            key={one.persona}
            tile={<FacePicture face={one.face} />}
            title={one.name}
            text={one.about}
            value={signIn.isPending && signIn.variables === one.persona ? PEOPLE_TEXT.entering : undefined}
            onTap={() => choose(one.persona)}
          />
        ))}
      </Card>
    </Section>
  )
}
