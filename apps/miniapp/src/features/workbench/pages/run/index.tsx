import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState, type ReactNode } from 'react'
import type { LadderStepView, RunBrief, RunView } from '@wanli/contracts/delivery'
import { useSession } from '@/shared/http/session'
import { useNow } from '@/shared/now'
import { usePageShown } from '@/shared/page-shown'
import { MEAL_TEXT } from '@/shared/text/when'
import { useTapRest } from '@/shared/use-tap-rest'
import { Async } from '@/shared/ui/async'
import { Dialog } from '@/shared/ui/dialog'
import { EmptyState } from '@/shared/ui/empty-state'
import { NoticeBar } from '@/shared/ui/notice-bar'
import { Segmented } from '@/shared/ui/segmented'
import { Skeleton, SkeletonRows } from '@/shared/ui/skeleton'
import { toast } from '@/shared/ui/toast'
import { useCourier, type Courier } from '../../api/deliver'
import { useRun, useRuns } from '../../api/get-runs'
import { CallSheet, EmergencySheet } from '../../components/call-sheet'
import { CloseCheckSheet } from '../../components/close-check-sheet'
import { HandOverSheet } from '../../components/hand-over-sheet'
import { LiveMark } from '../../components/live-mark'
import { RunBar, type RunSheet } from '../../components/run-bar'
import { RunHead } from '../../components/run-head'
import { StaffScreen } from '../../components/staff-screen'
import { StopCard } from '../../components/stop-card'
import { StopList } from '../../components/stop-list'
import { currentStop, firstRun, isFree, otherStops, stepNow } from '../../model/run'
import { RUN_TEXT as TEXT } from '../../run-text'
import css from './index.module.scss'

/** 送餐: the courier's way, stop by stop. */
export default function RunPage(): ReactNode {
  const { state } = useSession()
  const live = usePageShown() && state === 'signed_in'
  const runs = useRuns(live)
  const [chosenRun, setChosenRun] = useState<string | null>(useRouter().params.id ?? null)
  const [chosenStop, setChosenStop] = useState<string | null>(null)
  const [sheet, setSheet] = useState<OpenSheet | null>(null)
  const courier = useCourier()
  const brief = runs.data?.items.find(({ id }) => id === chosenRun) ?? firstRun(runs.data?.items ?? [])
  const run = useRun(brief?.mine === true ? brief.id : undefined, live)
  const nowMs = useNow(1).getTime()
  const title = brief ? TEXT.titleOf(brief.number) : TEXT.title
  const view = brief?.mine === true ? run.data : undefined
  const stop = view && currentStop(view, chosenStop)
  // A sheet is of the door, and of the call, for which it was opened, also when another is the next one by now.
  const opened = sheet ? view?.stops.find(({ orderId }) => orderId === sheet.orderId) : undefined
  // Another door in the place of this one, for example because its meal was brought by somebody else.
  useTapRest(stop?.orderId)
  const open = (kind: RunSheet): void => {
    if (stop) setSheet({ kind, orderId: stop.orderId, step: stepNow(stop) })
  }
  const close = (): void => {
    courier.clear()
    setSheet(null)
  }
  return (
    <StaffScreen
      title={title}
      roles={['courier']}
      notYours={TEXT.notYours}
      place={brief?.canteenName}
      live={<LiveMark query={runs} />}
      bottom={
        view && (stop || view.waiting > 0) ? (
          <RunBar run={view} stop={stop} nowMs={nowMs} courier={courier} onOpen={open} />
        ) : null
      }
    >
      {() => (
        <>
          <Async
            query={runs}
            skeleton={<RunSkeleton />}
            isEmpty={({ items }) => items.length === 0}
            empty={<EmptyState title={TEXT.none} text={TEXT.noneText} picture="takeout-box" />}
          >
            {({ items }) => (
              <View className={css.page}>
                <RunChoice runs={items} current={brief} onChange={setChosenRun} />
                {brief && !brief.mine ? <NotMine run={brief} courier={courier} /> : null}
                {brief?.mine === true ? (
                  <Async query={run} skeleton={<RunSkeleton />}>
                    {(data) => (
                      <Way run={data} chosenId={chosenStop} nowMs={nowMs} onChoose={setChosenStop} onOpen={open} />
                    )}
                  </Async>
                ) : null}
              </View>
            )}
          </Async>
          {sheet && opened ? <Sheets sheet={sheet} stop={opened} courier={courier} onClose={close} /> : null}
        </>
      )}
    </StaffScreen>
  )
}

