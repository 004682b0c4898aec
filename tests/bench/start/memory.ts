import { readdirSync, readFileSync } from 'node:fs';

/** Memory of a process and all that it started. */

/** Proportional set size in MiB: shared pages count in equal parts; null where the system does not tell. */
export function proportionalMiB(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  let kib = 0;
  for (const own of withChildren(pid)) {
    try {
      const rollup = readFileSync(`/proc/${own}/smaps_rollup`, 'utf8');
      kib += Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
    } catch {
      // It ended meanwhile.
    }
  }
  return kib / 1024;
}

function withChildren(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      // The program's name stands in brackets and may hold blanks; the parent is the second field after it.
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended meanwhile.
    }
  }
  const family = [pid];
  for (const member of family)
    for (const [child, parent] of parents) if (parent === member) family.push(child);
  return family;
}
