import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { ConsentView, DocumentView } from '@wanli/contracts/privacy'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Dialog } from '@/shared/ui/dialog'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { consentsQuery, documentsQuery } from '../../api/get-documents'
import { useConsent } from '../../api/give-consent'
import { consentState } from '../../model/consent'
import { MANDATE_TEXT, PRIVACY_TEXT as TEXT } from '../../text'
import css from './index.module.scss'

/** One document people agree to: its text, and the caller's answer to it. */
export default function DocumentPage(): ReactNode {
  const { document = 'privacy' } = useRouter().params
  const { state } = useSession()
  const query = useQuery(documentsQuery)
  const consents = useQuery({ ...consentsQuery, enabled: state === 'signed_in' })
  const found = query.data?.find((one) => one.document === document)
  return (
    <Screen
      title={found?.title ?? TEXT.title}
      bottom={found && consents.data ? <Answer document={found} consents={consents.data} /> : null}
    >
      <Async
        query={query}
        skeleton={<SkeletonRows count={6} height={80} />}
        isEmpty={() => !found}
        empty={<EmptyState title={TEXT.notFound} />}
      >
        {(): ReactNode =>
          found ? (
            <Card>
              <View className={css.summary}>{found.summary}</View>
              {found.body.map((paragraph) => (
                <View key={paragraph} className={css.paragraph}>
                  {paragraph}
                </View>
              ))}
              <View className={css.version}>{versionText(found.version)}</View>
            </Card>
          ) : null
        }
      </Async>
    </Screen>
  )
}

/** `2026-11` as one says it. */
function versionText(version: string): string {
  const [year, month] = version.split('-').map(Number)
  return year && month ? TEXT.version(year, month) : version
}

function Answer({ document, consents }: { document: DocumentView; consents: readonly ConsentView[] }): ReactNode {
  const [asking, setAsking] = useState(false)
  const consent = useConsent()
  const answer = consentState(document, consents)
  const say = (version: string | null): void => {
    consent.mutate(
      { document: document.document, version },
      {
        onSuccess: () => toast(MANDATE_TEXT.done),
        onError: (error) => toast(asApiError(error).detail),
        onSettled: () => setAsking(false),
      },
    )
  }
  if (answer !== 'given') {
    return (
      <Button block loading={consent.isPending} onTap={() => say(document.version)}>
        {TEXT.agree}
      </Button>
    )
  }
  if (document.required) return null
  return (
    <>
      <Button block kind="line" onTap={() => setAsking(true)}>
        {TEXT.withdraw}
      </Button>
      <Dialog
        open={asking}
        title={TEXT.withdrawTitle}
        text={TEXT.withdrawText}
        confirm={{ label: TEXT.withdrawYes, kind: 'danger', loading: consent.isPending, onTap: () => say(null) }}
        cancel={{ label: TEXT.withdrawNo, onTap: () => setAsking(false) }}
      />
    </>
  )
}
