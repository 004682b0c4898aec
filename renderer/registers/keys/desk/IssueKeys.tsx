import { Button, Checkbox } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { dayTimeOf } from '../../../../shared/dates';
import { BORROWER_CLASSES } from '../../../../shared/registers/key-loans.rules';
import { fieldLabel } from '../../../book/book';
import { useSecond } from '../../../book/dialogs/use-second';
import { focusFirst, QuickStrip } from '../../../book/QuickStrip';
import { usePapers } from '../../../book/use-papers';
import { client } from '../../../client';
import { useWords } from '../../../i18n';
import { useCommand, useOp } from '../../../queries';
import { useDraft } from '../../../ui/drafts';
import type { SaveHow } from '../../../ui/FormFrame';
import { ChoiceField } from '../../../ui/fields/ChoiceField';
import { PhoneField } from '../../../ui/fields/NumberFields';
import { TextField } from '../../../ui/fields/TextField';
import { nowIso, TimeField } from '../../../ui/fields/TimeField';
import { fieldsIn } from '../../../ui/keys';
import { PinConfirm } from '../../../ui/PinConfirm';
import { useScanTarget } from '../../../ui/scan-target';
import { UnitField } from '../../units/UnitField';
import { KeyField } from '../KeyField';
import { BorrowerField } from './BorrowerField';
import { KEY_LOANS } from './books';
import { IssueNotes } from './IssueNotes';
import { useIssueBasket } from './issue-basket';
import { type IssueForm, issueInput, leftAt, NEW_ISSUE, needsSecond, takenOf } from './issue-form';
import { ShownFields } from './ShownFields';
import { TakenKeys } from './TakenKeys';

