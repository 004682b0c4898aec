import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/registers/office/defaults';
import { readScanCode } from '../../../shared/ids';
import { must, refusal, type TestOffice } from '../../support/office';
import {
  ago,
  entryOf,
  expectLast,
  journalOf,
  phone,
  quickOffice,
  register,
  touch,
  umbrella,
} from './support';

let office: TestOffice;
beforeEach(async () => {
  office = await quickOffice();
});
afterEach(() => office.close());
const desk = () => office.as('receptionist').foundItems;

describe('register', () => {
  it('gives the month its next number and a scan code that reads back', async () => {
    const first = await register(office, umbrella(office));
    const second = await register(office, umbrella(office));
    expect([first.serialNo, second.serialNo]).toEqual(['SW202611-0001', 'SW202611-0002']);
    expect(readScanCode(second.scanCode)).toEqual({ register: 'foundItems', month: '2026-11', n: 2 });
    expect(journalOf(office, first.id)).toEqual(['foundItems.register/CREATE']);
  });

  it('starts a new run of numbers with the office month, not the UTC month', async () => {
    await register(office, umbrella(office));
    office.setNow('2026-11-30T16:30:00.000Z');
    const next = await register(
      office,
      umbrella(office, { second: office.pin('receptionist', true), foundAt: ago(office, 5) }),
    );
    expect(next.serialNo).toBe('SW202612-0001');
  });

  it('keeps two different confirmers: the recorder and the one who proved a PIN', async () => {
    const { id } = await register(office, umbrella(office, { second: office.pin('gateGuard') }));
    const { entry } = await entryOf(office, id);
    expect(entry).toMatchObject({
      confirmer1Name: '张伟',
      confirmer2Name: '马军',
      confirmer2How: 'pin',
      confirmedAt: office.now(),
      receivedByName: '张伟',
      state: 'registered',
    });
    expect(refusal(await desk().register(umbrella(office, { second: office.pin('receptionist') })))).toBe(
      'second.same',
    );
    expect(
      refusal(await desk().register(umbrella(office, { second: { how: 'witness', name: '张伟' } }))),
    ).toBe('second.same');
  });

  it('leaves the second signature open only to somebody alone on night duty', async () => {
    const second = { how: 'pending' } as const;
    expect(refusal(await desk().register(umbrella(office, { second })))).toBe('foundItems.notAlone');
    office.setNow('2026-11-21T17:00:00.000Z');
    const { id } = await register(office, umbrella(office, { second }));
    const { entry, warnings } = await entryOf(office, id);
    expect(entry).toMatchObject({ confirmer2How: 'pending', confirmer2Name: null, confirmedAt: null });
    expect(warnings).toContain('cosign');
  });

  it('lets the finder confirm, unless the office says otherwise (Q19)', async () => {
    await register(office, umbrella(office, { finderName: '张伟' }));
    office.close();
    office = await quickOffice({
      settings: { limits: { ...DEFAULT_SETTINGS.limits, finderMayConfirm: false } },
    });
    expect(refusal(await desk().register(umbrella(office, { finderName: '张伟' })))).toBe(
      'foundItems.finderConfirms',
    );
    const witness = { how: 'witness', name: '何香' } as const;
    expect(refusal(await desk().register(umbrella(office, { second: witness })))).toBe(
      'foundItems.finderConfirms',
    );
  });

  it('asks a bag number for valuables and takes a supervisor as countersign in the same breath', async () => {
    expect(refusal(await desk().register(phone(office, { bagNo: null })))).toBe('foundItems.bagMissing');
    const signed = await register(office, phone(office));
    expect((await entryOf(office, signed.id)).entry).toMatchObject({
      valuable: 1,
      countersignedByName: '王丽华',
    });
    const unsigned = await register(office, phone(office, { second: office.pin('gateGuard') }));
    expect((await entryOf(office, unsigned.id)).entry.countersignedAt).toBeNull();
  });

  it('counts cash by denomination: the number of notes and the sum follow', async () => {
    const cash = { category: 'cash', name: '现金', second: office.pin('csSupervisor'), bagNo: 'FD-002' };
    expect(refusal(await desk().register(umbrella(office, cash)))).toBe('foundItems.cashMissing');
    expect(refusal(await desk().register(umbrella(office, { ...cash, cash: {} })))).toBe(
      'foundItems.cashMissing',
    );
    expect(refusal(await desk().register(umbrella(office, { cash: { '100': 1 } })))).toBe(
      'foundItems.cashNotAllowed',
    );
    const { id } = await register(office, umbrella(office, { ...cash, cash: { '500': 1, '10000': 3 } }));
    const { entry } = await entryOf(office, id);
    expect(entry.quantity).toBe(4);
    expect(entry.cash).toBe('{"500":1,"10000":3}');
  });

  it('refuses unknown categories, photos of papers and unknown photos, and what has not happened yet', async () => {
    expect(refusal(await desk().register(umbrella(office, { category: 'spaceship' })))).toBe(
      'foundItems.unknownCategory',
    );
    const photos = ['a'.repeat(64)];
    const idCard = phone(office, { category: 'idCard', photos });
    expect(refusal(await desk().register(idCard))).toBe('foundItems.photoForbidden');
    expect(refusal(await desk().register(umbrella(office, { photos })))).toBe('invalid:photos');
    expect(refusal(await desk().register(umbrella(office, { foundAt: ago(office, -10) })))).toBe(
      'invalid:foundAt',
    );
    // Clocks differ by a minute without harm.
    await register(office, umbrella(office, { foundAt: ago(office, -1) }));
  });

  it('gives a refused registration its number back', async () => {
    await desk().register(umbrella(office, { category: 'spaceship' }));
    expect((await register(office, umbrella(office))).serialNo).toBe('SW202611-0001');
  });

  it('marks what was typed late (补录)', async () => {
    const { id } = await register(office, umbrella(office, { foundAt: ago(office, 31) }));
    expect((await entryOf(office, id)).entry.late).toBe(true);
    const prompt = await register(office, umbrella(office, { foundAt: ago(office, 30) }));
    expect((await entryOf(office, prompt.id)).entry.late).toBe(false);
  });
});

