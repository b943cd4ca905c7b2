/** Refusals of this part of the canteen. */
export type DeliveryErrors = Record<never, never>

export type DeliveryRoutes = Record<never, never>
