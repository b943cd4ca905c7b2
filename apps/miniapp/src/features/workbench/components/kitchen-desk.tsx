import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { KitchenDay, KitchenSitting, TicketOrder } from '@wanli/contracts/kitchen'
import type { PersonView } from '@wanli/contracts/people'
import { businessDayOf } from '@wanli/kernel/shanghai-time'
import { useNow } from '@/shared/now'
import { dayAndMeal, MEAL_TEXT } from '@/shared/text/when'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Screen } from '@/shared/ui/screen'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { useKitchenBoard } from '../api/get-kitchen-board'
import { useSheet } from '../api/get-sheet'
import { useSamples } from '../api/samples'
import { KITCHEN_TEXT as TEXT } from '../kitchen-text'
import { lateBeside, nextMeal, viewAtFirst, type KitchenPlace } from '../model/kitchen'
import { useKitchenTaps, type KitchenTaps } from '../use-kitchen-taps'
import { DeskHeader } from './desk-header'
import { KitchenAlarms } from './kitchen-alarms'
import { KitchenBoardView } from './kitchen-board'
import { KitchenPlaces, MealSwitch } from './kitchen-places'
import { KitchenRuns } from './kitchen-runs'
import { KitchenSamples } from './kitchen-samples'
import { KitchenSheet } from './kitchen-sheet'
import { LiveMark } from './live-mark'
import css from './kitchen-desk.module.scss'

const skeleton = <SkeletonRows count={6} height={68} />

interface KitchenDeskProps {
  day: KitchenDay
  sitting: KitchenSitting
  person: PersonView
  shown: boolean
  place: KitchenPlace
  onPlace: (place: KitchenPlace) => void
  /** Turns to another meal: at the same place, or at one of its own. */
  onSitting: (id: string, place?: KitchenPlace) => void
  /** Whether something is in hand that must not go with the day. */
  onHold: (inHand: boolean) => void
}

/** The kitchen at one meal. Its places stand in the head on a wide screen, above the rest on a phone. */
export function KitchenDesk(props: KitchenDeskProps): ReactNode {
  const { day, sitting, person, shown, place, onPlace, onSitting } = props
  const [order, setOrder] = useState<TicketOrder>('time')
  const board = useKitchenBoard(sitting.id, place === 'runs' ? 'delivery' : order, shown)
  const taps = useKitchenTaps(sitting.id)
  const late = board.data?.samplesLate ?? 0
  const today = businessDayOf(useNow(60))
  const others = lateBeside(day, sitting.id)
  const [other] = others
  const meals = (
    <MealSwitch
      sittings={day.sittings}
      currentId={sitting.id}
      today={today}
      alarmId={others.length === 1 && other ? other.id : null}
      onChange={onSitting}
    />
  )
  const places = <KitchenPlaces current={place} onChange={onPlace} alarm={late > 0 ? 'samples' : null} />
  const nav = (
    <>
      {meals}
      {places}
    </>
  )
  const live = <LiveMark query={board} />
  return (
    <Screen
      title={`${TEXT.title} ${dayAndMeal(sitting.day, sitting.meal, today)}`}
      deskHeader={<DeskHeader job={TEXT.title} place={day.canteenName} nav={nav} live={live} person={person} />}
    >
      <View className={css.desk}>
        <View className={css.narrow}>
          <View className={css.line}>
            {meals}
            {live}
          </View>
          {places}
        </View>
        <Told day={day} sitting={sitting} onSitting={onSitting} />
        <KitchenAlarms
          samples={samplesAlarm(props, { late, today })}
          changes={place === 'samples' ? [] : (board.data?.changes ?? [])}
          taps={taps}
        />
        {place === 'prepare' ? (
          <Prepare
            {...{ board, order, taps, shown, sitting }}
            onOrder={setOrder}
            onSamples={() => onPlace('samples')}
          />
        ) : null}
        {place === 'runs' ? <Runs board={board} sittingId={sitting.id} taps={taps} shown={shown} /> : null}
        {place === 'samples' ? <Samples sittingId={sitting.id} onHold={props.onHold} /> : null}
      </View>
    </Screen>
  )
}