interface IssueKeysProps {
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

const AT_HAND = ['inStock', 'sealed'] as const;

/**
 * The strip that issues keys (S05): scan or type keys, name the borrower, and whatever the rules ask of that class appears.
 * A known person with the usual time takes one scan, a few letters, Enter and Ctrl+Enter.
 */
export function IssueKeys({ place, onBack }: IssueKeysProps) {
  const { t } = useWords();
  const issue = useCommand('keyLoans.issue');
  const { values: form, set, clear } = useDraft<IssueForm>('keyLoans.issue', NEW_ISSUE);
  const second = useSecond(issue.error);
  const [saved, setSaved] = useState<{ serialNo: string; at: string } | null>(null);
  const papers = usePapers();
  const label = (field: string) => t(fieldLabel(KEY_LOANS, field));

  const asked = useOp(
    'keyLoans.prepare',
    {
      keyIds: form.keys.map((key) => key.keyId),
      borrowerClass: form.borrowerClass,
      borrowerName: form.borrowerName.slice(0, 40),
      borrowerOrg: form.borrowerOrg.slice(0, 40),
      staffNo: form.staffNo.slice(0, 20),
      issuedAt: leftAt(form),
    },
    { keep: true },
  );
  const prepared = asked.data;
  const unitId = prepared?.keys.find((key) => key.unitId)?.unitId ?? null;
  const needed = needsSecond(form, prepared);
  const begun = form.keys.length > 0 || form.borrowerName !== '' || issue.error !== null;
  const checked = form.checked || (form.keys.length > 0 && form.keys.every((key) => key.scanned));

  const toBorrower = () =>
    requestAnimationFrame(() => {
      const fields = place.current ? fieldsIn(place.current) : [];
      fields.find((field) => field.dataset.name === 'borrowerName')?.focus();
    });
  /** Puts a key on the form by what was scanned or asked for elsewhere; answers whether it may leave. */
  const add = async (code: string): Promise<boolean | null> => {
    const found = await client.keyLoans.findKey({ code });
    if (!found.ok || !found.data || !AT_HAND.some((state) => state === found.data?.state)) return null;
    const key = found.data;
    if (form.keys.some((one) => one.keyId === key.keyId)) return false;
    set({ keys: [...form.keys, takenOf(key, true)] });
    toBorrower();
    return true;
  };
  // A tag of a key that is out is a return: that scan is the card's.
  const here = useScanTarget(async ({ code, own }) => {
    if (own?.kind !== 'entry' || own.register !== 'keys') return 'pass';
    const added = await add(code);
    if (added === null) return 'pass';
    return added ? 'taken' : 'wrong';
  });
  useIssueBasket((keyId) => {
    void client.keyLoans.prepare({ keyIds: [keyId] }).then((answer) => {
      const key = answer.ok ? answer.data.keys[0] : undefined;
      if (key && !form.keys.some((one) => one.keyId === keyId))
        set({ keys: [...form.keys, takenOf(key, false)] });
      toBorrower();
    });
  });

  const save = async (how: SaveHow) => {
    const done = await issue.run(issueInput(form, prepared, needed ? second.person : null));
    if (!done?.ok) return;
    const [first] = done.data.loans;
    setSaved({ serialNo: done.data.loans.map((loan) => loan.serialNo).join(' '), at: nowIso() });
    clear(NEW_ISSUE);
    second.forgetPin();
    focusFirst(place);
    if (how === 'print' && first) await papers.print(['F10'], first.id);
  };
  const text = (
    name: 'borrowerDocument' | 'borrowerOrg' | 'staffNo' | 'purpose' | 'note',
    max: number,
    required = false,
  ) => (
    <TextField
      label={label(name)}
      name={name}
      max={max}
      required={required}
      value={form[name]}
      onChange={(typed) => set({ [name]: typed })}
    />
  );
  return (
    <div ref={here}>
      <QuickStrip
        label={t('key-desk:screen.quickIssue')}
        place={place}
        begun={begun}
        error={second.error ?? papers.error}
        busy={issue.busy}
        saved={saved}
        onSave={(how) => void save(how)}
        onBack={onBack}
        saveAndPrint
        fieldsClass="issue"
        buttons={
          begun ? (
            <Button variant="subtle" color="gray" onClick={() => clear(NEW_ISSUE)}>
              {t('book:action.clearCarried')}
            </Button>
          ) : null
        }
        foot={
          needed ? (
            <PinConfirm
              label={t(`key-desk:screen.${needed === 'overnight' ? 'supervisor' : 'askSecond'}`)}
              permit={needed === 'overnight' ? 'keyLoans.extend' : 'signedIn'}
              value={second.typed}
              onChange={second.set}
            />
          ) : undefined
        }
        below={
          begun ? (
            <>
              {form.keys.length > 0 ? (
                <TakenKeys keys={form.keys} known={prepared?.keys ?? []} onChange={(keys) => set({ keys })} />
              ) : null}
              {prepared ? <IssueNotes prepared={prepared} /> : null}
              <ShownFields requirements={prepared?.requirements ?? []} form={form} set={set} />
              <div className="quick-fields even">
                <PhoneField
                  label={label('borrowerPhone')}
                  name="borrowerPhone"
                  {...(form.knownPhone ? { placeholder: form.knownPhone } : {})}
                  value={form.borrowerPhone}
                  onChange={(borrowerPhone) => set({ borrowerPhone })}
                />
                {text('staffNo', 20)}
                {text('borrowerDocument', 4)}
                {unitId === null ? (
                  <UnitField
                    label={label('unitId')}
                    name="unitId"
                    value={form.unitId}
                    onChange={(id) => set({ unitId: id })}
                  />
                ) : null}
                {prepared?.requirements.includes('repairSlip') ? null : (
                  <TextField
                    label={label('repairSlipNo')}
                    name="repairSlipNo"
                    max={30}
                    value={form.repairSlipNo}
                    onChange={(repairSlipNo) => set({ repairSlipNo })}
                  />
                )}
                <TimeField
                  label={t('key-desk:screen.leftAt')}
                  name="issuedAt"
                  value={form.issuedAt}
                  onChange={(issuedAt) => set({ issuedAt })}
                />
                {text('note', 300)}
              </div>
              <Checkbox
                label={label('checked')}
                checked={checked}
                onChange={(event) => set({ checked: event.currentTarget.checked })}
              />
            </>
          ) : undefined
        }
      >
        <KeyField
          // A key that was taken stands below; the field is empty for the next.
          key={form.keys.length}
          label={t('key-desk:screen.keysTaken')}
          name="keys"
          required={form.keys.length === 0}
          placeholder={t('key-desk:screen.scanHint')}
          states={AT_HAND}
          value=""
          onChange={() => undefined}
          onPick={(key) => {
            if (!key || form.keys.some((one) => one.keyId === key.id)) return;
            const { id: keyId, keyNo, label: keyName, unitCode } = key;
            set({ keys: [...form.keys, takenOf({ keyId, keyNo, keyName, unitCode }, false)] });
            toBorrower();
          }}
        />
        <BorrowerField
          label={label('borrowerName')}
          name="borrowerName"
          required
          placeholder={t('key-desk:screen.borrowerHint')}
          unitId={unitId}
          value={form.borrowerName}
          onChange={(borrowerName) => set({ borrowerName, knownFromId: null, knownPhone: null })}
          onKnown={(known) =>
            set({
              borrowerName: known.borrowerName,
              borrowerClass: known.borrowerClass,
              borrowerOrg: known.borrowerOrg ?? '',
              staffNo: known.staffNo ?? '',
              knownFromId: known.loanId,
              knownPhone: known.phone,
              ...(form.purpose === '' ? { purpose: known.purpose ?? '' } : {}),
            })
          }
        />
        <ChoiceField
          label={label('borrowerClass')}
          name="borrowerClass"
          required
          choices={BORROWER_CLASSES.map((one) => ({ value: one, label: t(`key-desk:borrowerClass.${one}`) }))}
          value={form.borrowerClass}
          onChange={(next) => set({ borrowerClass: BORROWER_CLASSES.find((one) => one === next) ?? 'staff' })}
        />
        {text('borrowerOrg', 40)}
        {text('purpose', 100, true)}
        <TimeField
          label={label('dueAt')}
          name="dueAt"
          {...(prepared ? { placeholder: dayTimeOf(prepared.dueAt) } : {})}
          value={form.dueAt}
          onChange={(dueAt) => set({ dueAt })}
        />
      </QuickStrip>
    </div>
  );
}
