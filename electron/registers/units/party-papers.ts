import type { PartyLine } from '../../../shared/registers/parties';
import { m2, termText } from '../../../shared/registers/units.columns';
import { rowsOf } from '../../entries/months';
import type { Desk } from '../../papers/desk';
import { slipPaper } from '../../papers/slip';
import { fields, fieldsOf, heading, signatures, table, tick } from '../../papers/slip-sections';
import { maskedKin, toPartyLines } from './lines';
import { staysOf } from './stays';

/** F42 业主(住户)档案登记表 (S34): the sheet of a file, phones and papers masked; empty, residents fill it in by hand. */

type Unit = {
  code: string;
  builtAreaHundredthsM2: number | null;
  layout: string | null;
  use: string;
  handedOverOn: string | null;
};

/** Lines for the hand in each block. */
const CONTACT_LINES = 2;
const MEMBER_LINES = 4;
const VEHICLE_LINES = 2;
const STAY_LINES = 2;

async function kinOf({ db }: Desk, line: PartyLine | null) {
  if (line === null)
    return { stays: [], units: new Map<string, Unit>(), members: [], vehicles: [], filed: new Set<string>() };
  const stays = (await staysOf(db, 'partyId', line.id)).filter((stay) => stay.state === 'current');
  const unitIds = stays.map((stay) => stay.unitId);
  const units = await rowsOf(db, 'units', unitIds);
  const members = await db
    .selectFrom('party_members')
    .selectAll()
    .where('partyId', '=', line.id)
    .where('state', '=', 'active')
    .execute();
  const vehicles = await db
    .selectFrom('vehicles')
    .leftJoin('parking_spaces', 'parking_spaces.id', 'vehicles.spaceId')
    .select(['plate', 'brand', 'model', 'parking_spaces.no as space'])
    .where('vehicles.partyId', '=', line.id)
    .where('vehicles.state', '=', 'active')
    .execute();
  const documents =
    unitIds.length === 0
      ? []
      : await db
          .selectFrom('unit_documents')
          .select('document')
          .where('unitId', 'in', unitIds)
          .where('state', '=', 'onFile')
          .execute();
  return {
    stays,
    units: new Map<string, Unit>(units.map((unit) => [unit.id, unit])),
    members: members.map(maskedKin),
    vehicles,
    filed: new Set(documents.map((document) => document.document)),
  };
}

export const F42 = slipPaper<'F42', PartyLine>({
  form: 'F42',
  permit: 'units.print',
  size: 'a4',
  linesOf: async ({ db }, ids) =>
    toPartyLines(db, await rowsOf(db, 'parties', ids), { files: true, vip: false }),
  said: (field, value, { wording }) =>
    ['kind', 'gender', 'documentKind', 'channel'].includes(field)
      ? wording.t(`units:${field}.${value}`)
      : null,
  async slipOf(line, desk) {
    const t = (key: string, params = {}) => desk.wording.t(`units:slip.${key}`, params);
    const word = (group: string, code: string | null | undefined) =>
      code ? desk.wording.t(`units:${group}.${code}`) : '';
    const field = fieldsOf(line, desk);
    const { stays, units, members, vehicles, filed } = await kinOf(desk, line);
    const home = units.get(stays[0]?.unitId ?? '');
    const hand = { hand: line === null };
    const codeOf = (unitId: string) => units.get(unitId)?.code ?? '';
    const area = home?.builtAreaHundredthsM2 ? t('m2', { n: m2(home.builtAreaHundredthsM2) }) : '';
    return {
      parts: [''],
      sections: [
        fields(
          [
            field(t('unit'), line?.unitCodes),
            field(t('builtArea'), area),
            field(t('layout'), home?.layout),
            field(t('use'), home ? word('use', home.use) : ''),
            field(t('handedOverOn'), home?.handedOverOn),
            field(t('role'), line?.roles.map((role) => word('role', role)).join('、')),
          ],
          3,
        ),
        heading(t('holder')),
        fields([
          field(t('name'), line?.name, { of: ['name'] }),
          field(t('gender'), word('gender', line?.gender), { of: ['gender'] }),
          field(t('born'), line?.bornOn, { of: ['bornOn'] }),
          field(t('idNo'), line?.document, { of: ['document'] }),
          field(t('employer'), line?.employer, { of: ['employer'] }),
          field(t('phone'), [line?.phone, line?.otherPhone].filter(Boolean).join(' '), {
            of: ['phone', 'otherPhone'],
          }),
          field(t('email'), line?.email, { of: ['email'] }),
          field(t('address'), line?.address, { of: ['address'] }),
        ]),
        heading(t('emergency')),
        table(
          [{ label: t('name') }, { label: t('relation'), mm: 40 }, { label: t('phone'), mm: 50 }],
          members
            .filter((member) => member.kind === 'emergency')
            .map((member) => [member.name ?? '', member.relation ?? '', member.phone ?? '']),
          { lines: CONTACT_LINES, ...hand },
        ),
        heading(t('members')),
        table(
          [
            { label: t('name') },
            { label: t('relation'), mm: 24 },
            { label: t('gender'), mm: 14, align: 'center' },
            { label: t('born'), mm: 26, align: 'center' },
            { label: t('papers'), mm: 42 },
            { label: t('phone'), mm: 32 },
          ],
          members
            .filter((member) => member.kind !== 'emergency')
            .map((member) => [
              member.name ?? '',
              member.relation ?? '',
              word('gender', member.gender),
              member.bornOn ?? '',
              member.document ?? '',
              member.phone ?? '',
            ]),
          { lines: MEMBER_LINES, ...hand },
        ),
        heading(t('tenant')),
        table(
          [
            { label: t('unit') },
            { label: t('role'), mm: 24, align: 'center' },
            { label: t('span'), mm: 64, align: 'center' },
            { label: t('people'), mm: 20, align: 'center' },
          ],
          stays
            .filter((stay) => stay.role !== 'owner')
            .map((stay) => [
              codeOf(stay.unitId),
              word('role', stay.role),
              termText(stay.fromOn, stay.leaseUntilOn, desk.wording.t),
              stay.people === null ? '' : String(stay.people),
            ]),
          { lines: STAY_LINES, ...hand },
        ),
        heading(t('merchant')),
        fields([
          field(t('scope'), line?.businessScope, { wide: true, of: ['businessScope'] }),
          field(t('inCharge'), line?.personInCharge, { of: ['personInCharge'] }),
          field(t('businessKind'), line?.businessKind, { of: ['businessKind'] }),
          field(t('staff'), line?.staffCount === null || line === null ? '' : String(line.staffCount), {
            of: ['staffCount'],
          }),
        ]),
        heading(t('vehicles')),
        table(
          [{ label: t('plate') }, { label: t('model'), mm: 60 }, { label: t('space'), mm: 40 }],
          vehicles.map((car) => [
            car.plate ?? '',
            [car.brand, car.model].filter(Boolean).join(' '),
            car.space ?? '',
          ]),
          { lines: VEHICLE_LINES, ...hand },
        ),
        fields([
          field(t('pets'), line?.pets, { of: ['pets'], wide: true }),
          field(
            t('signed'),
            desk.settings.units.documents
              .map((document) =>
                tick(filed.has(document.code), desk.wording.lang === 'en' ? document.en : document.zh),
              )
              .join('  '),
            { wide: true, fixed: true },
          ),
        ]),
        signatures([[t('filler')], [t('date')], [t('clerk')]]),
      ],
    };
  },
});
