import type { Door } from '../../door';
import type { Host } from '../../host';
import { fillDemo } from './demo';

export { OfficeThere, seedFile } from './file';
export { type SeedOptions, type SeedReport, seedOffice } from './office';
export { LINED } from './rooms';

/**
 * Fills the empty office behind a door with a demo office, off the main thread, and says how far it came. Used by the first
 * start's one click (`office.setUpDemo`), which has made sure that no office exists yet.
 */
export async function seedDemo(door: Door, host: Host, job: string, entries: number): Promise<void> {
  const { file } = door.deps;
  const { now } = door;
  const onProgress = (done: number, total: number): void => host.progress(job, done, total, 'demo');
  await door.beside(async () => ({
    answer: null,
    // A database in memory has no second connection.
    touched:
      file.path === ':memory:'
        ? await fillDemo(file.raw, { entries, now }, onProgress)
        : await host.demo({ databasePath: file.path, entries, now }, onProgress),
  }));
}
