import { isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { mailItem } from '../../../shared/registers/mail-items.row';
import { DEFAULT_MAIL } from '../../../shared/registers/mail-items.setting';
import { UNTOUCHED } from '../../registers/mail/register';
import { CARRIED, courierOf, DAMAGED, DEPARTMENTS, PLACES_TO, SENDERS } from './mail-facts';
import type { Item } from './mail-plan';
import { type MailShelves, MailTale } from './mail-tale';
import type { SeedRoom } from './room';
import { mobileNumber } from './words/names';

/** S16: mail and parcels of the demo office, taken in at desk and gate, notified, collected, sent back. */

/** How the lines of the last hours stand: one in every state in which something is to be done. */
const LATE = ['shelved', 'toSend', 'unmatched', 'notified', 'atGate', 'shelved'] as const;
const LATELY = LATE.length;

export const mailRoom: SeedRoom = {
  columns: { mailItems: mailItem.keyof().options.toSorted() },
  lines: ['mailItems'],
  lately: { mailItems: LATELY },
  begin({ world, book, count }) {
    const { chance, people, crew } = world;
    const waiting: MailShelves['waiting'] = new Map();
    const placeOf: MailShelves['placeOf'] = () => {
      if (world.units.length === 0 || chance.happens(0.06))
        return { unitId: null, department: chance.pick(DEPARTMENTS), code: null };
      const unit = chance.pick(world.units);
      return { unitId: unit.id, department: null, code: unit.code };
    };
    const shelf: MailShelves['shelf'] = (unitId) => {
      const [mate] = unitId === null ? [] : (waiting.get(unitId) ?? []);
      return mate?.row.shelf ?? chance.pick(DEFAULT_MAIL.shelves);
    };
    const shelves: MailShelves = { world, book: book('mailItems'), waiting, placeOf, shelf };

    const total = count('mailItems');
    const settled = total - Math.min(LATELY, Math.floor(total / 10));
    const arrive = (at: number, turn: number): MailTale => {
      const late = turn < settled ? null : LATE[(turn - settled) % LATE.length]!;
      const out = late ? late === 'toSend' : turn % 12 === 5;
      const desk = late !== null && late !== 'atGate';
      const recorder = desk
        ? chance.pick(crew.allowed('mailItems.handle'))
        : late
          ? chance.pick(crew.whoever((person) => person.roles.includes('gateGuard')))
          : crew.withPermit('mailItems.record', at, chance);
      const atGate = !out && recorder.roles.every((role) => role === 'gateGuard');
      const { kind, carrier, prefix, digits } = CARRIED.draw(chance);
      const unknown = !out && (late ? late === 'unmatched' : turn % 23 === 4);
      const place = unknown ? { unitId: null, department: null, code: null } : placeOf();
      const { serialNo, scanCode } = world.number('mailItems', at);
      const damaged = !out && chance.happens(0.015);
      const shelved = !out && !atGate && !unknown;
      const row: Item = {
        ...UNTOUCHED,
        id: newId(at, chance.fill),
        serialNo,
        scanCode,
        state: out ? 'toSend' : shelved ? 'shelved' : 'arrived',
        direction: out ? 'out' : 'in',
        kind: out ? 'express' : kind,
        carrier: out ? '顺丰' : carrier,
        trackingNo: out || digits === 0 ? null : prefix + chance.digits(digits),
        unitId: place.unitId,
        department: place.department,
        addresseeName: people.name(chance),
        addresseePhone: chance.happens(0.4) ? mobileNumber(chance) : null,
        senderName: out ? people.name(chance) : chance.happens(0.2) ? chance.pick(SENDERS) : null,
        destination: out ? chance.pick(PLACES_TO) : null,
        pieces: chance.happens(0.06) ? chance.between(2, 4) : 1,
        damage: damaged ? chance.pick(DAMAGED) : null,
        courierName: damaged ? courierOf(chance) : null,
        perishable: !out && chance.happens(0.03) ? 1 : 0,
        valuable: chance.happens(0.02) ? 1 : 0,
        cod: !out && chance.happens(0.02) ? 1 : 0,
        atGate: atGate ? 1 : 0,
        receivedAt: isoOf(at),
        shelf: shelved ? shelf(place.unitId) : null,
        sortedAt: shelved ? isoOf(at) : null,
        sortedByName: shelved ? recorder.name : null,
        note: null,
        recordedAt: isoOf(at),
        recorderId: recorder.id,
        recorderName: recorder.name,
      };
      return new MailTale(shelves, row, recorder, place.code, at, { turn, late });
    };
    return { arrive: { mailItems: arrive } };
  },
};
