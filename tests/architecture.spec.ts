import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOURNALLED } from '../electron/db/migrations';
import { handlers } from '../electron/registers';
import { api, type Namespace } from '../shared/api';

/** The rules of the house, as far as a machine can see them. Each failure names the file and the rule. */
const ROOT = resolve(import.meta.dirname, '..');
const CODE = ['shared', 'electron', 'renderer', 'scripts', 'tests'];

function walk(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    return statSync(join(ROOT, path)).isDirectory() ? walk(path) : [path];
  });
}
const files = CODE.flatMap(walk).filter((path) => /\.(ts|tsx|mjs|cjs)$/.test(path));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sources = new Map(files.map((path) => [path, read(path)]));

/** Import specifiers of a file. Type imports count: they vanish at run time but still bind the house together. */
function importsOf(path: string): { spec: string }[] {
  const found: { spec: string }[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const match of sources.get(path)!.matchAll(pattern)) {
    found.push({ spec: (match[3] ?? match[4])! });
  }
  return found;
}
function resolveLocal(from: string, spec: string): string | null {
  if (!spec.startsWith('.')) return null;
  const base = relative(ROOT, resolve(ROOT, dirname(from), spec));
  const tries = [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`, `${base}/index.ts`, `${base}/index.tsx`];
  return tries.find((path) => sources.has(path)) ?? null;
}

describe('the house', () => {
  it('has no file over 300 lines (migrations, generated data and locales aside)', () => {
    const long = files.filter(
      (path) => !/migrations\/|\.data\.ts$/.test(path) && sources.get(path)!.split('\n').length > 301,
    );
    expect(long).toEqual([]);
  });

  it('has no import cycles', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      if (state.get(path) === 'done') return;
      if (state.get(path) === 'open') {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
        return;
      }
      state.set(path, 'open');
      for (const { spec } of importsOf(path)) {
        const target = resolveLocal(path, spec);
        if (target) visit(target, [...trail, path]);
      }
      state.set(path, 'done');
    };
    for (const path of files) visit(path, []);
    expect(cycles).toEqual([]);
  });

  it('imports electron only in electron/*.ts and electron/print/', () => {
    const wrong = files.filter(
      (path) =>
        !/^(electron\/([^/]+\.ts|print\/.+)|scripts\/steps\/default-app\/.+)$/.test(path) &&
        !path.startsWith('tests/') &&
        importsOf(path).some(({ spec }) => spec === 'electron'),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps shared/ pure, and each side on its own side', () => {
    const wrong: string[] = [];
    for (const path of files) {
      for (const { spec } of importsOf(path)) {
        const target = spec.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(path), spec)) : spec;
        const side = path.split('/')[0]!;
        if (
          side === 'shared' &&
          (target.startsWith('node:') || /^(electron|renderer|react|kysely|better-sqlite3)/.test(target))
        )
          wrong.push(`${path} → ${spec}`);
        if (side === 'renderer' && /^(electron|node:|kysely|better-sqlite3)/.test(target))
          wrong.push(`${path} → ${spec}`);
        if (side === 'electron' && /^(renderer|react)/.test(target)) wrong.push(`${path} → ${spec}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets no register import the handlers of another', () => {
    const wrong: string[] = [];
    for (const path of files) {
      const own = /^(electron|renderer)\/registers\/([^/]+)\//.exec(path);
      if (!own) continue;
      for (const { spec } of importsOf(path)) {
        const target = resolveLocal(path, spec);
        const other = target && /^(?:electron|renderer)\/registers\/([^/]+)\/(.+)$/.exec(target);
        if (other && other[1] !== own[2] && /handlers|Tab\.tsx$/.test(other[2]!))
          wrong.push(`${path} → ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has one ipcMain.handle, one small preload, no utils, no markup from strings', () => {
    expect(
      files.filter(
        (path) => !path.startsWith('tests/') && /ipcMain\s*\.\s*(handle|on)\b/.test(sources.get(path)!),
      ),
    ).toEqual(['electron/ipc.ts']);
    expect(read('electron/preload.ts').split('\n').length).toBeLessThanOrEqual(30);
    expect(files.filter((path) => /(^|\/)utils?(\/|\.)/.test(path))).toEqual([]);
    const markup = files.filter(
      (path) =>
        /^(renderer|electron)\//.test(path) &&
        /\.(innerHTML|outerHTML)\s*=|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write/.test(
          sources.get(path)!,
        ),
    );
    expect(markup).toEqual([]);
  });

  it('names files in kebab-case and React components in PascalCase', () => {
    const wrong = files.filter((path) => {
      const name = path
        .split('/')
        .pop()!
        .replace(/\.(d|spec|e2e|data|config|print|row|columns)(?=\.)/g, '')
        .replace(/\.[a-z]+$/, '');
      const plain = name.replace(/\.[a-z]+$/, '');
      if (path.endsWith('.tsx')) return !/^([A-Z][A-Za-z0-9]+|[a-z0-9]+(-[a-z0-9]+)*)$/.test(plain);
      return !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(plain) && !/^[A-Z][A-Za-z0-9]+$/.test(plain);
    });
    expect(wrong).toEqual([]);
  });
});

describe('registers', () => {
  const namespaces = Object.keys(api) as Namespace[];

  it('have a handler for every operation', () => {
    for (const namespace of namespaces) {
      expect(Object.keys(handlers[namespace]).sort(), namespace).toEqual(Object.keys(api[namespace]).sort());
    }
  });

  it('have a test that calls every operation', () => {
    const specs = files
      .filter((path) => path.startsWith('tests/') && /\.(spec|e2e)\.tsx?$|tests\/support\//.test(path))
      .map((path) => sources.get(path)!)
      .join('\n');
    const missing = namespaces.flatMap((namespace) =>
      Object.keys(api[namespace])
        .filter((key) => !specs.includes(`${namespace}.${key}`))
        .map((key) => `${namespace}.${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('have both locales with the same keys and the same places to fill', () => {
    const names = readdirSync(join(ROOT, 'shared/i18n/zh-CN')).sort();
    expect(readdirSync(join(ROOT, 'shared/i18n/en')).sort()).toEqual(names);
    const flat = (value: unknown, path = ''): [string, string][] =>
      typeof value === 'string'
        ? [[path, [...new Set([...value.matchAll(/\{\{-?\s*(\w+)/g)].map((m) => m[1]))].sort().join(',')]]
        : Object.entries(value as object).flatMap(([k, v]) => flat(v, path ? `${path}.${k}` : k));
    for (const name of names) {
      const [zh, en] = ['zh-CN', 'en'].map(
        (lang) => new Map(flat(JSON.parse(read(`shared/i18n/${lang}/${name}`)))),
      );
      expect([...en!.keys()].filter((k) => !/_(one|other)$/.test(k)).sort(), name).toEqual(
        [...zh!.keys()].filter((k) => !/_(one|other)$/.test(k)).sort(),
      );
      for (const [key, places] of zh!) if (en!.has(key)) expect(en!.get(key), `${name}:${key}`).toBe(places);
    }
  });

  it('keep their evidence in journalled tables with a register name of their own', () => {
    const registers = Object.values(JOURNALLED).map(({ register }) => register);
    expect(new Set(registers).size).toBe(registers.length);
  });
});

describe('packages', () => {
  const pkg = JSON.parse(read('package.json')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  it('are exact, from the registry, without the banned ones (trust.md §0.13, E10)', () => {
    for (const [name, version] of Object.entries({ ...pkg.dependencies, ...pkg.devDependencies }))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const names = Object.keys(lock.packages).map((path) => path.split('node_modules/').pop());
    for (const banned of ['xlsx', 'electron-trpc', 'mantine-react-table', 'pdf-lib'])
      expect(names).not.toContain(banned);
    for (const { resolved } of Object.values(lock.packages))
      if (resolved) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  });
});
