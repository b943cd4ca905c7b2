import { queryOptions } from '@tanstack/react-query'
import type { ClaimRow } from '@wanli/contracts/manage'
import { call } from '@/shared/http/call'

/** Days that are looked at, both inclusive. */
export interface DaySpan {
  from: string
  to: string
}

/** `GET /menus/figures`: portions and money. */
export const figuresQuery = ({ from, to }: DaySpan) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'figures', from, to],
    queryFn: () => call('GET /menus/figures', { query: { from, to } }),
  })

/** `GET /menus/claim`: what the street owes. */
export const claimQuery = ({ from, to }: DaySpan) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'claim', from, to],
    queryFn: () => call('GET /menus/claim', { query: { from, to } }),
  })

/** `GET /menus/claim/orders`: the orders behind one row. */
export const claimOrdersQuery = ({ day, meal, scheme }: Pick<ClaimRow, 'day' | 'meal' | 'scheme'>) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'claim-orders', day, meal, scheme],
    queryFn: async () => (await call('GET /menus/claim/orders', { query: { day, meal, scheme } })).items,
  })

/** `GET /menus/forecast`: how many portions a day will want. */
export const forecastQuery = (day: string) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'forecast', day],
    queryFn: () => call('GET /menus/forecast', { query: { day } }),
  })

/** `GET /menus/reviews`: what people say of the dishes of these days. */
export const reviewsQuery = ({ from, to }: DaySpan) =>
  queryOptions({
    queryKey: ['canteen', 'board', 'reviews', from, to],
    queryFn: async () => (await call('GET /menus/reviews', { query: { from, to } })).items,
  })
