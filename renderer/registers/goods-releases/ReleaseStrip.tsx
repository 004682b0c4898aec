import { Button, Kbd } from '@mantine/core';
import type { RefObject } from 'react';
import type { Desk } from '../../book/desk';
import { focusFirst } from '../../book/QuickStrip';
import { useStrip } from '../../book/use-strip';
import { useWords } from '../../i18n';
import { FormFrame } from '../../ui/FormFrame';
import { PinConfirm } from '../../ui/PinConfirm';
import { SavedMark } from '../../ui/SavedMark';
import { MoreFields, WhoFields } from './ReleaseFields';
import { isBegun, NEW_RELEASE } from './release-form';
import { type ReleaseFormState, useReleaseForm } from './use-release-form';

interface ReleaseStripProps {
  desk: Desk;
  place: RefObject<HTMLElement | null>;
  onBack: () => void;
}

/** 开放行条: one line at rest; unit, people, goods, way, and the approver's PIN in the same form. */
export function ReleaseStrip({ place, onBack }: ReleaseStripProps) {
  const { t } = useWords();
  const form = useReleaseForm('releaseRequests.request', NEW_RELEASE, null);
  const begun = isBegun(form.values) || form.error !== null;
  const strip = useStrip(begun);
  const save = async (how: Parameters<typeof form.save>[0]) => {
    if (await form.save(how)) focusFirst(place);
  };
  const label = t('goods-releases:screen.newRelease');
  return (
    <section ref={place} className={strip.className} aria-label={label} onFocus={strip.wake}>
      <FormFrame
        label={label}
        onSave={(how) => void save(how)}
        onBack={() => {
          strip.rest();
          onBack();
        }}
        error={form.error}
        busy={form.busy}
        bare
        saveAndNew
        saveAndPrint
      >
        <div className="quick-fields release-who">
          <WhoFields values={form.values} set={form.set} />
        </div>
        {begun ? <MoreFields values={form.values} set={form.set} /> : null}
        <SaveFoot form={form} onSave={(how) => void save(how)} />
      </FormFrame>
    </section>
  );
}

interface SaveFootProps {
  form: ReleaseFormState;
  onSave: (how: 'new' | 'print' | 'draft') => void;
}

/** Who approves, and the three ways to save: keep, hand in (or issue, once a PIN is typed), issue and print. */
export function SaveFoot({ form, onSave }: SaveFootProps) {
  const { t } = useWords();
  const { saved, busy, second } = form;
  const approving = second.typed.staffId !== null || second.typed.pin !== '';
  return (
    <div className="quick-foot">
      <PinConfirm
        label={t('goods-releases:screen.approver')}
        permit="goodsReleases.approve"
        value={second.typed}
        onChange={second.set}
      />
      <div className="quick-buttons row end">
        {saved ? (
          <>
            <SavedMark saved={saved.state === 'issued' ? saved : null} />
            {saved.state === 'issued' ? null : (
              <span className="quiet">{t(`goods-releases:screen.saved.${saved.state}`)}</span>
            )}
          </>
        ) : null}
        <Button variant="subtle" disabled={busy} onClick={() => onSave('draft')}>
          {t('goods-releases:action.keep')}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => onSave('print')}>
          {t('goods-releases:action.issueAndPrint')} <Kbd size="xs">Ctrl+P</Kbd>
        </Button>
        <Button data-save loading={busy} onClick={() => onSave('new')}>
          {t(approving ? 'goods-releases:action.issue' : 'goods-releases:action.submit')}{' '}
          <Kbd size="xs">Ctrl+Enter</Kbd>
        </Button>
      </div>
    </div>
  );
}
