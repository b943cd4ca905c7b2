/** Refusals of this part of the canteen. */
export type KitchenErrors = Record<never, never>

export type KitchenRoutes = Record<never, never>
