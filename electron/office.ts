import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf } from '../shared/dates';
import type { Settings } from '../shared/registers/office';
import { finishRestore } from './backup/restore';
import { tellRestore } from './backup/tell';
import { Anchors } from './db/anchors';
import { DATABASE_NAME, openOffice } from './db/office-file';
import { quickCheck } from './db/quick-check';
import { type Warming, warm } from './db/warm';
import { Door } from './door';
import type { Host } from './host';
import { keepSafe, lookOverdue } from './keeping';
import { defect } from './log';
import { handlers } from './registers';
import { DEFAULT_SETTINGS } from './registers/office/defaults';
import { settingsOf } from './registers/office/settings';
import { alarmsOf } from './registers/reminding';
import { proveSecret } from './registers/session/prove';

/** The office as the app holds it open: the door over its file, its settings at hand, its anchors kept. */
export interface OpenOffice {
  door: Door;
  /** The door's call; a finished print also leaves a permanent anchor, since its mark is on paper now. */
  call: Door['call'];
  /** Settings as last read; main needs them without asking (auto-lock, station). */
  settings(): Settings;
  /** What cannot wait now (domain.md §6.5). */
  alarms(): Promise<{ key: string; count: number }[]>;
  /** Does what is due for the office's safety: the day's copy, a backup (trust.md B3). */
  keep(): Promise<void>;
  /** Reads the file once in the background, so that the first search is as fast as the next. Call when the page stands. */
  warm(): void;
  close(): void;
}

export interface OfficeDeps {
  dataDir: string;
  host: Host;
  /** Registers that changed, after each commit. */
  onChanged(registers: string[]): void;
}

/** Opens the office of `dataDir`, or makes an empty book at the first start. Errors: OpenRefused, or the file system's. */
export async function openDesk({ dataDir, host, onChanged }: OfficeDeps): Promise<OpenOffice> {
  finishRestore(dataDir);
  const how = existsSync(join(dataDir, DATABASE_NAME)) ? 'existing' : 'create';
  const file = openOffice(dataDir, how, isoOf(Date.now()));
  tellRestore(file, (await settingsOf(file.reader)).station.name);
  const anchors = new Anchors(file.rawReader, dataDir);
  let settings = DEFAULT_SETTINGS;
  let warming: Warming | undefined;
  const reread = async (): Promise<void> => {
    settings = await settingsOf(file.reader);
  };
  const door = new Door({
    file,
    handlers,
    host,
    prove: proveSecret,
    clock: () => isoOf(Date.now()),
    station: () => settings.station.name,
    log: defect,
    onCommit: (head, at) => {
      anchors.committed(head, at);
      showBanners();
    },
    onChanged: (registers) => {
      if (registers.includes('settings')) reread().catch((error) => defect(error, 'settings'));
      onChanged(registers);
    },
  });
  await reread();
  let shown = '';
  const showBanners = (): void => {
    for (const banner of door.banners)
      if (banner.startsWith('anchors.') && !anchors.banners.has(banner)) door.banners.delete(banner);
    for (const banner of anchors.banners) door.banners.add(banner);
    // A warning that came or went while the office is open: the screen asks for its state again.
    const now = [...door.banners].sort().join();
    if (now !== shown) onChanged(['session']);
    shown = now;
  };
  for (const banner of quickCheck(file.rawReader)) door.banners.add(banner);
  anchors.opened();
  // The door notes it in the journal with the first line it writes; this line is that one.
  if (door.clockIsBack())
    await door.write('office.open', { id: 'system', name: '系统' }, ({ journal }) => {
      journal.note('office', 'office', { kind: 'SYSTEM', facts: { what: 'opened' } });
    });
  await lookOverdue(door, host);
  showBanners();
  return {
    door,
    async call(name, input, caller) {
      const result = await door.call(name, input, caller);
      if (name === 'prints.run' && result.ok) anchors.printed();
      return result;
    },
    settings: () => settings,
    async keep() {
      await keepSafe(door, host);
      showBanners();
    },
    alarms: () => alarmsOf({ db: file.reader, now: isoOf(Date.now()), settings }),
    warm() {
      warming ??= warm(file.path);
      // A file that cannot be read ahead is read when it is needed.
      warming.done.catch((error) => defect(error, 'warm'));
    },
    close() {
      try {
        anchors.closed();
        file.close();
        warming?.close();
      } catch (error) {
        defect(error, 'close');
      }
    },
  };
}
