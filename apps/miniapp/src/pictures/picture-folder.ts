const FACES = new Set([
  'old-woman',
  'old-man',
  'woman',
  'man',
  'cook',
  'rider',
  'builder',
  'office-worker',
  'volunteer',
])

/** Folder of `src/pictures` in which a picture lies. */
export function pictureFolder(name: string): 'dishes' | 'faces' | 'things' {
  if (name.startsWith('dish-')) return 'dishes'
  return FACES.has(name) ? 'faces' : 'things'
}
