import { monthOf } from '../../../shared/dates';
import type { GoodsReleaseLine } from '../../../shared/registers/goods-releases.row';
import type { EntryPageProps } from '../../book/BookTab';
import type { EntryField } from '../../book/EntryFields';
import { EntryLink } from '../../book/EntryLink';
import { EntryPage } from '../../book/EntryPage';
import { LONG_TEXT } from '../../book/editors';
import { useCommand, useOp } from '../../queries';
import { GOODS_RELEASES } from './books';
import { GoodsTable } from './GoodsTable';
import { GateDialog, RecordGate, Reissue, ReturnSlip } from './slip-dialogs';
import { slipTone } from './tones';

/** One slip: what it is about, its goods with what the gate counted, what may be done next, the whole story from the application on. */
export function SlipEntry({ id, desk, action, onBack }: EntryPageProps) {
  const asked = useOp('goodsReleases.entry', { id }, { keep: true });
  const undo = useCommand('goodsReleases.undoReturn');
  return (
    <EntryPage<GoodsReleaseLine>
      book={GOODS_RELEASES}
      desk={desk}
      asked={asked}
      action={action}
      onBack={onBack}
      name={(slip) => [slip.unitName, slip.ownerName].filter(Boolean).join(' ')}
      tone={slipTone}
      fields={fieldsOf}
      dialogs={{
        arrive: GateDialog,
        release: GateDialog,
        mismatch: GateDialog,
        returnSlip: ReturnSlip,
        recordGate: RecordGate,
        'releaseRequests.reissue': Reissue,
      }}
      acts={{ undoReturn: async ({ version }) => (await undo.run({ id, version }))?.ok ?? false }}
      correct={{ fields: () => ['note'], editors: { note: LONG_TEXT } }}
      unmask={{
        permit: 'goodsReleases.unmask',
        masked: (slip) =>
          [slip.handlerDocument, slip.consentPhone, slip.moverDocument].some((v) => v !== null),
      }}
      papers={{
        permit: 'goodsReleases.print',
        of: (slip) => [
          { form: 'F26', entryId: slip.id },
          { form: 'F27', month: monthOf(slip.recordedAt) },
        ],
      }}
      error={undo.error}
    >
      {(slip) => <GoodsTable goods={slip.goods} />}
    </EntryPage>
  );
}

/** The slip in paper order; what has not happened yet is left away. */
const fieldsOf = (slip: GoodsReleaseLine): EntryField[] => [
  {
    field: 'unitName',
    ...(slip.unitId
      ? {
          own: (
            <EntryLink register="units" entryId={slip.unitId}>
              {slip.unitName}
            </EntryLink>
          ),
        }
      : {}),
  },
  { field: 'ownerName' },
  { field: 'handlerName' },
  { field: 'handlerDocumentKind' },
  { field: 'handlerDocument' },
  { field: 'relation' },
  { field: 'consentKind', ifAny: true },
  { field: 'consentNo', ifAny: true },
  { field: 'consentBy', ifAny: true },
  { field: 'consentPhone', ifAny: true },
  { field: 'consentAt', ifAny: true },
  { field: 'consentWords', ifAny: true, wide: true },
  { field: 'validFrom' },
  { field: 'validTo' },
  { field: 'route' },
  { field: 'bulky' },
  { field: 'moverCompany' },
  { field: 'plate' },
  { field: 'arrears' },
  { field: 'arrearsReason', ifAny: true, wide: true },
  { field: 'recorderName' },
  { field: 'recordedAt' },
  { field: 'approverName' },
  { field: 'approvedAs' },
  { field: 'gateAt', ifAny: true },
  { field: 'guardName', ifAny: true },
  { field: 'gatePost', ifAny: true },
  { field: 'gateHow', ifAny: true },
  { field: 'moverName', ifAny: true },
  { field: 'moverDocument', ifAny: true },
  { field: 'releasedAt', ifAny: true },
  { field: 'mismatchAt', ifAny: true },
  { field: 'differences', ifAny: true, wide: true },
  { field: 'returnedAt', ifAny: true },
  { field: 'returnedByName', ifAny: true },
  { field: 'binder', ifAny: true },
  { field: 'binderPage', ifAny: true },
  { field: 'reconciledAt', ifAny: true },
  { field: 'reconciledByName', ifAny: true },
  {
    field: 'replacesNo',
    ifAny: true,
    ...(slip.replacesNo
      ? {
          own: (
            <EntryLink register="goodsReleases" entryId={slip.replacesId}>
              {slip.replacesNo}
            </EntryLink>
          ),
        }
      : {}),
  },
  {
    field: 'replacedByNo',
    ifAny: true,
    ...(slip.replacedByNo
      ? {
          own: (
            <EntryLink register="goodsReleases" entryId={slip.replacedById}>
              {slip.replacedByNo}
            </EntryLink>
          ),
        }
      : {}),
  },
  { field: 'voidReason', ifAny: true, wide: true },
  { field: 'voidedAt', ifAny: true },
  { field: 'voidedByName', ifAny: true },
  { field: 'note', wide: true },
];
