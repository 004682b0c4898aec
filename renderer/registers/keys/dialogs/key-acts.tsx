import { hookText } from '../../../../shared/registers/keys.columns';
import type { KeyLine } from '../../../../shared/registers/keys.row';
import { ActForm, type SecondAsked } from '../../../book/dialogs/ActForm';
import type { ActProps } from '../../../book/dialogs/act';
import type { Editor } from '../../../book/editors';
import { useOp } from '../../../queries';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { KEYS } from '../books';
import { KEEPER } from '../key-editors';

/** Acts on a key that are a few fields and a second signature. */

type KeyAct = ActProps<KeyLine>;
const COUNTERSIGN: SecondAsked = { label: 'keys:screen.countersign', permit: 'keys.countersign' };
const SEALER: SecondAsked = { label: 'keys:screen.secondSealer', permit: 'keys.seal' };
const OPENER: SecondAsked = { label: 'keys:screen.secondOpener', permit: 'keys.seal' };
const REASON: Editor = { kind: 'longText', max: 200 };

const about = ({ entry, onClose, onDone }: KeyAct) => ({
  book: KEYS,
  entry,
  about: `${entry.keyNo}  ${entry.label}  ${hookText(entry)}`,
  onClose,
  onDone,
});

/** 封存: bag number and why; the other sealer signs by PIN. */
export function Seal(props: KeyAct) {
  return (
    <ActForm
      op="keys.seal"
      {...about(props)}
      fields={[
        { name: 'bagNo', editor: { kind: 'text', max: 30 }, required: true },
        {
          name: 'reason',
          label: 'keys:field.keys.sealReason',
          editor: {
            kind: 'phrases',
            keys: ['entrusted', 'spare', 'storeroom'].map((one) => `keys:sealFor.${one}`),
          },
          required: true,
        },
      ]}
      second={SEALER}
    />
  );
}

/** 启封: why, and whether the strip was whole. */
export function Unseal(props: KeyAct) {
  const { entry } = props;
  return (
    <ActForm
      op="keys.unseal"
      {...about(props)}
      about={`${entry.keyNo}  ${entry.label}  ${entry.sealBagNo}`}
      fields={[
        { name: 'reason', label: 'keys:field.keys.unsealReason', editor: REASON, required: true },
        {
          name: 'bagIntact',
          editor: { kind: 'choice', group: 'keys:intact', codes: ['yes', 'no'] },
          required: true,
        },
      ]}
      second={OPENER}
    />
  );
}

/** 换挂位: another cabinet, another hook. */
export function Move(props: KeyAct) {
  return (
    <ActForm
      op="keys.move"
      {...about(props)}
      fields={[
        { name: 'cabinetId', editor: CABINET, required: true, first: props.entry.cabinetId },
        { name: 'hookNo', editor: { kind: 'count' }, required: true },
      ]}
      second={COUNTERSIGN}
    />
  );
}

const CABINET: Editor = {
  kind: 'own',
  draw: ({ value, onChange, ...props }) => <CabinetChoice {...props} value={value} onChange={onChange} />,
};
function CabinetChoice({
  value,
  onChange,
  ...props
}: Parameters<Extract<Editor, { kind: 'own' }>['draw']>[0]) {
  const cabinets = useOp('keys.cabinets', {}).data?.filter((cabinet) => cabinet.active === 1);
  return (
    <ChoiceField
      {...props}
      choices={cabinets?.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  );
}

/** 换保管人. */
export function ChangeKeeper(props: KeyAct) {
  return (
    <ActForm
      op="keys.changeKeeper"
      {...about(props)}
      fields={[
        { name: 'keeperId', editor: KEEPER, required: true },
        { name: 'reason', label: 'book:field.reason', editor: REASON, required: true },
      ]}
      second={COUNTERSIGN}
    />
  );
}

/** 注销: for good. */
export function Retire(props: KeyAct) {
  return (
    <ActForm
      op="keys.retire"
      {...about(props)}
      fields={[{ name: 'reason', label: 'keys:field.keys.retiredReason', editor: REASON, required: true }]}
      second={COUNTERSIGN}
      grave
    />
  );
}
