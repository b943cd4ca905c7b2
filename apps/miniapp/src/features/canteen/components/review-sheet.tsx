import { useMutation } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { OrderReviewsView, ReviewableLine, ReviewRequest } from '@wanli/contracts/reviews'
import { CANTEEN } from '@wanli/kernel/limits'
import { asApiError } from '@/shared/http/api-error'
import { useIdempotencyKeys } from '@/shared/http/idempotency'
import { queryClient } from '@/shared/http/query-client'
import { useElderMode } from '@/shared/theme/elder-mode'
import { aria } from '@/shared/ui/aria'
import { Button } from '@/shared/ui/button'
import { classList } from '@/shared/ui/class-list'
import { Field } from '@/shared/ui/field'
import formCss from '@/shared/ui/form.module.scss'
import { Icon } from '@/shared/ui/icon'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { Sheet } from '@/shared/ui/sheet'
import { Tag } from '@/shared/ui/tag'
import { toast } from '@/shared/ui/toast'
import { ToggleChip } from '@/shared/ui/toggle-chip'
import { deleteReviewText, orderReviewsQuery, rateOrder } from '../api/reviews'
import { reviewsOf, saidOf, tagsFor, withStars, withTag, withText, type ReviewForm } from '../model/review-form'
import { REVIEWS_TEXT as TEXT } from '../reviews-text'
import css from './review-sheet.module.scss'

interface ReviewSheetProps {
  view: OrderReviewsView
  /** What is said so far: kept by who opens the sheet, so that closing it loses nothing. */
  form: ReviewForm
  onForm: (form: ReviewForm) => void
  onClose: () => void
}

/** Rates the dishes of a meal: stars and a word; in the care mode one of three faces. */
export function ReviewSheet({ view, form, onForm, onClose }: ReviewSheetProps): ReactNode {
  const elder = useElderMode()
  const { wrong, busy, change, send } = useRating({ view, form, onForm, onClose })
  const rateable = view.open && view.lines.some(({ review }) => review === null)
  return (
    <Sheet
      open
      title={TEXT.title}
      onClose={onClose}
      footer={
        rateable ? (
          <View className={css.foot}>
            {wrong ? (
              <View className={formCss.wrong} {...aria({ role: 'alert' })}>
                {wrong}
              </View>
            ) : null}
            <Button block loading={busy} onTap={send}>
              {TEXT.send}
            </Button>
          </View>
        ) : null
      }
    >
      {view.lines.map((line) => (
        <View key={line.lineId} className={css.line}>
          <View className={css.head}>
            <DishPicture picture={line.picture} size="s" />
            <View className={css.name}>
              {line.dishName}
              {line.portion === 'half' ? `（${TEXT.half}）` : ''}
            </View>
          </View>
          {line.review || !view.open ? (
            <Given line={line} orderId={view.orderId} />
          ) : (
            <Asked line={line} form={form} change={change} elder={elder.on} />
          )}
        </View>
      ))}
    </Sheet>
  )
}

interface Rating {
  wrong: string
  busy: boolean
  change: (form: ReviewForm) => void
  send: () => void
}

/** Sends what was said, once; what was said otherwise is another review. */
function useRating({ view, form, onForm, onClose }: ReviewSheetProps): Rating {
  const [wrong, setWrong] = useState('')
  // A dish that was rated after all is refused by its name.
  const keys = useIdempotencyKeys()
  const rate = useMutation({
    mutationFn: (reviews: ReviewRequest[]) => rateOrder(view.orderId, reviews, keys.of(JSON.stringify(reviews))),
    onSuccess: (_, reviews) => {
      keys.renew(JSON.stringify(reviews))
      onForm({})
      toast(TEXT.sent)
      onClose()
    },
    onError: (thrown, reviews) => {
      const error = asApiError(thrown)
      if (error.code !== 'network') keys.renew(JSON.stringify(reviews))
      setWrong(error.detail)
      if (error.code === 'menus.reviewed_already')
        void queryClient.invalidateQueries({ queryKey: orderReviewsQuery(view.orderId).queryKey })
    },
  })
  const change = (next: ReviewForm): void => {
    onForm(next)
    setWrong('')
  }
  const send = (): void => {
    const reviews = reviewsOf(form)
    if (reviews.length === 0) setWrong(TEXT.choose)
    else if (!rate.isPending) rate.mutate(reviews)
  }
  return { wrong, busy: rate.isPending, change, send }
}

