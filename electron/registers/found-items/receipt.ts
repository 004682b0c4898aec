import { dayOf, dayTimeOf } from '../../../shared/dates';
import type { SlipField, SlipSection } from '../../../shared/print/forms';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import type { FoundItemLine, FoundItemOutcome } from '../../../shared/registers/found-items.row';
import { cellOf } from '../../papers/cells';
import type { Desk } from '../../papers/desk';
import type { SlipContent } from '../../papers/slip';
import { fields, fieldsOf, heading, remark, signatures, table } from '../../papers/slip-sections';

/** F02 捡拾物品收条 / 移交单: one entry on A5, once for the finder and once for the stub (domain.md §3.1). */

const shownAt = (at: string | null): string => (at ? dayTimeOf(at) : '');

type Word = (key: string) => string;
type MakeField = (key: string, value: string | null, of?: readonly string[], hand?: boolean) => SlipField;

/** The slip of an entry; `line` null gives an empty one for handwriting. */
export function receiptOf(line: FoundItemLine | null, desk: Desk): SlipContent {
  const word: Word = (key) => desk.wording.t(`print:slip.${key}`);
  const make = fieldsOf(line, desk);
  const field: MakeField = (key, value, of = [], hand = false) => make(word(key), value, { of, hand });
  const column = (key: string) => FOUND_ITEM_COLUMNS.filter((one) => one.key === key);
  const shown = (key: string): string | null =>
    line ? (column(key)[0]?.cell(line, desk.wording) ?? null) : null;
  const items = ['name', 'features', 'quantity'].flatMap(column);
  return {
    parts: [word('partFinder'), word('partStub')],
    sections: [
      fields([
        field('foundAt', shownAt(line?.foundAt ?? null), ['foundAt']),
        field('foundPlace', line?.foundPlace ?? null, ['foundPlace']),
        field('finder', shown('finder'), ['finderName', 'finderDepartment']),
        field('finderPhone', line?.finderPhone ?? null, ['finderPhone']),
        field('receiver', line?.receivedByName ?? null),
        field('receivedAt', shownAt(line?.receivedAt ?? null)),
        field('confirmer1', line?.confirmer1Name ?? null),
        field('confirmer2', shown('confirmer2')),
        field('storagePlace', line?.storagePlace ?? null, ['storagePlace']),
        field('bagNo', line?.bagNo ?? null, ['bagNo']),
      ]),
      table(
        [
          { label: word('item'), mm: 48 },
          { label: word('features') },
          { label: word('quantity'), mm: 18, align: 'center' },
        ],
        line ? [items.map((one) => cellOf(one, line, 1, desk))] : [],
        { lines: 1, hand: true },
      ),
      ...outcomeOf(line, word, field),
      signatures(signersOf(line, word)),
      ...(line ? remarksOf(line, desk) : []).map((text) => remark(text, word('remark'))),
      remark(word('statement'), word('remark')),
    ],
  };
}

/** How the item left the office; an item still here gets the handover to Party A to be filled by hand. */
function outcomeOf(line: FoundItemLine | null, word: Word, field: MakeField): SlipSection[] {
  const outcome: FoundItemOutcome = line?.outcome ?? 'handedToPartyA';
  const at = field('handedAt', shownAt(line?.closedAt ?? null), [], true);
  const asked: Record<FoundItemOutcome, () => SlipField[]> = {
    handedToPartyA: () => [
      field('partyA', null, [], true),
      field('contact', line?.partyAContact ?? null, ['partyAContact'], true),
      field('collector', line?.collectorName ?? null, [], true),
      field('document', line?.collectorDocument ?? null, [], true),
      at,
    ],
    claimed: () => [
      field('owner', line?.claimantName ?? null),
      field('ownerPhone', line?.claimantPhone ?? null),
      field('document', line?.claimantDocument ? `****${line.claimantDocument}` : null, [], true),
      at,
    ],
    toPolice: () => [
      field('station', line?.policeStation ?? null, ['policeStation']),
      field('officer', [line?.policeOfficer, line?.policeBadgeNo].filter(Boolean).join(' / ')),
      field('receiptNo', line?.policeReceiptNo ?? null, ['policeReceiptNo']),
      at,
    ],
    disposed: () => [
      field('manner', line?.disposalManner ?? null, ['disposalManner']),
      field('reason', line?.disposalReason ?? null),
      field('approvedBy', line?.approvedByName ?? null),
      at,
    ],
  };
  return [heading(word(`outcome.${outcome}`)), fields(asked[outcome]())];
}

/** Who is expected to sign with ink; the small name is a reminder, never a signature (domain.md §6.2). */
function signersOf(line: FoundItemLine | null, word: Word): (readonly [string, string | null | undefined])[] {
  const cell = (key: string, name: string | null | undefined) => [word(`signature.${key}`), name] as const;
  const last = {
    handedToPartyA: cell('collector', line?.collectorName),
    claimed: cell('claimant', line?.claimantName),
    toPolice: cell('police', line?.policeOfficer),
    disposed: cell('approver', line?.approvedByName),
  };
  return [
    cell('finder', line?.finderName),
    cell('receiver', line?.receivedByName),
    cell('confirmer1', line?.confirmer1Name),
    cell('confirmer2', line?.confirmer2How === 'pending' ? null : line?.confirmer2Name),
    last[line?.outcome ?? 'handedToPartyA'],
    cell('handler', line?.closedByName),
  ];
}

/** Void, late entry with both times, the recorder's own note. */
function remarksOf(line: FoundItemLine, { wording: { t } }: Desk): string[] {
  const lines: string[] = [];
  if (line.state === 'voided') {
    lines.push(
      t('print:slip.voided', {
        reason: line.voidReason ?? '',
        by: line.voidedByName ?? '',
        at: line.voidedAt ? dayOf(line.voidedAt) : '',
      }),
    );
  }
  if (line.late)
    lines.push(
      t('print:slip.late', { happened: dayTimeOf(line.foundAt), recorded: dayTimeOf(line.recordedAt) }),
    );
  if (line.note) lines.push(`${t('print:slip.remark')}: ${line.note}`);
  return lines;
}
