import { dayOf, dayTimeOf } from '../../../shared/dates';
import type { Slip, SlipField } from '../../../shared/print/forms';
import { graphemesOf, paperText } from '../../../shared/print/measure';
import { fitSlip } from '../../../shared/print/slips';
import { FOUND_ITEM_COLUMNS } from '../../../shared/registers/found-items.columns';
import type { FoundItemLine, FoundItemOutcome } from '../../../shared/registers/found-items.row';
import { cellOf, strikesOf } from './cells';
import type { Desk } from './head';

/** F02 捡拾物品收条 / 移交单: one entry on A5, once for the finder and once for the stub (domain.md §3.1). */

const shownAt = (at: string | null): string => (at ? dayTimeOf(at) : '');

/** The slip of an entry; `line` null gives an empty one for handwriting. */
export function slipOf(line: FoundItemLine | null, copy: number, desk: Desk): Slip {
  const { t } = desk.wording;
  const word = (key: string): string => t(`print:slip.${key}`);
  /** A field whose empty value is struck `/`, unless a hand fills it later. */
  const field = (
    key: string,
    value: string | null,
    fields: readonly string[] = [],
    hand = false,
  ): SlipField => {
    const text = paperText(value ?? '');
    const byHand = line === null || (hand && text === '' && line.state !== 'voided');
    return {
      label: word(key),
      value: text || (byHand ? '' : '/'),
      ...(byHand ? { hand: true } : {}),
      ...(line ? { strikes: strikesOf(line, fields, desk) } : {}),
    };
  };
  const columns = FOUND_ITEM_COLUMNS.filter((column) =>
    ['name', 'features', 'quantity'].includes(column.key),
  );
  const finder = FOUND_ITEM_COLUMNS.find((column) => column.key === 'finder');
  const confirmer2 = FOUND_ITEM_COLUMNS.find((column) => column.key === 'confirmer2');
  return fitSlip(
    {
      serialNo: line?.serialNo ?? '',
      scanCode: line?.scanCode ?? '',
      voided: line?.state === 'voided',
      parts: [word('partFinder'), word('partStub')],
      fields: [
        field('foundAt', shownAt(line?.foundAt ?? null), ['foundAt']),
        field('foundPlace', line?.foundPlace ?? null, ['foundPlace']),
        field('finder', line && finder ? finder.cell(line, desk.wording) : null, [
          'finderName',
          'finderDepartment',
        ]),
        field('finderPhone', line?.finderPhone ?? null, ['finderPhone']),
        field('receiver', line?.receivedByName ?? null),
        field('receivedAt', shownAt(line?.receivedAt ?? null)),
        field('confirmer1', line?.confirmer1Name ?? null),
        field('confirmer2', line && confirmer2 ? confirmer2.cell(line, desk.wording) : null),
        field('storagePlace', line?.storagePlace ?? null, ['storagePlace']),
        field('bagNo', line?.bagNo ?? null, ['bagNo']),
      ],
      itemHeads: [word('item'), word('features'), word('quantity')],
      items: [
        line ? columns.map((column) => cellOf(column, line, 1, desk)) : columns.map(() => ({ text: '' })),
      ],
      blocks: [outcomeBlock(line, word, field)],
      signatures: signatures(line, word),
      remarks: line ? [...remarks(line, desk), word('statement')] : [word('statement')],
      copy,
      pt: 0,
      more: [],
    },
    word('remark'),
  );
}

type Word = (key: string) => string;
type MakeField = (key: string, value: string | null, fields?: readonly string[], hand?: boolean) => SlipField;

/** How the item left the office; an item still here gets the handover to Party A to be filled by hand. */
function outcomeBlock(line: FoundItemLine | null, word: Word, field: MakeField): Slip['blocks'][number] {
  const outcome: FoundItemOutcome = line?.outcome ?? 'handedToPartyA';
  const at = field('handedAt', shownAt(line?.closedAt ?? null), [], true);
  const fields: Record<FoundItemOutcome, () => SlipField[]> = {
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
  return { heading: word(`outcome.${outcome}`), fields: fields[outcome]() };
}

/** Who is expected to sign with ink; the small name is a reminder, never a signature (domain.md §6.2). */
function signatures(line: FoundItemLine | null, word: Word): Slip['signatures'] {
  const cell = (key: string, name: string | null | undefined): Slip['signatures'][number] => ({
    label: word(`signature.${key}`),
    hint: hintOf(paperText(name ?? '')),
  });
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

const HINT_MAX = 12;
/** A long name stands whole in its field; under the line for the hand its beginning is enough. */
const hintOf = (name: string): string => {
  const parts = graphemesOf(name);
  return parts.length > HINT_MAX ? `${parts.slice(0, HINT_MAX).join('')}…` : name;
};

/** Void, late entry with both times, the recorder's own note. */
function remarks(line: FoundItemLine, { wording: { t } }: Desk): string[] {
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
  return lines.map(paperText);
}
