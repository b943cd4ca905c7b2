import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { ConsentView, DocumentView } from '@wanli/contracts/privacy'
import { businessDayOf, fullDayText } from '@wanli/kernel/shanghai-time'
import { useMe } from '@/shared/api/get-me'
import { asApiError } from '@/shared/http/api-error'
import { go } from '@/shared/navigation'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Card } from '@/shared/ui/card'
import { Cell } from '@/shared/ui/cell'
import { Dialog } from '@/shared/ui/dialog'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { useAskDeletion, useKeepAccount } from '../../api/delete-account'
import { consentsQuery, documentsQuery } from '../../api/get-documents'
import { consentState } from '../../model/consent'
import { saveExport } from '../../save-export'
import { PRIVACY_TEXT as TEXT } from '../../text'

/** 隐私和授权: what I agreed to, who looked at me, taking my data along, and leaving. */
export default function PrivacyPage(): ReactNode {
  const person = useMe()
  const now = useNow(60)
  if (!person) {
    return (
      <Screen title={TEXT.title}>
        <SignInFirst text={TEXT.accessText} />
      </Screen>
    )
  }
  const today = businessDayOf(now)
  return (
    <Screen title={TEXT.title}>
      {person.deletionAt === null ? null : (
        <Leaving day={fullDayText(businessDayOf(new Date(person.deletionAt)), today)} />
      )}
      <Documents today={today} />
      <Card flush>
        <Cell
          icon="eye-2-line"
          title={TEXT.accessLog}
          text={TEXT.accessText}
          plain
          onTap={() => go('/features/people/pages/access-log/index')}
        />
        <Export />
      </Card>
      {person.deletionAt === null ? <Deletion /> : null}
    </Screen>
  )
}

function stateWords(document: DocumentView, consents: readonly ConsentView[], today: string): string {
  const state = consentState(document, consents)
  if (state === 'none') return document.required ? TEXT.required : TEXT.notYet
  if (state === 'older') return TEXT.newer
  if (state === 'withdrawn') return TEXT.withdrawn
  const own = consents.find((consent) => consent.document === document.document && consent.withdrawnAt === null)
  const day = own ? fullDayText(businessDayOf(new Date(own.givenAt)), today) : ''
  return own?.channel === 'paper' ? TEXT.paper(day) : TEXT.given(day)
}

function Documents({ today }: { today: string }): ReactNode {
  const documents = useQuery(documentsQuery)
  const { data: consents = [] } = useQuery(consentsQuery)
  return (
    <Async query={documents} skeleton={<SkeletonRows count={3} height={76} />}>
      {(items) => (
        <Card title={TEXT.documents} flush>
          {items.map((item) => (
            <Cell
              key={item.document}
              icon="file-line"
              title={item.title}
              text={stateWords(item, consents, today)}
              plain
              onTap={() => go('/features/people/pages/document/index', { document: item.document })}
            />
          ))}
        </Card>
      )}
    </Async>
  )
}

function Export(): ReactNode {
  const save = useMutation({
    mutationFn: saveExport,
    onSuccess: toast,
    onError: (error) => toast(asApiError(error).detail),
  })
  return (
    <Cell
      icon="share-forward-line"
      title={TEXT.export}
      text={TEXT.exportText}
      plain
      onTap={() => !save.isPending && save.mutate()}
    />
  )
}

function Deletion(): ReactNode {
  const [asking, setAsking] = useState(false)
  const remove = useAskDeletion()
  const confirm = (): void => {
    remove.mutate(undefined, {
      onError: (error) => toast(asApiError(error).detail),
      onSettled: () => setAsking(false),
    })
  }
  return (
    <Card flush>
      <Cell icon="exit-door-line" title={TEXT.delete} text={TEXT.deleteText} plain onTap={() => setAsking(true)} />
      <Dialog
        open={asking}
        title={TEXT.deleteTitle}
        text={TEXT.deleteBody}
        confirm={{ label: TEXT.deleteYes, kind: 'danger', loading: remove.isPending, onTap: confirm }}
        cancel={{ label: TEXT.deleteNo, onTap: () => setAsking(false) }}
      />
    </Card>
  )
}

function Leaving({ day }: { day: string }): ReactNode {
  const keep = useKeepAccount()
  const stay = (): void => {
    keep.mutate(undefined, {
      onSuccess: () => toast(TEXT.kept),
      onError: (error) => toast(asApiError(error).detail),
    })
  }
  return (
    <>
      <NoticeBar tone="warm" icon="alert-line">
        {TEXT.deleting(day)}
      </NoticeBar>
      <Button block kind="soft" loading={keep.isPending} onTap={stay}>
        {TEXT.keepAccount}
      </Button>
    </>
  )
}
