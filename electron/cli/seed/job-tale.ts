import { DAY_MS, dayOf, isoOf, MINUTE_MS } from '../../../shared/dates';
import { newId } from '../../../shared/ids';
import { JOB_KINDS, priceOn } from '../../../shared/registers/business.setting';
import type { Book, BookRow } from '../../db/bulk/book';
import type { OfficeJobsTable } from '../../db/tables';
import { JOB_UNTOUCHED } from '../../registers/business-centre/job-acts';
import { indexJob } from '../../registers/business-centre/words';
import { DEFAULT_SETTINGS } from '../../registers/office/defaults';
import { inOfficeHours } from './calendar';
import { planned, type Step } from './planned';
import type { Arriving } from './room';
import { mobileNumber } from './words/names';
import type { World } from './world';

/** S21 in the demo office: what was copied, printed and faxed for whom, paid or charged. */

const TITLES = ['租赁合同', '投标文件', '会议资料', '身份证复印件', '装修图纸', '员工手册', '报价单'];
export const DEPARTMENTS = ['工程部', '客户服务部', '秩序维护部', '财务部'];

export function jobTale(world: World, book: Book<'officeJobs'>, at: number, turn: number): Arriving {
  const { chance, crew } = world;
  const clerk = crew.withPermit('officeJobs.record', at, chance);
  const kind = chance.favour(['copy', 'print', 'scan', ...JOB_KINDS] as const);
  const colour = (kind === 'copy' || kind === 'print' || kind === 'scan') && chance.happens(0.2);
  const unitCents = priceOn(DEFAULT_SETTINGS.business.prices, kind, colour, dayOf(isoOf(at))) ?? 0;
  const [originalPages, copies] = [chance.between(1, 30), chance.between(1, 5)];
  const own = chance.happens(0.25);
  const unit = !own && world.units.length > 0 && chance.happens(0.6) ? chance.pick(world.units) : null;
  const { serialNo, scanCode } = world.number('officeJobs', at);
  const told = book.open(
    {
      ...JOB_UNTOUCHED,
      id: newId(at, chance.fill),
      serialNo,
      scanCode,
      state: 'taken',
      takenAt: isoOf(at),
      customerName: own ? chance.pick(DEPARTMENTS) : unit?.occupant?.name || world.people.name(chance),
      customerPhone: !own && chance.happens(0.5) ? mobileNumber(chance) : null,
      unitId: unit?.id ?? null,
      kind,
      documentTitle: chance.happens(0.6) ? chance.pick(TITLES) : null,
      confidential: chance.happens(0.2) ? 1 : 0,
      originalPages,
      copies,
      colour: colour ? 1 : 0,
      faxNo: kind === 'fax' ? `020-8${chance.digits(7)}` : null,
      faxSent: kind === 'fax' ? 1 : null,
      unitCents,
      amountCents: unitCents * originalPages * copies,
      note: null,
      recordedAt: isoOf(at),
      recorderId: clerk.id,
      recorderName: clerk.name,
    },
    world.hand(clerk, 'officeJobs.register', at),
  );
  const change = (
    op: string,
    now: number,
    patch: Partial<BookRow<'officeJobs'>>,
    permit: 'officeJobs.record' | 'officeJobs.void',
  ) =>
    book.change(told, patch, world.hand(crew.withPermit(permit, now, chance), `officeJobs.${op}`, now), {
      kind: op === 'void' ? 'VOID' : 'CHANGE',
    });
  const pay = (now: number): void => {
    const payWay = chance.happens(0.7) ? ('mobile' as const) : ('cash' as const);
    const patch = {
      payWay,
      receiptNo: `SJ${chance.digits(6)}`,
      settledAt: isoOf(now),
      settledByName: clerk.name,
    };
    change('pay', now, { state: 'paid', ...patch }, 'officeJobs.record');
  };
  const steps: Step[] = [];
  if (turn % 57 === 21)
    steps.push({
      at: at + 6 * MINUTE_MS,
      act: (now) => {
        const who = crew.allowed('officeJobs.void')[0]!;
        const patch = { voidReason: '重复登记', voidedAt: isoOf(now), voidedByName: who.name };
        book.change(told, { state: 'voided', ...patch }, world.hand(who, 'officeJobs.void', now), {
          kind: 'VOID',
        });
      },
    });
  else if (own) {
    const chargedTo = told.row.customerName ?? '';
    steps.push({
      at: at + 8 * MINUTE_MS,
      act: (now) => change('charge', now, { state: 'charged', chargedTo }, 'officeJobs.record'),
    });
    if (chance.happens(0.6)) steps.push({ at: inOfficeHours(at + 20 * DAY_MS, chance), act: pay });
  } else if (chance.happens(0.97)) steps.push({ at: at + chance.between(4, 40) * MINUTE_MS, act: pay });
  return planned(steps, () => {
    book.settle(told);
    indexJob(world, told.row as OfficeJobsTable, unit?.code ?? null);
  });
}
