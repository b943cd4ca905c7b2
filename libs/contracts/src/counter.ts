/** Refusals of this part of the canteen. */
export type CounterErrors = Record<never, never>

export type CounterRoutes = Record<never, never>
