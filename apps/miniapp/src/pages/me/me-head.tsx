import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { PersonView } from '@wanli/contracts/people'
import { go } from '@/shared/navigation'
import { FacePicture } from '@/shared/ui/face'
import { Heading } from '@/shared/ui/heading'
import css from './me-head.module.scss'
import { personTags } from './model/person-words'
import { MoreLink } from './more-link'
import { ME_TEXT } from './text'

/** Face, name, and what is known about me. */
export function MeHead({ person }: { person: PersonView }): ReactNode {
  return (
    <View className={css.head}>
      <FacePicture face={person.face} size="xl" />
      <View className={css.words}>
        <Heading level={1} className={css.name}>
          {person.name}
        </Heading>
        <View className={css.tags}>
          {personTags(person).map((tag) => (
            <View key={tag} className={css.tag}>
              {tag}
            </View>
          ))}
        </View>
      </View>
      <MoreLink label={ME_TEXT.profile} onTap={() => go('/features/people/pages/profile/index')} />
    </View>
  )
}
