import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** As a person’s shell would have it: nothing of the npm that runs these tests, English, no colour. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const env = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(?:package_|lifecycle_|command|execpath|node_execpath|config_local_prefix)/u.test(
        name,
      ) && !/^(?:INIT_CWD|NODE_OPTIONS|NODE_PATH|VITEST.*|LC_ALL|LC_MESSAGES)$/u.test(name),
  )
  return {
    ...Object.fromEntries(env),
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
    npm_config_audit: 'false',
  }
}

/** A line of a shell, in a folder. */
export function sh(line: string, cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd,
    encoding: 'utf8',
    env: ownEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
  })
  return { status, stdout, stderr }
}

export const install = 'npm install --prefer-offline --no-fund'

/** What npm says where it reaches nobody and has nothing in its cache. */
export const reachesNobody = ({ stderr }: Ran): boolean =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/u.test(stderr)

export interface Packed {
  /** Holds all below; removed at the end. */
  readonly base: string
  readonly tarball: string
  /** Where only the packed file was installed. */
  readonly empty: string
  readonly installed: Ran
  readonly remove: () => void
}

/** Packs the compiled checkout as it would be published, and installs it into an empty folder. */
export function packAndInstall(root: string): Packed {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'fengong-package-')))
  const packed = sh(`npm pack --ignore-scripts --pack-destination '${base}'`, root)
  const name = readdirSync(base).find((each) => each.endsWith('.tgz'))
  if (name === undefined) throw new Error(`npm pack made nothing: ${packed.stderr}`)
  const tarball = join(base, name)
  const empty = join(base, 'empty')
  mkdirSync(empty)
  return {
    base,
    tarball,
    empty,
    installed: sh(`${install} '${tarball}'`, empty),
    remove: () => {
      rmSync(base, { recursive: true, force: true })
    },
  }
}