describe('confirmQuantity', () => {
  const night = async () => {
    office.setNow('2026-11-21T17:00:00.000Z');
    return register(office, umbrella(office, { second: { how: 'pending' } }));
  };

  it('adds the missing signature of another person', async () => {
    const item = await night();
    const input = { ...touch(item), second: office.pin('gateGuard') };
    must(await desk().confirmQuantity(input));
    expect((await entryOf(office, item.id)).entry).toMatchObject({
      confirmer2Name: '马军',
      confirmer2How: 'pin',
    });
    expectLast(office, item.id, 'foundItems.confirmQuantity/CO_CONFIRM');
    expect(refusal(await desk().confirmQuantity({ ...input, version: 2 }))).toBe(
      'foundItems.alreadyConfirmed',
    );
  });

  it('counts the colleague who is signed in when the recorder gives the PIN', async () => {
    const item = await night();
    const input = { ...touch(item), second: office.pin('receptionist') };
    must(await office.as('receptionist', true).foundItems.confirmQuantity(input));
    expect((await entryOf(office, item.id)).entry.confirmer2Name).toBe('刘芳');
  });

  it('takes neither a witness nor another promise', async () => {
    const item = await night();
    const witness = { ...touch(item), second: { how: 'witness', name: '路人' } as const };
    expect(refusal(await desk().confirmQuantity(witness))).toBe('second.pinNeeded');
    const pending = { ...touch(item), second: { how: 'pending' } as const };
    expect(refusal(await desk().confirmQuantity(pending))).toBe('second.missing');
  });
});

describe('countersign', () => {
  it('is the supervisor’s, once, for valuables', async () => {
    const item = await register(office, phone(office, { second: office.pin('gateGuard') }));
    const by = (role: 'csSupervisor' | 'gateGuard', version = 1) =>
      desk().countersign({ id: item.id, version, second: office.pin(role) });
    expect(refusal(await by('gateGuard'))).toBe('second.noRight');
    must(await by('csSupervisor'));
    expectLast(office, item.id, 'foundItems.countersign/CO_CONFIRM');
    expect(refusal(await by('csSupervisor', 2))).toBe('foundItems.alreadyCountersigned');
    const plain = await register(office, umbrella(office));
    const input = { ...touch(plain), second: office.pin('csSupervisor') };
    expect(refusal(await desk().countersign(input))).toBe('foundItems.notValuable');
  });
});

describe('addPhotos', () => {
  const photo = async (n: number) => {
    const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, n]);
    return must(await office.as('receptionist').attachments.put({ bytes, width: 10, height: 10 })).sha256;
  };

  it('adds what was taken later, at most six, never of papers', async () => {
    const item = await register(office, umbrella(office, { photos: [await photo(1)] }));
    must(await desk().addPhotos({ ...touch(item), photos: [await photo(2)] }));
    const { entry } = await entryOf(office, item.id);
    expect(JSON.parse(entry.photos ?? '[]')).toEqual([await photo(1), await photo(2)]);
    expectLast(office, item.id, 'foundItems.addPhotos/CHANGE');
    const again = { id: item.id, version: 2, photos: [await photo(2)] };
    expect(refusal(await desk().addPhotos(again))).toBe('foundItems.unchanged');
    const many = await Promise.all([3, 4, 5, 6, 7].map(photo));
    expect(refusal(await desk().addPhotos({ ...again, photos: many }))).toBe('foundItems.photoLimit');
    const card = await register(office, phone(office, { category: 'bankCard' }));
    expect(refusal(await desk().addPhotos({ ...touch(card), photos: [await photo(8)] }))).toBe(
      'foundItems.photoForbidden',
    );
  });
});
