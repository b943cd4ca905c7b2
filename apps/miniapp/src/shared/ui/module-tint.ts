/** Modules with a colour of their own: tile `--t-…`, ink on it `--k-…`. */
export type ModuleTint =
  | 'canteen'
  | 'dorm'
  | 'repair'
  | 'gigs'
  | 'care'
  | 'activities'
  | 'voices'
  | 'places'
  | 'reading'
  | 'training'
  | 'insight'
  | 'people'
