/** Refusals of this part of the canteen. */
export type MenusErrors = Record<never, never>

export type MenusRoutes = Record<never, never>