function RunSkeleton(): ReactNode {
  return (
    <>
      <Skeleton height={64} radius={8} />
      <Skeleton height={240} radius={16} />
      <SkeletonRows count={3} height={64} />
    </>
  )
}

interface RunChoiceProps {
  runs: readonly RunBrief[]
  current: RunBrief | undefined
  onChange: (id: string) => void
}

function RunChoice({ runs, current, onChange }: RunChoiceProps): ReactNode {
  if (runs.length < 2 || current === undefined) return null
  const items = runs.map(({ id, number, meal }) => ({ key: id, label: TEXT.run(number, MEAL_TEXT[meal]) }))
  const free = runs.find((run) => run !== current && isFree(run))
  return (
    <>
      <Segmented items={items} current={current.id} onChange={onChange} />
      {free ? (
        <NoticeBar tone="warm" icon="alert-fill" onTap={() => onChange(free.id)}>
          {TEXT.free(free.number, MEAL_TEXT[free.meal], free.waiting)}
        </NoticeBar>
      ) : null}
    </>
  )
}

interface WayProps {
  run: RunView
  chosenId: string | null
  nowMs: number
  onChoose: (id: string) => void
  onOpen: (sheet: RunSheet) => void
}

function Way({ run, chosenId, nowMs, onChoose, onOpen }: WayProps): ReactNode {
  const stop = currentStop(run, chosenId)
  const isOver = stop === undefined && run.waiting === 0
  return (
    <View className={stop ? css.wayWithStop : css.way}>
      <View className={css.now}>
        <RunHead run={run} />
        {stop ? <StopCard stop={stop} nowMs={nowMs} onEmergency={() => onOpen('emergency')} /> : null}
        {isOver ? <EmptyState title={TEXT.allDone} text={TEXT.allDoneText} picture="takeout-box" /> : null}
      </View>
      <StopList stops={otherStops(run, stop)} onChoose={onChoose} />
    </View>
  )
}

/** A run that somebody else brings: one may take it over, and sees no door before that. */
function NotMine({ run, courier }: { run: RunBrief; courier: Courier }): ReactNode {
  const [asks, setAsks] = useState(false)
  return (
    <>
      <EmptyState
        title={TEXT.notMine(run.courierName)}
        text={TEXT.notMineText(run.courierName, run.leftAt !== null)}
        picture="takeout-box"
        action={{ label: TEXT.take, onTap: () => setAsks(true) }}
      />
      {courier.refused === '' ? null : <NoticeBar tone="warm">{courier.refused}</NoticeBar>}
      <Dialog
        open={asks}
        title={TEXT.takeTitle}
        text={TEXT.takeBody(run.courierName, run.leftAt !== null)}
        confirm={{
          label: TEXT.take,
          loading: courier.busy,
          onTap: () => courier.act({ kind: 'take', runId: run.id, courierId: run.courierId }, () => setAsks(false)),
        }}
        cancel={{ label: TEXT.takeNo, onTap: () => setAsks(false) }}
      />
    </>
  )
}

interface OpenSheet {
  kind: RunSheet
  orderId: string
  /** The step it was opened for: the number of whoever comes after is looked at when it is asked for, and not before. */
  step: LadderStepView | undefined
}

interface SheetsProps {
  sheet: OpenSheet
  stop: NonNullable<ReturnType<typeof currentStop>>
  courier: Courier
  onClose: () => void
}

function Sheets({ sheet: { kind, step }, stop, courier, onClose }: SheetsProps): ReactNode {
  if (kind === 'hand_over') {
    const done = (to: string): void => {
      toast(TEXT.handed(stop.door, to))
      onClose()
    }
    return <HandOverSheet stop={stop} courier={courier} onClose={onClose} onDone={done} />
  }
  if (kind === 'call' && step) return <CallSheet stop={stop} step={step} courier={courier} onClose={onClose} />
  if (kind === 'emergency') return <EmergencySheet stop={stop} courier={courier} onClose={onClose} />
  if (kind === 'close') return <CloseCheckSheet stop={stop} courier={courier} onClose={onClose} />
  return null
}
