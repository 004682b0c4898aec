import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoOf, MINUTE_MS, msOf } from '../shared/dates';
import type { Settings } from '../shared/registers/office';
import { Anchors } from './db/anchors';
import { headOf } from './db/journal';
import { DATABASE_NAME, openOffice } from './db/office-file';
import { quickCheck } from './db/quick-check';
import { type Warming, warm } from './db/warm';
import { Door } from './door';
import type { Host } from './host';
import { defect } from './log';
import { handlers } from './registers';
import { DEFAULT_SETTINGS } from './registers/office/defaults';
import { settingsOf } from './registers/office/settings';
import { proveSecret } from './registers/session/prove';

/** The office as the app holds it open: the door over its file, its settings at hand, its anchors kept. */
export interface OpenOffice {
  door: Door;
  /** The door's call; a finished print also leaves a permanent anchor, since its mark is on paper now. */
  call: Door['call'];
  /** Settings as last read; main needs them without asking (auto-lock, station). */
  settings(): Settings;
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

/** How far the clock may go back before somebody is told (trust.md F9), in ms. */
const CLOCK_SLACK_MS = 2 * MINUTE_MS;
const isBack = (now: string, latest: string | null): boolean =>
  latest !== null && msOf(now) < msOf(latest) - CLOCK_SLACK_MS;

/** Opens the office of `dataDir`, or makes an empty book at the first start. Errors: OpenRefused, or the file system's. */
export async function openDesk({ dataDir, host, onChanged }: OfficeDeps): Promise<OpenOffice> {
  const how = existsSync(join(dataDir, DATABASE_NAME)) ? 'existing' : 'create';
  const file = openOffice(dataDir, how, isoOf(Date.now()));
  const anchors = new Anchors(file.rawReader, dataDir);
  const last = headOf(file.rawReader);
  let latestAt = last.at;
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
      if (isBack(at, latestAt)) door.banners.add('clockBack');
      latestAt = at;
      anchors.committed(head, at);
      showBanners();
    },
    onChanged: (registers) => {
      if (registers.includes('settings')) reread().catch((error) => defect(error, 'settings'));
      onChanged(registers);
    },
  });
  await reread();
  let shown = 0;
  const showBanners = (): void => {
    for (const banner of anchors.banners) door.banners.add(banner);
    // A warning that came up while the office is open: the screen asks for its state again.
    if (door.banners.size > shown) onChanged(['session']);
    shown = door.banners.size;
  };
  for (const banner of quickCheck(file.rawReader)) door.banners.add(banner);
  anchors.opened();
  if (isBack(door.now, latestAt)) {
    door.banners.add('clockBack');
    await door.write('office.open', { id: 'system', name: '系统' }, ({ journal }) => {
      journal.note('office', 'clock', { kind: 'SYSTEM', facts: { clockBack: true, journalEndsAt: last.at } });
    });
  }
  showBanners();
  return {
    door,
    async call(name, input, caller) {
      const result = await door.call(name, input, caller);
      if (name === 'prints.run' && result.ok) anchors.printed();
      return result;
    },
    settings: () => settings,
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
