import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { asApiError } from '@/shared/http/api-error'
import { useSession } from '@/shared/http/session'
import { back } from '@/shared/navigation'
import { formOf, termsOf, type TermsForm } from '@/shared/mandate/terms'
import { TermsFields } from '@/shared/mandate/terms-fields'
import { TERMS_TEXT } from '@/shared/mandate/text'
import { useNow } from '@/shared/now'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { EmptyState } from '@/shared/ui/empty-state'
import { Screen } from '@/shared/ui/screen'
import { SignInFirst } from '@/shared/ui/sign-in-first'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { useChangeMandate } from '../../api/change-mandate'
import { mandatesQuery } from '../../api/get-mandates'
import { CHANGE_TEXT as TEXT, MANDATE_TEXT } from '../../text'

/** 能替我办什么: the principal changes what stands, from now on. */
export default function MandateTermsPage(): ReactNode {
  const { state } = useSession()
  if (state === 'signed_in') return <MandateTermsForm />
  return (
    <Screen title={TEXT.title}>
      <SignInFirst text={MANDATE_TEXT.emptyHelpText} />
    </Screen>
  )
}

function MandateTermsForm(): ReactNode {
  const { id = '' } = useRouter().params
  const query = useQuery(mandatesQuery)
  const [changed, setChanged] = useState<TermsForm | null>(null)
  const change = useChangeMandate(id)
  const now = useNow(60)
  const mandate = query.data?.agents.find((one) => one.id === id)
  const form = changed ?? (mandate ? formOf(mandate) : null)
  const save = (): void => {
    if (!form || change.isPending) return
    if (form.scopes.length === 0) {
      toast(TERMS_TEXT.needScope)
      return
    }
    change.mutate(termsOf(form, businessDayOf(now)), {
      onSuccess: () => {
        toast(MANDATE_TEXT.done)
        back()
      },
      onError: (error) => toast(asApiError(error).detail),
    })
  }
  const gone = <EmptyState title={MANDATE_TEXT.status.revoked} action={{ label: TEXT.back, onTap: back }} />
  return (
    <Screen
      title={TEXT.title}
      bottom={
        mandate ? (
          <Button block loading={change.isPending} onTap={save}>
            {TEXT.save}
          </Button>
        ) : null
      }
    >
      <Async
        query={query}
        skeleton={<SkeletonRows count={4} height={120} />}
        isEmpty={() => form === null}
        empty={gone}
      >
        {(): ReactNode =>
          form ? <TermsFields reader="principal" form={form} now={now} onChange={setChanged} /> : gone
        }
      </Async>
    </Screen>
  )
}
