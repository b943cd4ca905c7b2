import { useQuery } from '@tanstack/react-query'
import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { DishKind } from '@wanli/contracts/canteen'
import type { CatalogueDishView } from '@wanli/contracts/menus'
import { yuan } from '@wanli/kernel/money'
import { useSession } from '@/shared/http/session'
import { aria } from '@/shared/ui/aria'
import { Async } from '@/shared/ui/async'
import { Button } from '@/shared/ui/button'
import { Chip } from '@/shared/ui/chip'
import { EmptyState } from '@/shared/ui/empty-state'
import { DishPicture } from '@/shared/ui/plate'
import { Pressable } from '@/shared/ui/pressable'
import { SkeletonRows } from '@/shared/ui/skeleton'
import { Tag } from '@/shared/ui/tag'
import { dishesQuery } from '../../api/menus'
import { DishEditSheet } from '../../components/dish-edit-sheet'
import { StaffScreen } from '../../components/staff-screen'
import { KINDS, MENUS_TEXT } from '../../menus-text'
import css from './index.module.scss'

const TEXT = MENUS_TEXT.dishes

type Shown = DishKind | 'all' | 'retired'

const isShown = (dish: CatalogueDishView, shown: Shown): boolean =>
  shown === 'retired' ? dish.retiredAt !== null : dish.retiredAt === null && (shown === 'all' || dish.kind === shown)

/** 菜品: the catalogue that menus are made of. */
export default function DishesPage(): ReactNode {
  const { state } = useSession()
  const dishes = useQuery({ ...dishesQuery, enabled: state === 'signed_in' })
  const [shown, setShown] = useState<Shown>('all')
  const [edited, setEdited] = useState<CatalogueDishView | 'new' | null>(null)
  return (
    <StaffScreen title={TEXT.title}>
      {() => (
        <>
          <View className={css.head}>
            <View className={css.kinds} {...aria({ role: 'radiogroup', label: TEXT.kind })}>
              <Chip on={shown === 'all'} onTap={() => setShown('all')}>
                {TEXT.all}
              </Chip>
              {KINDS.map((kind) => (
                <Chip key={kind} on={shown === kind} onTap={() => setShown(kind)}>
                  {kind}
                </Chip>
              ))}
              <Chip on={shown === 'retired'} onTap={() => setShown('retired')}>
                {TEXT.retired}
              </Chip>
            </View>
            <Button icon="add-line" onTap={() => setEdited('new')}>
              {TEXT.add}
            </Button>
          </View>
          <Async query={dishes} skeleton={<SkeletonRows count={6} height={76} />}>
            {(all) => {
              const rows = all.filter((dish) => isShown(dish, shown))
              if (rows.length === 0) return <EmptyState title={TEXT.empty} text={TEXT.emptyText} />
              return (
                <View className={css.list}>
                  {rows.map((dish) => (
                    <DishCard key={dish.id} dish={dish} onTap={() => setEdited(dish)} />
                  ))}
                </View>
              )
            }}
          </Async>
          {edited ? (
            <DishEditSheet
              key={edited === 'new' ? 'new' : edited.id}
              dish={edited === 'new' ? null : edited}
              onClose={() => setEdited(null)}
            />
          ) : null}
        </>
      )}
    </StaffScreen>
  )
}

function DishCard({ dish, onTap }: { dish: CatalogueDishView; onTap: () => void }): ReactNode {
  return (
    <Pressable className={css.dish} label={TEXT.edit(dish.name)} onTap={onTap}>
      <DishPicture picture={dish.picture} size="s" dim={dish.retiredAt !== null} />
      <View className={css.about}>
        <View className={css.name}>{dish.name}</View>
        <View className={css.price}>
          {TEXT.price(yuan(dish.listFen), dish.halfFen === null ? null : yuan(dish.halfFen))}
        </View>
        {dish.costFen > 0 ? <View className={css.quiet}>{TEXT.cost(yuan(dish.costFen))}</View> : null}
      </View>
      {dish.retiredAt === null ? null : <Tag tone="line">{TEXT.retired}</Tag>}
    </Pressable>
  )
}
