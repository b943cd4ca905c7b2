import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { asApiError } from '@/shared/http/api-error'
import { ErrorState } from '@/shared/ui/error-state'
import { Heading } from '@/shared/ui/heading'
import { Picture } from '@/shared/ui/picture'
import { Screen } from '@/shared/ui/screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { personasQuery } from '../../api/get-personas'
import { PhoneSignIn } from '../../components/phone-sign-in'
import { PersonaList } from '../../persona-list'
import { PEOPLE_TEXT } from '../../text'
import { WechatSignIn } from '../../wechat-sign-in'
import css from './sign-in.module.scss'

function Ways(): ReactNode {
  const query = useQuery(personasQuery)
  const onWeapp = process.env.TARO_ENV === 'weapp'
  // Without a demo the route does not exist; that is an answer, not a failure.
  const noDemo = query.isError && asApiError(query.error).status === 404
  return (
    <>
      {onWeapp ? <WechatSignIn /> : null}
      {query.isPending ? <SkeletonRows count={5} height={76} /> : null}
      {query.isError && !noDemo ? (
        <ErrorState error={asApiError(query.error)} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data && query.data.length > 0 ? <PersonaList personas={query.data} /> : null}
      {query.isPending ? null : <PhoneSignIn />}
    </>
  )
}

/** 登录: pick an invented person where there is a demo; WeChat's own sign-in inside WeChat; a phone number anywhere. */
export default function SignInPage(): ReactNode {
  return (
    <Screen title={PEOPLE_TEXT.signIn}>
      <View className={css.welcome}>
        <Picture name="houses" size={72} />
        <View className={css.words}>
          <Heading level={2} className={css.title}>
            {PEOPLE_TEXT.welcome}
          </Heading>
          <View className={css.text}>{PEOPLE_TEXT.welcomeText}</View>
        </View>
      </View>
      <Ways />
    </Screen>
  )
}
