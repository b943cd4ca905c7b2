import type { TicketStepRequest, UndoableStep } from '@wanli/contracts/kitchen'
import { call } from '@/shared/http/call'

/** An order and where the cook saw it. */
export interface TicketStep extends TicketStepRequest {
  orderId: string
}

/** `POST /canteen/kitchen/orders/:id/advance`. */
export const advanceTicket = ({ orderId, from }: TicketStep, idempotencyKey: string): Promise<UndoableStep> =>
  call('POST /canteen/kitchen/orders/:id/advance', { params: { id: orderId }, body: { from }, idempotencyKey })

/** `POST /canteen/kitchen/orders/:id/undo`. */
export const undoTicket = ({ orderId, from }: TicketStep, idempotencyKey: string): Promise<{ undone: true }> =>
  call('POST /canteen/kitchen/orders/:id/undo', { params: { id: orderId }, body: { from }, idempotencyKey })

/** `POST /canteen/kitchen/starts`. */
export const startTogether = (orderIds: string[], idempotencyKey: string): Promise<{ started: number }> =>
  call('POST /canteen/kitchen/starts', { body: { orderIds }, idempotencyKey })
