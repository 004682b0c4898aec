import type { Input } from '../../../shared/api';
import { carrierOf } from '../../../shared/registers/mail-carriers';
import { type MailKind, TRACKED_KINDS } from '../../../shared/registers/mail-items.row';
import { instantTyped } from '../../ui/fields/TimeField';

/** The intake strip as it is typed: texts, ticks, and what was scanned ahead. */
export interface IntakeForm {
  trackingNo: string;
  unitId: string;
  /** Null: as the number says. What was chosen stays for the run. */
  kind: MailKind | null;
  carrier: string;
  department: string;
  /** Empty: the suggested one. What was typed stays for the run. */
  shelf: string;
  addresseeName: string;
  addresseePhone: string;
  senderName: string;
  pieces: string;
  damage: string;
  courierName: string;
  perishable: boolean;
  valuable: boolean;
  cod: boolean;
  receivedAt: string;
  note: string;
  /** Room and Enter save at once; off while somebody writes more about every item. */
  atOnce: boolean;
  /** Numbers scanned while an earlier one still waited for its room. */
  queue: string[];
}

export const NEW_INTAKE: IntakeForm = {
  trackingNo: '',
  unitId: '',
  kind: null,
  carrier: '',
  department: '',
  shelf: '',
  addresseeName: '',
  addresseePhone: '',
  senderName: '',
  pieces: '',
  damage: '',
  courierName: '',
  perishable: false,
  valuable: false,
  cod: false,
  receivedAt: '',
  note: '',
  atOnce: true,
  queue: [],
};

/** The kind in force: chosen, else guessed from the number; what has no number is a letter. */
export const kindOf = ({ kind, trackingNo }: IntakeForm): MailKind =>
  kind ?? (trackingNo.trim() === '' ? 'letter' : (carrierOf(trackingNo)?.kind ?? 'express'));

/** A room and Enter are enough: the number is there, or the kind needs none. */
export const isWhole = (form: IntakeForm): boolean =>
  form.trackingNo.trim() !== '' || !TRACKED_KINDS.includes(kindOf(form));

/** The next of the run: what is scanned ahead comes up, kind and shelf stay. */
export const nextOf = ({ kind, shelf, atOnce, queue }: IntakeForm): IntakeForm => ({
  ...NEW_INTAKE,
  kind,
  shelf,
  atOnce,
  trackingNo: queue[0] ?? '',
  queue: queue.slice(1),
});

/** What `mailItems.register` takes. `carrier`: the guess in words, where none was written. */
export const intakeInput = (
  form: IntakeForm,
  carrier: string | null,
  atGate: boolean,
): Input<'mailItems.register'> => {
  const { atOnce: _, queue: __, pieces, ...typed } = form;
  return {
    ...typed,
    kind: kindOf(form),
    carrier: form.carrier || carrier,
    unitId: form.unitId || null,
    pieces: pieces.trim() === '' ? 1 : Number(pieces),
    receivedAt: instantTyped(form.receivedAt),
    atGate,
  };
};
