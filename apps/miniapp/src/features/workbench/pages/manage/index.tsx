import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { addDays, businessDayOf } from '@wanli/kernel/shanghai-time'
import { serverNow } from '@/shared/http/server-clock'
import { useSession } from '@/shared/http/session'
import { usePageParams } from '@/shared/page-address'
import { Async } from '@/shared/ui/async'
import { EmptyState } from '@/shared/ui/empty-state'
import { Segmented } from '@/shared/ui/segmented'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { figuresQuery, type DaySpan } from '../../api/manage'
import { ClaimCard } from '../../components/claim-card'
import { DishFiguresCard } from '../../components/dish-figures-card'
import { FigureStrip } from '../../components/figure-strip'
import { ForecastCard } from '../../components/forecast-card'
import { ReviewsCard } from '../../components/reviews-card'
import { StaffScreen } from '../../components/staff-screen'
import { MANAGE_TEXT as TEXT } from '../../manage-text'
import { isGoing, nothingServed } from '../../model/figures'
import css from './index.module.scss'

const SPANS = ['today', 'yesterday', 'week'] as const
type Which = (typeof SPANS)[number]

function spanOf(which: Which, today: string): DaySpan {
  if (which === 'today') return { from: today, to: today }
  const yesterday = addDays(today, -1)
  return which === 'yesterday' ? { from: yesterday, to: yesterday } : { from: addDays(today, -7), to: yesterday }
}

/** 经营: what was cooked, had and left, what came in and what the street owes; tomorrow; what people say. */
export default function ManagePage(): ReactNode {
  const { state } = useSession()
  const today = businessDayOf(serverNow())
  const [asked, turnTo] = usePageParams('which')
  const which = SPANS.find((one) => one === asked.which) ?? 'yesterday'
  const span = spanOf(which, today)
  const figures = useQuery({ ...figuresQuery(span), enabled: state === 'signed_in' })
  return (
    <StaffScreen title={TEXT.title} place={figures.data?.canteen.name}>
      {() => (
        <>
          <View className={css.which}>
            <Segmented
              items={SPANS.map((key) => ({ key, label: TEXT[key] }))}
              current={which}
              onChange={(next) => turnTo({ which: next })}
            />
          </View>
          <View className={css.desk}>
            <View className={css.left}>
              <Async
                query={figures}
                skeleton={<SkeletonRows count={6} height={64} />}
                isEmpty={nothingServed}
                empty={<EmptyState title={TEXT.noMeals} text={TEXT.noMealsText} />}
              >
                {(data) => (
                  <>
                    <FigureStrip figures={data.total} going={isGoing(data)} />
                    <DishFiguresCard view={data} />
                  </>
                )}
              </Async>
            </View>
            <View className={css.right}>
              <ForecastCard day={addDays(today, 1)} />
              <ClaimCard span={span} />
              <ReviewsCard span={span} />
            </View>
          </View>
        </>
      )}
    </StaffScreen>
  )
}
