import type Database from 'better-sqlite3';
import { isoOf } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import type { SettingKey, Settings } from '../../../shared/registers/office';
import { SETTINGS } from '../../../shared/registers/office';
import { type Capacity, holds, type Permit, type Role } from '../../../shared/roles';
import type { Journal } from '../../db/journal';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import { kindFor } from '../../registers/session/prove';
import type { SecretHash } from '../../registers/session/secrets';
import { pinyinOf } from '../../registers/staff/names';
import { shiftAt } from './calendar';
import type { Chance } from './chance';
import { GATE_POINTS, GATE_SWITCHES } from './words/duty-words';
import { PLACES, STORAGE_PLACES } from './words/places';

/** The demo office itself: its settings and the people who work there. All of them are made up. */

export interface Person {
  id: string;
  name: string;
  roles: Role[];
  capacities: Capacity[];
}

const STAFF: [staffNo: string, name: string, roles: Role[], capacities?: Capacity[], left?: boolean][] = [
  ['1001', '陈国栋', ['deptManager'], ['fireWarden', 'sealKeeper']],
  ['1002', '林晓燕', ['csSupervisor'], ['dutySupervisor', 'keyCustodian']],
  ['1003', '何志远', ['csSupervisor'], ['dutySupervisor']],
  ['1004', '苏静怡', ['csAssistant'], ['recorder']],
  ['1005', '叶嘉敏', ['csAssistant', 'receptionist']],
  ['1006', '潘思琪', ['receptionist']],
  ['1007', '罗雨婷', ['receptionist']],
  ['1008', '邓子涵', ['receptionist']],
  ['1009', '单晓彤', ['receptionist']],
  ['1010', '曾丽娟', ['csSteward'], ['areaOwner']],
  ['1011', '梁伟强', ['csSteward'], ['areaOwner']],
  ['1012', '方慧', ['csSteward'], ['areaOwner']],
  ['1013', '谭文静', ['businessClerk']],
  ['1014', '彭建军', ['buildingInspector']],
  ['1015', '蔡秀珍', ['projectAccountant']],
  ['1016', '江映雪', ['cashier']],
  ['1017', '马志勇', ['gateGuard']],
  ['1018', '龙海涛', ['gateGuard']],
  ['1019', '姚春梅', ['cleaningLead']],
  ['1020', '温若琳', ['announcer']],
  ['1021', '石明辉', ['engineeringDesk']],
  ['1022', '徐立峰', ['centerManager']],
  ['1023', '郑一凡', ['sysAdmin']],
  ['1024', '高敏', ['receptionist'], [], true],
];

const CONTACTS: Settings['partyAContacts'] = [
  { name: '刘景行', title: '甲方物业管理部经理', phone: '14400000101' },
  { name: '许若兰', title: '甲方物业管理部主管', phone: '14400000102' },
  { name: '程立', title: '甲方值班经理', phone: '14400000103' },
];
/** Party A's people, the likelier first. */
export const PARTY_A = CONTACTS.map((contact) => contact.name);

/** The posts of the demo office. */
export const [DESK_POST, SERVICE_POST, GATE_POST] = ['前台', '服务中心', '南门岗'] as const;

const DEMO: Partial<Settings> = {
  office: {
    name: '和景物业服务有限公司',
    project: '云栖国际中心',
    department: '客户服务部',
    formPrefix: 'KF-QR',
  },
  partyAContacts: CONTACTS,
  posts: [DESK_POST, SERVICE_POST, GATE_POST],
  places: PLACES,
  storagePlaces: STORAGE_PLACES,
  duty: { posts: [{ name: GATE_POST, points: GATE_POINTS, switches: GATE_SWITCHES }] },
  demo: { on: true },
};
export const STATION = DEFAULT_SETTINGS.station.name;

export interface Secrets {
  pin: SecretHash;
  passphrase: SecretHash;
}

/** Writes settings, staff and credentials through the journal; answers who works here. */
export function foundOffice(
  db: Database.Database,
  journal: Journal,
  secrets: Secrets,
  at: number,
  chance: Chance,
): Crew {
  for (const key of Object.keys(SETTINGS) as SettingKey[]) {
    journal.create('settings', { key, value: JSON.stringify(DEMO[key] ?? DEFAULT_SETTINGS[key]) });
  }
  const people: Person[] = [];
  for (const [staffNo, name, roles, capacities = [], left = false] of STAFF) {
    const id = newId(at, chance.fill);
    const row = journal.create('staff', {
      id,
      staffNo,
      name,
      ...pinyinOf(name),
      roles: JSON.stringify(roles),
      capacities: JSON.stringify(capacities),
      active: 1,
      note: null,
    });
    const kind = kindFor(roles);
    journal.create(
      'credentials',
      {
        id: newId(at, chance.fill),
        staffId: id,
        kind,
        ...(kind === 'pin' ? secrets.pin : secrets.passphrase),
        mustChange: 0,
        setAt: isoOf(at),
      },
      { kind: 'SYSTEM' },
    );
    if (left) journal.change('staff', row, { active: 0 }, { kind: 'CHANGE' });
    else people.push({ id, name, roles, capacities });
  }
  const tries = db.prepare(
    `INSERT INTO sign_in_tries (staffId, failures, total, waitUntil, waitMs, lastTryAt, lastOnAt) VALUES (?, 0, 0, NULL, 0, NULL, NULL)`,
  );
  for (const person of people) tries.run(person.id);
  return new Crew(people);
}

/** Who stands where: the desk of each shift, and whoever may do a thing. */
export class Crew {
  readonly #people: Person[];
  readonly #desk: Record<'early' | 'late' | 'night', Person[]>;
  readonly #allowed = new Map<Permit, Person[]>();

  constructor(people: Person[]) {
    this.#people = people;
    const named = (...names: string[]): Person[] => people.filter((person) => names.includes(person.name));
    this.#desk = {
      early: named('潘思琪', '罗雨婷', '苏静怡', '谭文静'),
      late: named('邓子涵', '单晓彤', '叶嘉敏'),
      night: named('马志勇', '龙海涛'),
    };
  }

  /** Somebody of the shift at the desk. */
  desk(at: number, chance: Chance): Person {
    return chance.favour(this.#desk[shiftAt(at)]);
  }

  /** Somebody at the desk who holds the permit; in the night the duty supervisor comes down. */
  withPermit(permit: Permit, at: number, chance: Chance, not?: Person): Person {
    const onDesk = this.#desk[shiftAt(at)].filter((person) => person !== not && holds(person.roles, permit));
    return chance.favour(
      onDesk.length > 0 ? onDesk : this.allowed(permit).filter((person) => person !== not),
    );
  }

  /** Everybody who holds a permit. */
  allowed(permit: Permit): Person[] {
    let people = this.#allowed.get(permit);
    if (!people) {
      people = this.#people.filter((person) => holds(person.roles, permit));
      this.#allowed.set(permit, people);
    }
    return people;
  }

  /** Everybody of whom something is true, in the order of their staff numbers. */
  whoever(test: (person: Person) => boolean): Person[] {
    return this.#people.filter(test);
  }

  /** A colleague who is around, other than the given one. */
  colleague(not: Person, chance: Chance): Person {
    for (;;) {
      const person = chance.pick(this.#people);
      if (person !== not && !person.roles.includes('sysAdmin')) return person;
    }
  }
}