interface AskedProps {
  line: ReviewableLine
  form: ReviewForm
  change: (form: ReviewForm) => void
  elder: boolean
}

function Asked({ elder, ...asked }: AskedProps): ReactNode {
  if (elder) return <Faces {...asked} />
  const { line, form, change } = asked
  const said = saidOf(form, line.lineId)
  return (
    <>
      <Stars {...asked} />
      {said.stars > 0 ? (
        <>
          <View className={css.tags}>
            {tagsFor(said.stars).map((tag) => (
              <ToggleChip key={tag} on={said.tags.includes(tag)} onTap={() => change(withTag(form, line.lineId, tag))}>
                {tag}
              </ToggleChip>
            ))}
          </View>
          <Field
            quiet
            label={TEXT.text(line.dishName)}
            placeholder={TEXT.textHint}
            maxLength={CANTEEN.noteLength}
            value={said.text}
            onInput={(text) => change(withText(form, line.lineId, text))}
          />
        </>
      ) : null}
    </>
  )
}

/** 关怀版: one of three faces. */
function Faces({ line, form, change }: Omit<AskedProps, 'elder'>): ReactNode {
  const said = saidOf(form, line.lineId)
  return (
    <View className={css.faces} {...aria({ role: 'radiogroup', label: line.dishName })}>
      {TEXT.faces.map(({ stars, label, icon }) => (
        <Pressable
          key={stars}
          className={classList(css.face, said.stars === stars && css.chosen)}
          role="radio"
          facts={{ checked: said.stars === stars }}
          label={TEXT.starLabel(line.dishName, label)}
          onTap={() => change(withStars(form, line.lineId, stars))}
        >
          <Icon name={icon} size="l" />
          {label}
        </Pressable>
      ))}
    </View>
  )
}

/** One to five stars, and the word for them. */
function Stars({ line, form, change }: Omit<AskedProps, 'elder'>): ReactNode {
  const said = saidOf(form, line.lineId)
  return (
    <View className={css.stars} {...aria({ role: 'radiogroup', label: line.dishName })}>
      {TEXT.stars.map((word, index) => (
        <Pressable
          key={word}
          className={classList(css.star, index < said.stars && css.lit)}
          role="radio"
          facts={{ checked: said.stars === index + 1 }}
          label={TEXT.starLabel(line.dishName, word)}
          onTap={() => change(withStars(form, line.lineId, index + 1))}
        >
          <Icon name={index < said.stars ? 'star-fill' : 'star-line'} size="l" />
        </Pressable>
      ))}
      <View className={css.word}>{TEXT.stars[said.stars - 1] ?? ''}</View>
    </View>
  )
}

function Given({ line, orderId }: { line: ReviewableLine; orderId: string }): ReactNode {
  const { review } = line
  const erase = useMutation({
    mutationFn: (id: string) => deleteReviewText(orderId, id),
    onSuccess: () => toast(TEXT.deleted),
    onError: (error) => toast(asApiError(error).detail),
  })
  if (review === null) return null
  return (
    <View className={css.given}>
      <View className={css.tags}>
        <Tag tone="ok">{TEXT.stars[review.stars - 1] ?? ''}</Tag>
        {review.tags.map((tag) => (
          <Tag key={tag}>{tag}</Tag>
        ))}
      </View>
      {review.mine ? null : <View className={css.quiet}>{TEXT.byOther}</View>}
      {review.text ? (
        <View className={css.said}>
          <View className={css.words}>{review.text}</View>
          <Button kind="text" size="s" loading={erase.isPending} onTap={() => erase.mutate(review.id)}>
            {TEXT.deleteText}
          </Button>
        </View>
      ) : null}
    </View>
  )
}
