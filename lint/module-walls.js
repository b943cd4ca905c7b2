import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Folders of the API that every module may use. */
const API_FOUNDATION = ['common', 'config', 'database']

/** What one API module may take from another: the service it exports and the module that wires it. */
const API_DOORS = ['**/*.service.ts', '**/*.module.ts']

/**
 * Parts of the canteen that are folders of their own because one would be too long. They read the canteen's tables and rules, and
 * write its rows only through its services; the canteen knows none of them (docs/decisions/0016).
 */
const CANTEEN_PARTS = ['menus', 'kitchen', 'counter', 'delivery']

/** What a part of the canteen may take from it. */
const CANTEEN_DOORS = [
  'canteen/*.entity.ts',
  'canteen/*.rules.ts',
  'canteen/*.view.ts',
  'canteen/*.queries.ts',
  'canteen/*.dto.ts',
  'canteen/scheme.ts',
]

/** What the foundation may know of a module: the tables it merges. */
const API_TABLES = ['**/*.errors.ts', '**/*.entity.ts', ...API_DOORS]

/** The demo writes rows of every module, so no wall stands around it; nobody may import it back. */
const API_DEMO = 'demo'

const foldersOf = (directory) =>
  existsSync(directory)
    ? readdirSync(directory, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : []

/**
 * Walls between the folders of `apps/api/src`: one zone per folder that exists, so a module is walled on the day it is born.
 * @returns zones for `import-x/no-restricted-paths`, with absolute paths
 */
export const apiZones = (root) => {
  const source = join(root, 'apps/api/src')
  const folders = foldersOf(source)
  const modules = folders.filter((name) => !API_FOUNDATION.includes(name))
  const inside = (names) => names.map((name) => join(source, name, '**/*'))
  const zone = (name, others, except, message) => ({
    target: join(source, name),
    from: inside(others.filter((other) => other !== name)),
    except,
    message,
  })
  return folders
    .filter((name) => name !== API_DEMO)
    .map((name) =>
      API_FOUNDATION.includes(name)
        ? zone(name, modules, API_TABLES, 'The foundation knows only errors, entities and services of a module.')
        : zone(
            name,
            modules,
            [...API_DOORS, ...(CANTEEN_PARTS.includes(name) ? CANTEEN_DOORS.map((door) => `**/${door}`) : [])],
            'A module is entered through its service or its module file.',
          ),
    )
    .filter((zoneOfFolder) => zoneOfFolder.from.length > 0)
}

/**
 * Walls of the mini-app: a feature sees itself and `shared`; a tab page sees of a feature only its endpoints and its pure model,
 * so that nothing drawn by a sub-package is pulled into the main package; `shared` sees no feature and no page.
 * @returns zones for `import-x/no-restricted-paths`, with absolute paths
 */
export const miniappZones = (root) => {
  const source = join(root, 'apps/miniapp/src')
  const features = foldersOf(join(source, 'features'))
  const featureFiles = join(source, 'features/**/*')
  const pageFiles = join(source, 'pages/**/*')
  return [
    ...features.map((name) => ({
      target: join(source, 'features', name),
      from: [
        ...features.filter((other) => other !== name).map((other) => join(source, 'features', other, '**/*')),
        pageFiles,
      ],
      except: [],
      message: 'A feature imports only itself and shared.',
    })),
    {
      target: join(source, 'pages'),
      from: [featureFiles],
      except: ['**/features/*/api/*', '**/features/*/model/*'],
      message: 'A tab page takes only api/ and model/ of a feature.',
    },
    {
      target: join(source, 'shared'),
      from: [featureFiles, pageFiles],
      except: [],
      message: 'shared knows no feature and no page.',
    },
  ]
}

/**
 * Finds the file an import names by its text alone: relative paths and the `@/` alias of the mini-app. Packages are left to
 * Nx. It does not ask the disk, so a wall stands also in front of a file that is not written yet.
 * @returns a resolver for `import-x/resolver-next`
 */
export const textResolver = (root) => ({
  interfaceVersion: 3,
  name: 'text',
  resolve(specifier, fromFile) {
    const withSource = specifier.replace(/\.js$/, '.ts')
    if (specifier.startsWith('.')) return { found: true, path: resolve(dirname(fromFile), withSource) }
    if (specifier.startsWith('@/')) return { found: true, path: join(root, 'apps/miniapp/src', withSource.slice(2)) }
    return { found: false }
  },
})