/** Samples that are missing: of this meal, as long as one does not look at them, else of others of the day; and the way there. */
function samplesAlarm(
  { day, sitting, place, onPlace, onSitting }: KitchenDeskProps,
  { late, today }: { late: number; today: string },
): { text: string; onTap: () => void } | null {
  if (late > 0) return place === 'samples' ? null : { text: TEXT.samplesLate(late), onTap: () => onPlace('samples') }
  const others = lateBeside(day, sitting.id)
  const [other] = others
  if (!other) return null
  const meal = others.length === 1 ? dayAndMeal(other.day, other.meal, today) : TEXT.otherMeals
  const missing = day.samplesLateAt.filter(({ sittingId }) => sittingId !== sitting.id)
  const dishes = missing.reduce((sum, one) => sum + one.dishes, 0)
  return { text: TEXT.samplesLateAt(meal, dishes), onTap: () => onSitting(other.id, 'samples') }
}

/** That the next meal is there, and why this one is not served. */
function Told({ day, sitting, onSitting }: Pick<KitchenDeskProps, 'day' | 'sitting' | 'onSitting'>): ReactNode {
  const now = useNow(60)
  const today = businessDayOf(now)
  const next = nextMeal(day, sitting, now)
  return (
    <>
      {next ? (
        <View {...aria({ role: 'status' })}>
          <NoticeBar tone="info" icon="time-line" onTap={() => onSitting(next.id, 'prepare')}>
            {TEXT.nextMeal(mealName(sitting, today), mealName(next, today))}
          </NoticeBar>
        </View>
      ) : null}
      {sitting.closedReason === null ? null : (
        <NoticeBar tone="warm" icon="information-line">
          {TEXT.closed(sitting.closedReason)}
        </NoticeBar>
      )}
    </>
  )
}

/** A meal as its kitchen calls it: without its day while that is today. */
const mealName = ({ day, meal }: KitchenSitting, today: string): string =>
  day === today ? MEAL_TEXT[meal] : dayAndMeal(day, meal, today)

interface PrepareProps {
  board: ReturnType<typeof useKitchenBoard>
  sitting: KitchenSitting
  order: TicketOrder
  onOrder: (order: TicketOrder) => void
  taps: KitchenTaps
  shown: boolean
  onSamples: () => void
}

/** 备餐: nothing for a meal that is closed; the sheet until somebody has begun, then the board; one tap leads from one to the other. */
function Prepare({ sitting, ...work }: PrepareProps): ReactNode {
  if (sitting.closedReason !== null) return <EmptyState title={TEXT.closedTitle} text={TEXT.closedText} />
  return <SheetOrBoard {...work} sittingId={sitting.id} />
}

function SheetOrBoard({
  board,
  sittingId,
  order,
  onOrder,
  taps,
  shown,
  onSamples,
}: Omit<PrepareProps, 'sitting'> & { sittingId: string }): ReactNode {
  const [chosen, setChosen] = useState<'sheet' | 'board' | null>(null)
  const sheet = useSheet(sittingId, shown)
  return (
    <Async query={board} skeleton={skeleton}>
      {(data) =>
        (chosen ?? viewAtFirst(data)) === 'sheet' ? (
          <Async query={sheet} skeleton={skeleton}>
            {(view) => <KitchenSheet sheet={view} onBegin={() => setChosen('board')} onSamples={onSamples} />}
          </Async>
        ) : (
          <KitchenBoardView
            board={data}
            order={order}
            onOrder={onOrder}
            taps={taps}
            onSheet={() => setChosen('sheet')}
          />
        )
      }
    </Async>
  )
}

function Runs({
  board,
  sittingId,
  taps,
  shown,
}: Pick<PrepareProps, 'board' | 'taps' | 'shown'> & { sittingId: string }): ReactNode {
  const sheet = useSheet(sittingId, shown)
  return (
    <Async query={board} skeleton={skeleton}>
      {(data) => (
        <Async query={sheet} skeleton={skeleton}>
          {(view) => <KitchenRuns board={data} sheet={view} taps={taps} />}
        </Async>
      )}
    </Async>
  )
}

function Samples({ sittingId, onHold }: { sittingId: string } & Pick<KitchenDeskProps, 'onHold'>): ReactNode {
  const samples = useSamples(sittingId)
  return (
    <Async query={samples} skeleton={skeleton}>
      {(data) => <KitchenSamples samples={data} onHold={onHold} />}
    </Async>
  )
}
