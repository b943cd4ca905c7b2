import { queryOptions } from '@tanstack/react-query'
import type { OrderReviewsView, ReviewRequest } from '@wanli/contracts/reviews'
import { call } from '@/shared/http/call'
import { queryClient } from '@/shared/http/query-client'

/** `GET /menus/orders/:id/reviews`: what of an order may be rated, and what was said. */
export const orderReviewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['canteen', 'order', id, 'reviews'],
    queryFn: () => call('GET /menus/orders/:id/reviews', { params: { id } }),
  })

/** `GET /menus/dishes/:id/rating`: how a dish is liked; null below three reviews. */
export const ratingQuery = (dishId: string) =>
  queryOptions({
    queryKey: ['canteen', 'rating', dishId],
    queryFn: async () => (await call('GET /menus/dishes/:id/rating', { params: { id: dishId } })).rating,
    staleTime: 300_000,
  })

/** `POST /menus/reviews`: rates dishes of an order, each once. */
export async function rateOrder(
  orderId: string,
  reviews: ReviewRequest[],
  idempotencyKey: string,
): Promise<OrderReviewsView> {
  const view = await call('POST /menus/reviews', { body: { orderId, reviews }, idempotencyKey })
  queryClient.setQueryData(orderReviewsQuery(orderId).queryKey, view)
  return view
}

/** `DELETE /menus/reviews/:id/text`: one's own words; the stars stay. */
export async function deleteReviewText(orderId: string, id: string): Promise<void> {
  await call('DELETE /menus/reviews/:id/text', { params: { id } })
  await queryClient.invalidateQueries({ queryKey: orderReviewsQuery(orderId).queryKey })
}
